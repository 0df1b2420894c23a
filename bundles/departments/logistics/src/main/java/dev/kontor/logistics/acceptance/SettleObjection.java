package dev.kontor.logistics.acceptance;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipments;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The representative records whether the customer is satisfied with a solution; if not its owner is asked again. */
@Component
public final class SettleObjection implements OrderCommand {

    private final Shipments shipments;
    private final Acceptances acceptances;

    @Activate
    public SettleObjection(@Reference Shipments shipments, @Reference Acceptances acceptances) {
        this.shipments = shipments;
        this.acceptances = acceptances;
    }

    @Override
    public String name() {
        return "logistics/settle-objection";
    }

    @Override
    public Text title() {
        return Text.of("logistics.settle-objection");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Duties.ACCEPT);
    }

    @Override
    public int position() {
        return 2;
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return task.filter(owed -> !solved(owed).isEmpty()).isPresent();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("logistics.settle-objection"),
                Field.choice("objection", Text.of("logistics.objection"), solved(task.orElseThrow()).stream()
                                .map(each -> new Field.Option("" + each.number(),
                                        Text.of("logistics.objection-solved", each.number(), each.solution())))
                                .toList())
                        .withClause("6.2"),
                Field.yesNo("satisfied", Text.of("logistics.satisfied")),
                Field.longText("remarks", Text.of("logistics.customer-said")).optional());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Objection objection = solved(task.orElseThrow()).stream()
                .filter(each -> values.text("objection").equals("" + each.number()))
                .findFirst()
                .orElseThrow(() -> Refused.at("objection", Text.of("logistics.objection-not-solved")));
        boolean satisfied = values.yes("satisfied");
        if (!satisfied && values.text("remarks").isEmpty()) {
            throw Refused.at("remarks", Text.of("logistics.customer-said-missing"));
        }
        objection.settle(satisfied, values.text("remarks"), file);
        if (satisfied) {
            acceptances.settled(objection);
            acceptances.found(file, shipments.about(task.orElseThrow()), Duties.acceptance(task.orElseThrow()));
        } else {
            acceptances.ask(file, objection);
        }
        Text said = Text.of(satisfied ? "logistics.objection-settled" : "logistics.objection-reopened", objection.number());
        file.note("logistics.objection", said, List.of());
        return Answer.of(said, file.number()).withId(objection.id());
    }

    private List<Objection> solved(Task task) {
        return acceptances.objections(shipments.about(task), Duties.acceptance(task)).stream().filter(Objection::isSolved).toList();
    }
}
