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
import dev.kontor.logistics.incident.Incident;
import dev.kontor.logistics.incident.Incidents;
import dev.kontor.logistics.incident.TrackEntry;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The clerk has heard of a shipment under way; the next time is owed at once. Short, to be filled in on a phone. */
@Component
public final class TrackShipment implements OrderCommand {

    private static final String ON_SCHEDULE = "on-schedule";
    private static final String DAMAGED = "damaged";

    private final Shipments shipments;
    private final Incidents incidents;

    @Activate
    public TrackShipment(@Reference Shipments shipments, @Reference Incidents incidents) {
        this.shipments = shipments;
        this.incidents = incidents;
    }

    @Override
    public String name() {
        return "logistics/track-shipment";
    }

    @Override
    public Text title() {
        return Text.of("logistics.track-shipment");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Duties.TRACK);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("logistics.track-submit"),
                Field.text("where", Text.of("logistics.where")).withClause("6.1"),
                Field.choice("state", Text.of("logistics.track-state"), Stream.of(ON_SCHEDULE, "delayed", DAMAGED)
                        .map(state -> new Field.Option(state, Text.of("logistics.track." + state)))
                        .toList()),
                Field.date("expected-on", Text.of("logistics.expected-on")).optional(),
                Field.longText("words", Text.of("logistics.remarks")).optional().withHint(Text.of("logistics.track-hint")));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        Map<String, Object> values = new HashMap<>(Map.of("state", ON_SCHEDULE));
        shipments.about(task.orElseThrow()).journey().expectedOn().ifPresent(day -> values.put("expected-on", day.toString()));
        return new Values(values);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        Shipment shipment = shipments.about(owed);
        String state = values.text("state");
        List<String> wrong = wrong(file, shipment, values);
        if (!wrong.isEmpty() && values.text("words").isEmpty()) {
            throw Refused.at("words", Text.of("logistics.incident-words"));
        }
        List<String> news = wrong.stream().filter(kind -> isNews(kind, shipment, values)).toList();
        int sequence = incidents.heard(shipment).size() + 1;
        incidents.keep(new TrackEntry(shipment, sequence, values.text("where"), state, values.date("expected-on"), values.text("words"))
                .heard(file.actor().id().value(), file.now()));
        file.complete(owed.id(), Outcome.of(state));
        Duties.track(file, shipment, sequence + 1, values.date("expected-on"));
        Text said = Text.of("logistics.tracked", shipment.number(), values.text("where"), Text.of("logistics.track." + state));
        file.note("logistics.tracked", said, List.of());
        news.forEach(kind -> incidents.report(file, shipment, kind, values.text("words")));
        return Answer.of(said, file.number()).withId(shipment.id());
    }

    /** A delay that somebody works at is told again only if the goods come on another day. */
    private boolean isNews(String kind, Shipment shipment, Values values) {
        Optional<LocalDate> known = shipment.journey().expectedOn();
        return !kind.equals(Incident.DELAY)
                || values.date("expected-on").filter(day -> !known.equals(Optional.of(day))).isPresent()
                || incidents.of(shipment.order()).stream()
                        .noneMatch(each -> each.shipment().equals(shipment.id()) && each.isOpen() && each.kind().equals(kind));
    }

    /**
     * The kinds of incident that follow from what was heard: goods that are late, that come on a later day than was named
     * before, or whose day is over, are delayed.
     *
     * @throws Refused where they are said to be on schedule and are not
     */
    private static List<String> wrong(OrderFile file, Shipment shipment, Values values) {
        Optional<LocalDate> known = shipment.journey().expectedOn();
        LocalDate expected = values.date("expected-on").or(() -> known).orElse(file.today());
        boolean late = known.filter(expected::isAfter).isPresent() || expected.isBefore(file.today());
        if (values.text("state").equals(ON_SCHEDULE)) {
            if (late) {
                throw Refused.at("expected-on", Text.of("logistics.not-on-schedule", known.orElse(expected)));
            }
            return List.of();
        }
        if (!values.text("state").equals(DAMAGED)) {
            return List.of(Incident.DELAY);
        }
        return late ? List.of(Incident.DAMAGE, Incident.DELAY) : List.of(Incident.DAMAGE);
    }
}
