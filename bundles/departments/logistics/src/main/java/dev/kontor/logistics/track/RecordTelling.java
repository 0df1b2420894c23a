package dev.kontor.logistics.track;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.incident.Incident;
import dev.kontor.logistics.incident.Incidents;
import dev.kontor.logistics.incident.Telling;
import dev.kontor.logistics.shipment.Duties;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The clerk records that carrier, sales or customer was told of an incident; all three have to be. */
@Component
public final class RecordTelling implements OrderCommand {

    private final Incidents incidents;

    @Activate
    public RecordTelling(@Reference Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public String name() {
        return "logistics/record-telling";
    }

    @Override
    public Text title() {
        return Text.of("logistics.record-telling");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Duties.NOTIFY);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Incident incident = incidents.about(task.orElseThrow());
        return Form.of(
                Text.of("logistics.record-telling-submit"),
                Field.choice("party", Text.of("logistics.party"), incidents.untold(incident).stream()
                                .map(party -> new Field.Option(party, Text.of("logistics.party." + party)))
                                .toList())
                        .withHint(Text.of("logistics.incident-said", Text.of("logistics.incident." + incident.kind()), incident.words()))
                        .withClause("6.1"),
                Field.text("whom", Text.of("logistics.whom")),
                Field.choice("means", Text.of("logistics.means"), Stream.of("phone", "message", "mail", "in-person")
                        .map(means -> new Field.Option(means, Text.of("logistics.means." + means)))
                        .toList()),
                Field.longText("words", Text.of("logistics.said")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        Incident incident = incidents.about(owed);
        String party = values.text("party");
        incidents.keep(new Telling(incident, party, values.text("whom"), values.text("means"), values.text("words"), file));
        List<String> left = incidents.untold(incident).stream().filter(each -> !each.equals(party)).toList();
        if (left.isEmpty()) {
            file.complete(owed.id(), Outcome.of("told"));
        }
        Text said = Text.of("logistics.told", incident.number(), Text.of("logistics.party." + party), values.text("whom"));
        file.note("logistics.incident", said, List.of());
        return Answer.of(said, file.number()).withId(incident.id());
    }
}
