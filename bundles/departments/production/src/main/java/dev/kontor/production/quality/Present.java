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
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.production.quality.book.InspectionKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Production presents machines for their next inspection (报检); from then on the inspector's time runs. */
@Component
public final class Present implements OrderCommand {

    private final Quality quality;
    private final Gate gate;

    @Activate
    public Present(@Reference Quality quality, @Reference Gate gate) {
        this.quality = quality;
        this.gate = gate;
    }

    @Override
    public String name() {
        return "production/present";
    }

    @Override
    public Text title() {
        return Text.of("production.quality.present");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_PLANNER, Role.PRODUCTION_PURCHASER);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.milestones().contains(MilestoneName.PRODUCTION_STARTED)
                && file.machines().stream().anyMatch(machine -> !machine.has(MilestoneName.PRODUCTION_FINISHED));
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field.Option> machines = file.machines().stream()
                .filter(machine -> !machine.has(MilestoneName.PRODUCTION_FINISHED))
                .map(machine -> new Field.Option(machine.serial().value(), Text.plain(machine.serial() + " " + machine.model())))
                .toList();
        return Form.of(
                Text.of("production.quality.present-submit"),
                Field.choice("kind", Text.of("production.quality.kind"), SetInspectionPlan.kinds()).withClause("5.3"),
                Field.choices("machines", Text.of("production.quality.machines"), machines));
    }

    /** The first inspection that a machine can be presented to now, and every machine that can. */
    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return Stream.of(InspectionKind.values())
                .map(kind -> new Values(Map.of("kind", kind.word(), "machines", ready(file, kind))))
                .filter(values -> !values.choices("machines").isEmpty())
                .findFirst()
                .orElse(Values.NONE);
    }

    private List<String> ready(OrderView file, InspectionKind kind) {
        return file.machines().stream()
                .filter(machine -> gate.refusal(file, machine, kind).isEmpty())
                .map(machine -> machine.serial().value())
                .toList();
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        InspectionKind kind = InspectionKind.of(values.text("kind"));
        List<Machine> chosen = values.choices("machines").stream().map(serial -> Quality.machine(file, serial)).toList();
        List<Refused.Gap> gaps = chosen.stream()
                .flatMap(machine -> gate.refusal(file, machine, kind).stream())
                .map(why -> new Refused.Gap("machines", why))
                .toList();
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        chosen.forEach(machine -> quality.present(file, machine, kind));
        file.openTasks(Quality.PRESENT).stream()
                .filter(owed -> chosen.stream().anyMatch(machine -> owed.subject().equals(Unpresented.subject(machine.serial(), kind))))
                .forEach(owed -> file.complete(owed.id(), Outcome.of("presented")));
        Text said = Text.of("production.quality.presented", kind.words(), String.join(", ", values.choices("machines")));
        file.note("production.inspection", said, List.of());
        quality.ask(file);
        return Answer.of(said, file.number());
    }
}
