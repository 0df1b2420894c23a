package dev.kontor.supervision.events;

import dev.kontor.api.assessment.Lapse;
import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.journal.Activity;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.Orders;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.DecisionRecord.Told;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.supervision.Supervision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads what happened to orders. Counts nothing itself. */
@Component(service = Events.class)
public final class Events {

    private static final int LINES = 500;

    private final Orders orders;
    private final Journals journals;
    private final Activity activity;
    private final Decisions decisions;
    private final Accounts accounts;

    @Activate
    public Events(
            @Reference Orders orders, @Reference Journals journals, @Reference Activity activity, @Reference Decisions decisions,
            @Reference Accounts accounts) {
        this.orders = orders;
        this.journals = journals;
        this.activity = activity;
        this.decisions = decisions;
        this.accounts = accounts;
    }

    /** The whole life of an order. */
    public OrderEvents of(OrderNumber order) {
        List<Entry> lines = lines(order);
        Optional<Order> content = orders.order(order, Supervision.COUNTER);
        List<Milestone> milestones = orders.milestones(order, Supervision.COUNTER);
        List<Order> earlier = milestones.stream()
                .map(Milestone::revision)
                .distinct()
                .filter(revision -> revision > 0 && content.filter(now -> now.revision() > revision).isPresent())
                .flatMap(revision -> orders.order(order, revision, Supervision.COUNTER).stream())
                .toList();
        return new OrderEvents(order, content, milestones, lines, lapses(lines), earlier);
    }

    /** The whole life of every order to which something happened from {@code from} on and before {@code until}; no other is read. */
    public List<OrderEvents> within(Instant from, Instant until) {
        return activity.orders(from, until, Supervision.COUNTER).stream().map(this::of).toList();
    }

    private List<Entry> lines(OrderNumber order) {
        List<Entry> lines = new ArrayList<>();
        List<Entry> part = journals.of(order, Long.MAX_VALUE, LINES, Supervision.COUNTER);
        while (!part.isEmpty()) {
            lines.addAll(part);
            part = journals.of(order, part.get(part.size() - 1).sequence(), LINES, Supervision.COUNTER);
        }
        Collections.reverse(lines);
        return lines;
    }

    /** A sweep concludes the same violation again with others; what counts is the first time. */
    private List<Lapse> lapses(List<Entry> lines) {
        Map<List<String>, Lapse> once = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> line.kind().equals("rules.violation") && !line.decision().isEmpty())
                .forEach(line -> decisions.decision(line.decision(), Supervision.COUNTER).stream()
                        .flatMap(record -> record.conclusions().stream()
                                .filter(told -> told.conclusion() instanceof Conclusion.Violation)
                                .map(told -> lapse(record, told, line.at())))
                        .forEach(lapse -> once.putIfAbsent(
                                List.of(lapse.point().value(), lapse.subject(), lapse.occasion()), lapse)));
        return List.copyOf(once.values());
    }

    private Lapse lapse(DecisionRecord record, Told told, Instant at) {
        Conclusion found = told.conclusion();
        Optional<PersonId> person = Optional.of(found.subject())
                .filter(subject -> subject.matches("[a-z][a-z0-9._-]{0,63}"))
                .map(PersonId::new)
                .filter(id -> accounts.person(id).isPresent());
        return new Lapse(record.point(), found.subject(), person, found.occasion(), found.clause(),
                new ReasonWords(told.reasonEn(), told.reasonZh()), at, record.id());
    }
}
