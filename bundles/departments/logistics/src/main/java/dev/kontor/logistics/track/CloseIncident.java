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
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.acceptance.Acceptances;
import dev.kontor.logistics.incident.Incident;
import dev.kontor.logistics.incident.Incidents;
import dev.kontor.logistics.shipment.Duties;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The clerk closes an incident with how it was solved; not before carrier, sales and customer were told. */
@Component
public final class CloseIncident implements OrderCommand {

    private final Incidents incidents;
    private final Losses losses;
    private final Acceptances acceptances;

    @Activate
    public CloseIncident(@Reference Incidents incidents, @Reference Losses losses, @Reference Acceptances acceptances) {
        this.incidents = incidents;
        this.losses = losses;
        this.acceptances = acceptances;
    }

    @Override
    public String name() {
        return "logistics/close-incident";
    }

    @Override
    public Text title() {
        return Text.of("logistics.close-incident");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Duties.INCIDENT);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Incident incident = incidents.about(task.orElseThrow());
        Field resolution = Field.longText("resolution", Text.of("logistics.resolution"))
                .withHint(Text.of("logistics.incident-said", Text.of("logistics.incident." + incident.kind()), incident.words()))
                .withClause("6.1");
        return incident.kind().equals(Incident.LOSS)
                ? Form.of(title(), resolution, losses.field(file, incident))
                : Form.of(title(), resolution);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        Incident incident = incidents.about(owed);
        incidents.untold(incident).stream()
                .map(party -> Text.of("logistics.party." + party))
                .reduce((one, other) -> Text.of("logistics.both", one, other))
                .ifPresent(untold -> {
                    throw Refused.because(Refused.Reason.CONFLICT, Text.of("logistics.untold", untold));
                });
        if (incident.kind().equals(Incident.LOSS)) {
            losses.settle(file, incident, values.choices(Losses.FIELD));
        }
        incident.close(values.text("resolution"), file);
        acceptances.rest(file, incident.shipment());
        file.complete(owed.id(), new Outcome("closed", values.text("resolution")));
        Text said = Text.of("logistics.incident-closed", incident.number(), values.text("resolution"));
        file.note("logistics.incident", said, List.of());
        file.notify(file.summary().representative(), said);
        return Answer.of(said, file.number()).withId(incident.id());
    }
}
