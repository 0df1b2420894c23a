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
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.quality.book.Inspection;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.QualityBook;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Somebody finds between inspections that a machine in the works does not conform, a step of the process that was skipped,
 * say. One that was finished is so no longer, and cannot be dispatched.
 */
@Component
public final class ReportNonconformity implements OrderCommand {

    private final Quality quality;
    private final QualityBook book;
    private final Batches batches;

    @Activate
    public ReportNonconformity(@Reference Quality quality, @Reference QualityBook book, @Reference Batches batches) {
        this.quality = quality;
        this.book = book;
        this.batches = batches;
    }

    @Override
    public String name() {
        return "production/report-nonconformity";
    }

    @Override
    public Text title() {
        return Text.of("production.quality.report");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_INSPECTOR, Role.PRODUCTION_PLANNER);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return !inTheWorks(file).isEmpty();
    }

    private static List<Machine> inTheWorks(OrderView file) {
        return file.machines().stream().filter(machine -> !machine.has(MilestoneName.LOGISTICS_DISPATCHED)).toList();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("production.quality.report-submit"),
                Field.choice("machine", Text.of("production.quality.machine"), inTheWorks(file).stream()
                        .map(machine -> new Field.Option(machine.serial().value(), Text.plain(machine.serial() + " " + machine.model())))
                        .toList()),
                Field.longText("what", Text.of("production.quality.what")).withClause("5.3"),
                Field.choice("batch", Text.of("production.quality.blamed"), batches.options(batches.in(inTheWorks(file)))).optional()
                        .withHint(Text.of("production.quality.blamed-hint")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Machine machine = Quality.machine(file, values.text("machine"));
        List<Inspection> made = book.inspections(machine.serial().value());
        made.stream().filter(Inspection::isOwed).findFirst().ifPresent(owed -> {
            throw Refused.at("machine", Text.of("production.quality.inspect-instead", owed.serial(), owed.kind().words()));
        });
        InspectionKind again = made.stream().filter(each -> !each.isOutdated()).map(Inspection::kind).max(Comparator.naturalOrder()).orElse(InspectionKind.INCOMING);
        Optional<Delivery> blamed = Batches.find(batches.in(List.of(machine)), values.text("batch"));
        if (values.has("batch") && blamed.isEmpty()) {
            throw Refused.at("batch", Text.of("production.quality.batch-not-in", machine.serial().value()));
        }
        Nonconformity opened = quality.open(file, machine, again, values.text("what"));
        blamed.ifPresent(opened::blame);
        Text said = Text.of("production.quality.reported", opened.number(), again.words());
        quality.reopen(file, machine, said);
        quality.ask(file);
        return Answer.of(said, file.number()).withId(opened.id());
    }
}
