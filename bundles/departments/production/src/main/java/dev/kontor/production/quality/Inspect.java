package dev.kontor.production.quality;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.quality.book.BuiltIn;
import dev.kontor.production.quality.book.Inspection;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.production.quality.book.InspectionPlan;
import dev.kontor.production.quality.book.InspectionPlans;
import dev.kontor.production.quality.book.Measured;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.QualityBook;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * An inspector measures what the inspection plan in force demands. Nobody says whether it is passed: it is, when every value
 * lies within its limits and nothing else was found (regulation, clause 5.3; ).
 */
@Component
public final class Inspect implements OrderCommand {

    private final Quality quality;
    private final QualityBook book;
    private final InspectionPlans plans;
    private final Batches batches;

    @Activate
    public Inspect(
            @Reference Quality quality, @Reference QualityBook book, @Reference InspectionPlans plans, @Reference Batches batches) {
        this.quality = quality;
        this.book = book;
        this.plans = plans;
        this.batches = batches;
    }

    @Override
    public String name() {
        return "production/inspect";
    }

    @Override
    public Text title() {
        return Text.of("production.quality.inspect");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Quality.INSPECTION);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Inspection inspection = owed(file, task);
        InspectionPlan plan = plan(inspection);
        Set<Delivery> offered = new LinkedHashSet<>(batches.of(file.number(), inspection.serial()));
        List<Field.Option> components = batches.options(offered);
        offered.addAll(batches.in(List.of(Quality.machine(file, inspection.serial()))));
        return InspectionForm.of(inspection, plan, plans.characteristics(plan), components, batches.options(offered));
    }

    /** What a machine is made of does not change by being inspected again: it is filled in as it was. */
    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        Inspection inspection = owed(file, task);
        return book.inspections(inspection.serial()).stream()
                .filter(each -> each.kind() == inspection.kind() && each.attempt() == inspection.attempt() - 1)
                .findFirst()
                .map(before -> InspectionForm.standing(book.components(before), batches.of(file.number(), inspection.serial())))
                .orElse(Values.NONE);
    }

    /** Values that were filled in for another plan than the one in force are refused, be it another version or another model's. */
    @Override
    public long version(OrderView file, Optional<Task> task) {
        return plan(owed(file, task)).stamp();
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Inspection inspection = owed(file, task);
        Machine machine = Quality.machine(file, inspection.serial());
        demandAnother(file, machine, inspection);
        Gate.before(book, inspection.serial(), inspection.kind())
                .or(() -> inspection.kind() == InspectionKind.FINAL ? Outdated.refusal(file, inspection.serial()) : Optional.empty())
                .ifPresent(why -> {
                    throw Refused.because(Refused.Reason.CONFLICT, why);
                });
        InspectionPlan plan = plan(inspection);
        List<Measured> found = InspectionForm.measured(inspection.id(), plans.characteristics(plan), values);
        List<BuiltIn> components = components(file, inspection, values);
        boolean conform = found.stream().allMatch(Measured::conforms);
        inspection.made(plan, conform, values.text("defect"), values.text("remarks"), file.actor().id().value(), file.now());
        found.forEach(book::keep);
        components.forEach(book::keep);
        boolean passed = inspection.isFulfilled();
        Optional<Delivery> blamed = blamed(machine, values, passed);
        file.complete(task.orElseThrow().id(), new Outcome(passed ? "passed" : "failed", values.text("remarks")));
        Text said = Text.of(passed ? "production.quality.passed" : "production.quality.failed",
                inspection.kind().words(), inspection.serial(), inspection.attempt());
        file.note("production.inspection", said, List.of());
        follow(file, machine, inspection, what(found, values.text("defect")), blamed);
        return Answer.of(said, file.number()).withId(inspection.id());
    }

    /** Nobody inspects their own work: quality stands beside production. */
    private void demandAnother(OrderFile file, Machine machine, Inspection inspection) {
        String by = file.actor().id().value();
        if (by.equals(inspection.presentedBy()) || quality.workedOn(machine, by)) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("production.quality.own-work", machine.serial().value()));
        }
    }

    private void follow(OrderFile file, Machine machine, Inspection inspection, String what, Optional<Delivery> blamed) {
        if (inspection.isFulfilled()) {
            quality.passed(file, machine, inspection);
        } else {
            Nonconformity nonconformity = quality.failed(file, machine, inspection, what);
            blamed.ifPresent(nonconformity::blame);
        }
        quality.ask(file);
    }

    /** What the machine is built of, found now or before: no other batch is to blame. */
    private Optional<Delivery> blamed(Machine machine, Values values, boolean passed) {
        if (!values.has("batch")) {
            return Optional.empty();
        }
        if (passed) {
            throw Refused.at("batch", Text.of("production.quality.blamed-for-nothing"));
        }
        Optional<Delivery> blamed = Batches.find(batches.in(List.of(machine)), values.text("batch"));
        if (blamed.isEmpty()) {
            throw Refused.at("batch", Text.of("production.quality.batch-not-in", machine.serial().value()));
        }
        return blamed;
    }

    private List<BuiltIn> components(OrderFile file, Inspection inspection, Values values) {
        List<Delivery> offered = batches.of(file.number(), inspection.serial());
        return values.choices("components").stream()
                .map(id -> Batches.find(offered, id).orElseThrow(() ->
                        Refused.at("components", Text.of("production.quality.batch-not-there"))))
                .map(of -> new BuiltIn(inspection, of, batches.supplier(of), file.now()))
                .toList();
    }

    /** What does not conform, in words. */
    static String what(List<Measured> found, String defect) {
        return Stream.concat(
                        found.stream().filter(each -> !each.conforms()).map(Measured::words),
                        Stream.of(defect).filter(each -> !each.isEmpty()))
                .collect(Collectors.joining("; "));
    }

    private Inspection owed(OrderView file, Optional<Task> task) {
        return task.flatMap(owed -> book.owed(file.number(), owed.subject()))
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("production.quality.not-owed")));
    }

    private InspectionPlan plan(Inspection inspection) {
        return plans.inForce(inspection.model(), inspection.kind()).orElseThrow(() -> Refused.because(
                Refused.Reason.CONFLICT, Text.of("production.quality.no-plan", inspection.model(), inspection.kind().words())));
    }
}
