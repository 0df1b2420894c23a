package dev.kontor.kernel.rule;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.kernel.order.Revision;
import dev.kontor.kernel.rows.Condition;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.rows.Stamps;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The decisions' rows. */
@Component(service = KeptDecisions.class)
public final class KeptDecisions {

    private static final String SELECT = "select id, order_number, point, content from kernel_decision where ";

    /** The pattern of one that cannot be read: it is found by nothing that it says. */
    private static final long UNREADABLE = 1;

    private final Rows rows;
    private final DecisionPatterns patterns;
    private final Stamps stamps = new Stamps();

    @Activate
    public KeptDecisions(@Reference Rows rows, @Reference DecisionPatterns patterns) {
        this.rows = rows;
        this.patterns = patterns;
    }

    /**
     * A decision, and the facts it was taken on.
     *
     * @param content as it is kept now
     */
    public record Kept(Decision decision, List<KeptFact> facts, String content) {

        /** Of what is kept now. */
        public String digest() {
            return Canonical.digest(content);
        }
    }

    /**
     * Keeps it.
     *
     * @param inForce the revision of the order that may be among the facts
     * @return the digest of what is kept, for the journal
     */
    public String keep(Decision decision, List<? extends Record> facts, Optional<Revision> inForce) {
        List<KeptFact> kept = facts.stream()
                .map(fact -> inForce.filter(revision -> revision.order() == fact).map(KeptFact::of).orElseGet(() -> KeptFact.of(fact)))
                .toList();
        String content = Canonical.text(DecisionContent.of(decision, kept));
        rows.run("insert into kernel_decision (id, order_number, point, running, pattern, content) values (?, ?, ?, ?, ?, ?)",
                decision.id(), decision.order(), decision.point(), stamps.next(), patterns.of(decision), content);
        return Canonical.digest(content);
    }

    /** Newest first. */
    List<Kept> of(OrderNumber order) {
        return rows.all(SELECT + "order_number = ? order by running desc", order).stream().map(KeptDecisions::kept).toList();
    }

    /** The latest at each point, newest first. */
    public List<Decision> latest(OrderNumber order) {
        Map<String, String> ids = new LinkedHashMap<>();
        rows.all("select id, point from kernel_decision where order_number = ? order by running desc", order)
                .forEach(row -> ids.putIfAbsent(row.text(1), row.text(0)));
        return ids.isEmpty()
                ? List.of()
                : rows.all(SELECT + "id in (" + Rows.places(ids.size()) + ") order by running desc", ids.values().toArray()).stream()
                        .map(row -> kept(row).decision())
                        .toList();
    }

    /** The latest at a point. */
    public Optional<Decision> latest(OrderNumber order, ConsultationPoint point) {
        return rows.one(SELECT + "order_number = ? and point = ? order by running desc fetch first 1 rows only", order, point)
                .map(row -> kept(row).decision());
    }

    /** Whether the person may read it: one about the company is for auditors, any other for who may see its order. */
    static boolean maySee(Decision decision, Person reader, OrderRows orders) {
        return decision.order().isEmpty()
                ? reader.holds(Role.AUDITOR)
                : orders.seen(new OrderNumber(decision.order()), reader).isPresent();
    }

    /** Those of these ids, in their order. */
    List<Decision> of(List<String> ids) {
        Condition named = Condition.in("id", ids);
        Map<String, Decision> found = new HashMap<>();
        rows.all(SELECT + named.sql(), named.values().toArray()).forEach(row -> found.put(row.text(0), kept(row).decision()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Some of those whose pattern was not entered yet. */
    List<Row> withoutPattern(int most) {
        return rows.all(SELECT + "pattern = 0 order by running desc fetch first " + most + " rows only");
    }

    /** @return whether any may be left */
    boolean enterPatterns(int most) {
        List<Row> some = withoutPattern(most);
        some.forEach(row -> rows.run("update kernel_decision set pattern = ? where id = ?", pattern(row), row.text(0)));
        return some.size() == most;
    }

    private long pattern(Row row) {
        try {
            return patterns.of(kept(row).decision());
        } catch (IllegalArgumentException garbled) {
            return UNREADABLE;
        }
    }

    Optional<Kept> decision(String id) {
        return rows.one(SELECT + "id = ?", id).map(KeptDecisions::kept);
    }

    /** From a row that begins as those that are read here: id, order, point, content. */
    public static Kept kept(Row row) {
        String text = row.text(3);
        DecisionContent content = Canonical.read(text, DecisionContent.class);
        return new Kept(content.decision(row.text(0), row.text(1), row.text(2)), content.facts(), text);
    }
}
