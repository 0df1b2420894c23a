package dev.kontor.logistics.track;

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
import dev.kontor.api.text.Text;
import dev.kontor.logistics.acceptance.Acceptances;
import dev.kontor.logistics.incident.Incident;
import dev.kontor.logistics.incident.Incidents;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.shipment.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Somebody at logistics or sales learns that a shipment is late, damaged or lost. */
@Component
public final class ReportIncident implements OrderCommand {

    private static final Set<State> ON_THE_WAY = Set.of(State.DISPATCHED, State.ARRIVED);

    private final Shipments shipments;
    private final Incidents incidents;
    private final Acceptances acceptances;

    @Activate
    public ReportIncident(@Reference Shipments shipments, @Reference Incidents incidents, @Reference Acceptances acceptances) {
        this.shipments = shipments;
        this.incidents = incidents;
        this.acceptances = acceptances;
    }

    @Override
    public String name() {
        return "logistics/report-incident";
    }

    @Override
    public Text title() {
        return Text.of("logistics.report-incident");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.LOGISTICS_CLERK, Role.SALES_REP);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return !onTheWay(file).isEmpty();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("logistics.report-incident"),
                Field.choice("shipment", Text.of("logistics.shipment"), onTheWay(file).stream()
                        .map(each -> new Field.Option("" + each.number(),
                                Text.of("logistics.shipment-of", each.number(), each.transport().carrierName())))
                        .toList()),
                Field.choice("kind", Text.of("logistics.incident-kind"), Stream.of("delay", "damage", "loss")
                                .map(kind -> new Field.Option(kind, Text.of("logistics.incident." + kind)))
                                .toList())
                        .withClause("6.1"),
                Field.longText("words", Text.of("logistics.incident-what")));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return new Values(Map.of("shipment", "" + onTheWay(file).get(0).number()));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Shipment shipment = onTheWay(file).stream()
                .filter(each -> values.text("shipment").equals("" + each.number()))
                .findFirst()
                .orElseThrow(() -> Refused.at("shipment", Text.of("logistics.not-on-the-way")));
        Incident incident = incidents.report(file, shipment, values.text("kind"), values.text("words"));
        acceptances.rest(file, shipment.id());
        return Answer.of(Text.of("logistics.incident-kept", incident.number()), file.number()).withId(incident.id());
    }

    private List<Shipment> onTheWay(OrderView file) {
        return shipments.of(file.number()).stream().filter(each -> ON_THE_WAY.contains(each.state())).toList();
    }
}
