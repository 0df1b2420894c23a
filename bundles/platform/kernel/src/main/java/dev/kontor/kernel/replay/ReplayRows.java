package dev.kontor.kernel.replay;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.Replays.Scope;
import dev.kontor.api.rule.Replays.State;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.rows.Condition;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.rows.Stamps;
import dev.kontor.kernel.rule.KeptDecisions;
import dev.kontor.kernel.rule.KeptDecisions.Kept;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of replays, and the decisions they try. */
@Component(service = ReplayRows.class)
public final class ReplayRows {

    private static final String SELECT = "select id, rule_set, number, digest, scope, points, state, total, done, changed, failed,"
            + " reached, until, chain, spent_ms, begun_by, begun_at from kernel_replay where ";

    private final Rows rows;
    private final Stamps stamps = new Stamps();

    @Activate
    public ReplayRows(@Reference Rows rows) {
        this.rows = rows;
    }

    /**
     * A decision of the past.
     *
     * @param amount zero without an order
     * @param currency empty without an order
     */
    record Past(long running, Kept kept, String customer, BigDecimal amount, String currency) {

        Line line() {
            Decision decision = kept.decision();
            return new Line(running, decision.id(), "", decision.order(), customer, amount, currency, decision.at());
        }
    }

    /**
     * A line of a report.
     *
     * @param running its place
     * @param decision empty for a case
     * @param named what the case is called; empty for a decision
     * @param order of a case what tells it from the others, so that its money counts once
     */
    record Line(long running, String decision, String named, String order, String customer, BigDecimal amount, String currency, Instant at) {}

    List<StoredReplay> of(String set) {
        return rows.all(SELECT + "rule_set = ? and proof = 0 order by running desc", set).stream().map(ReplayRows::replay).toList();
    }

    /** Proofs, newest first. */
    List<StoredReplay> proofs(int most) {
        return rows.all(SELECT + "proof = 1 order by running desc fetch first " + most + " rows only").stream().map(ReplayRows::replay).toList();
    }

    Optional<StoredReplay> find(String id) {
        return rows.one(SELECT + "id = ?", id).map(ReplayRows::replay);
    }

    /** In the order in which they were begun. */
    List<StoredReplay> running() {
        return rows.all(SELECT + "state = ? order by running", word(State.RUNNING)).stream().map(ReplayRows::replay).toList();
    }

    private static StoredReplay replay(Row row) {
        return new StoredReplay(
                row.text(0),
                new SetVersion(row.text(1), row.whole(2), row.text(3)),
                Canonical.read(row.text(4), Scope.class),
                List.of(row.text(5).split(" ")),
                State.valueOf(row.text(6).toUpperCase(Locale.ROOT)),
                row.whole(7), row.whole(8), row.whole(9), row.whole(10),
                row.number(11), row.number(12), row.text(13), row.number(14),
                new PersonId(row.text(15)), row.instant(16));
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    void insert(StoredReplay replay) {
        rows.run("insert into kernel_replay (id, running, rule_set, number, digest, scope, points, state, total, done, changed,"
                        + " failed, reached, until, chain, spent_ms, begun_by, begun_at, proof)"
                        + " values (" + Rows.places(19) + ")",
                replay.id(), stamps.next(), replay.version().set(), replay.version().number(), replay.version().digest(),
                Canonical.text(replay.scope()), String.join(" ", replay.points()), word(replay.state()), replay.total(), replay.done(), replay.changed(), replay.failed(),
                replay.reached(), replay.until(), replay.chain(), replay.spentMs(), replay.by(), replay.begun(), replay.scope().proof());
    }

    /** @return whether it was in that state */
    boolean become(String id, State from, State to) {
        return rows.run("update kernel_replay set state = ? where id = ? and state = ?", word(to), id, word(from)) == 1;
    }

    /**
     * Puts what was reached in the place of what was: once only, whoever else works on the same.
     *
     * @return whether it was still running where {@code before} was
     */
    boolean advance(StoredReplay before, StoredReplay after) {
        return rows.run("update kernel_replay set state = ?, total = ?, done = ?, changed = ?, failed = ?, reached = ?, chain = ?,"
                        + " spent_ms = ?"
                        + " where id = ? and state = ? and reached = ?",
                word(after.state()), after.total(), after.done(), after.changed(), after.failed(), after.reached(), after.chain(), after.spentMs(),
                before.id(), word(State.RUNNING), before.reached()) == 1;
    }

    int count(List<String> points, Scope scope, long after, long until) {
        return points.stream()
                .map(point -> taken(point, scope, after, until))
                .mapToInt(taken -> rows.one("select count(*) from kernel_decision where " + taken.sql(), taken.values().toArray())
                        .orElseThrow()
                        .whole(0))
                .sum();
    }

    /**
     * Those that come next, in the order in which they were taken.
     *
     * @param settled no later ones: a command that has not ended may still add an earlier one, or take its own back
     */
    List<Past> next(StoredReplay replay, long settled, int limit) {
        long until = Math.min(settled, replay.until());
        List<Row> page = replay.points().stream()
                .flatMap(point -> page(taken(point, replay.scope(), replay.reached(), until), limit).stream())
                .sorted(Comparator.comparingLong(row -> row.number(4)))
                .limit(limit)
                .toList();
        Map<String, Row> orders = orders(page.stream().map(row -> row.text(1)).distinct().toList());
        return page.stream().map(row -> past(row, Optional.ofNullable(orders.get(row.text(1))))).toList();
    }

    /** One point at a time, along the index: over several a store would sort all that is left for each page. */
    private List<Row> page(Condition taken, int limit) {
        return rows.all("select id, order_number, point, content, running from kernel_decision where " + taken.sql()
                + " order by running fetch first " + limit + " rows only", taken.values().toArray());
    }

    private static Condition taken(String point, Scope scope, long after, long until) {
        Condition taken = Condition.of("point = ? and running > ? and running <= ?", point, after, until);
        return scope.customer()
                .map(customer -> taken.and(Condition.of("exists (select 1 from kernel_order o"
                        + " where o.number = kernel_decision.order_number and o.customer = ?)", customer)))
                .orElse(taken);
    }

    private Map<String, Row> orders(List<String> numbers) {
        Condition named = Condition.in("number", numbers);
        return rows.all("select number, customer_name, total, currency from kernel_order where " + named.sql(), named.values().toArray())
                .stream()
                .collect(Collectors.toMap(row -> row.text(0), row -> row));
    }

    private static Past past(Row row, Optional<Row> order) {
        return new Past(row.number(4), KeptDecisions.kept(row), order.map(found -> found.text(1)).orElse(""),
                order.map(found -> found.amount(2)).orElse(BigDecimal.ZERO), order.map(found -> found.text(3)).orElse(""));
    }

    void change(String replay, Line line, Trial trial) {
        rows.run("insert into kernel_replay_change (replay, running, decision, case_name, order_number, customer_name, amount, currency,"
                        + " decided_at, content) values (" + Rows.places(10) + ")",
                replay, line.running(), line.decision(), line.named(), line.order(), line.customer(), line.amount(), line.currency(),
                line.at(), Canonical.text(trial));
        rows.each("insert into kernel_replay_rule (replay, running, rule_name) values (?, ?, ?)",
                trial.rules().stream().map(rule -> new Object[] {replay, line.running(), rule}).toList());
    }
}
