package dev.kontor.production.plan;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.production.Finished;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A machine is built for the order no longer, before a change of the order takes it out: no revision has less of a line than
 * machines that are enrolled. As long as the order has as much of the line, as when one went lost on its way, another is to be
 * planned in its place.
 */
@Component
public final class StrikeMachine implements OrderCommand {

    private final Planning planning;

    @Activate
    public StrikeMachine(@Reference Planning planning) {
        this.planning = planning;
    }

    @Override
    public String name() {
        return "production/strike-machine";
    }

    @Override
    public Text title() {
        return Text.of("production.plan.strike");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_PLANNER);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return !unbuilt(file).isEmpty();
    }

    /** Not finished, or gone for good. */
    private static List<Machine> unbuilt(OrderView file) {
        return file.machines().stream()
                .filter(machine -> machine.milestones().isEmpty() || machine.has(MilestoneName.LOGISTICS_LOST))
                .toList();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("production.plan.strike-submit"),
                Field.choice("serial", Text.of("production.plan.serial"), unbuilt(file).stream()
                                .map(machine -> new Field.Option(machine.serial().value(),
                                        Text.of("production.plan.serial-of", machine.serial().value(), machine.line(), machine.model())))
                                .toList())
                        .withHint(Text.of("production.plan.strike-hint")),
                Field.longText("reason", Text.of("production.plan.strike-reason")));
    }

    /** What quality owed the machine, inspections and nonconformities known by its serial number, is owed no more. */
    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        SerialNumber serial = unbuilt(file).stream()
                .map(Machine::serial)
                .filter(each -> each.value().equals(values.text("serial")))
                .findFirst()
                .orElseThrow(() -> Refused.at("serial", Text.of("production.plan.machine-finished", values.text("serial"))));
        file.strike(serial, Text.plain(values.text("reason")));
        planning.giveUp(file, serial);
        file.openTasks().stream()
                .filter(owed -> owed.subject().startsWith(serial + " ") || owed.subject().startsWith(serial + "-N"))
                .forEach(owed -> file.cancel(owed.id(), Text.plain(values.text("reason"))));
        if (file.milestones().contains(MilestoneName.PRODUCTION_FINISHED)) {
            Finished.settle(file);
            planning.settle(file);
        }
        planning.judge(file);
        Text said = Text.of("production.plan.struck", serial.value(), values.text("reason"));
        file.note("production.plan", said, List.of());
        return Answer.of(said, file.number());
    }
}
