package dev.kontor.production.quality;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.production.quality.book.BuiltIn;
import dev.kontor.production.quality.book.Inspection;
import dev.kontor.production.quality.book.InspectionPlan;
import dev.kontor.production.quality.book.InspectionPlans;
import dev.kontor.production.quality.book.Measured;
import dev.kontor.production.quality.book.QualityBook;
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

    @Activate
    public Inspect(@Reference Quality quality, @Reference QualityBook book, @Reference InspectionPlans plans) {
        this.quality = quality;
        this.book = book;
        this.plans = plans;
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
        return InspectionForm.of(inspection, plan, plans.characteristics(plan));
    }

    /** What a machine is made of does not change by being inspected again: it is filled in as it was. */
    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        Inspection inspection = owed(file, task);
        return book.inspections(inspection.serial()).stream()
                .filter(each -> each.kind() == inspection.kind() && each.attempt() == inspection.attempt() - 1)
                .findFirst()
                .map(before -> InspectionForm.standing(book.components(before)))
                .orElse(Values.NONE);
    }

    /** Values that were filled in for a plan that is in force no longer are refused. */
    @Override
    public long version(OrderView file, Optional<Task> task) {
        return plan(owed(file, task)).version();
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Inspection inspection = owed(file, task);
        Machine machine = Quality.machine(file, inspection.serial());
        InspectionPlan plan = plan(inspection);
        List<Measured> found = InspectionForm.measured(inspection, plans.characteristics(plan), values);
        List<BuiltIn> components = InspectionForm.components(inspection, values, file.now());
        boolean conform = found.stream().allMatch(Measured::conforms);
        inspection.made(plan, conform, values.text("defect"), values.text("remarks"), file.actor().id().value(), file.now());
        found.forEach(book::keep);
        components.forEach(book::keep);
        boolean passed = inspection.isFulfilled();
        file.complete(task.orElseThrow().id(), new Outcome(passed ? "passed" : "failed", values.text("remarks")));
        Text said = Text.of(passed ? "production.quality.passed" : "production.quality.failed",
                inspection.kind().words(), inspection.serial(), inspection.attempt());
        file.note("production.inspection", said, List.of());
        if (passed) {
            quality.passed(file, machine, inspection);
        } else {
            quality.failed(file, machine, inspection, what(found, values.text("defect")));
        }
        quality.ask(file);
        return Answer.of(said, file.number()).withId(inspection.id());
    }

    private static String what(List<Measured> found, String defect) {
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
