package dev.kontor.kernel.replay;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Replays.Scope;
import dev.kontor.api.rule.Replays.State;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.rows.Stamps;
import dev.kontor.kernel.rule.KeptDecisions;
import dev.kontor.kernel.rule.KeptDecisions.Kept;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of replays, and the decisions they try. */
@Component(service = ReplayRows.class)
public final class ReplayRows {

    private static final String SELECT = "select id, rule_set, number, digest, scope, points, state, total, done, changed, failed,"
            + " reached, until, chain, spent_ms, begun_by, begun_at from kernel_replay where ";
    private static final String FROM_DECISIONS =
            " from kernel_decision d left join kernel_order o on o.number = d.order_number where ";

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
    record Past(long running, Kept kept, String customer, BigDecimal amount, String currency) {}

    List<StoredReplay> of(String set) {
        return rows.all(SELECT + "rule_set = ? order by running desc", set).stream().map(ReplayRows::replay).toList();
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
                        + " failed, reached, until, chain, spent_ms, begun_by, begun_at)"
                        + " values (" + Rows.places(18) + ")",
                replay.id(), stamps.next(), replay.version().set(), replay.version().number(), replay.version().digest(),
                Canonical.text(replay.scope()), String.join(" ", replay.points()), word(replay.state()), replay.total(), replay.done(), replay.changed(), replay.failed(),
                replay.reached(), replay.until(), replay.chain(), replay.spentMs(), replay.by(), replay.begun());
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
        List<Object> values = new ArrayList<>();
        String where = where(points, scope, after, until, values);
        return rows.one("select count(*)" + FROM_DECISIONS + where, values.toArray()).orElseThrow().whole(0);
    }

    /**
     * Those that come next, in the order in which they were taken.
     *
     * @param settled no later ones: a command that has not ended may still add an earlier one, or take its own back
     */
    List<Past> next(StoredReplay replay, long settled, int limit) {
        List<Object> values = new ArrayList<>();
        String where = where(replay.points(), replay.scope(), replay.reached(), Math.min(settled, replay.until()), values);
        return rows
                .all("select d.id, d.order_number, d.point, d.content, d.running, coalesce(o.customer_name, ''), coalesce(o.total, 0),"
                        + " coalesce(o.currency, '')" + FROM_DECISIONS + where + " order by d.running fetch first " + limit + " rows only",
                        values.toArray())
                .stream()
                .map(row -> new Past(row.number(4), KeptDecisions.kept(row), row.text(5), row.amount(6), row.text(7)))
                .toList();
    }

    private static String where(List<String> points, Scope scope, long after, long until, List<Object> values) {
        values.addAll(points);
        values.add(after);
        values.add(until);
        scope.customer().map(CustomerId::value).ifPresent(values::add);
        return "d.point in (" + Rows.places(points.size()) + ") and d.running > ? and d.running <= ?"
                + (scope.customer().isPresent() ? " and o.customer = ?" : "");
    }

    void change(String replay, Past past, Trial trial) {
        rows.run("insert into kernel_replay_change (replay, running, decision, order_number, customer_name, amount, currency, decided_at,"
                        + " content) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                replay, past.running(), past.kept().decision().id(), past.kept().decision().order(), past.customer(), past.amount(),
                past.currency(), past.kept().decision().at(), Canonical.text(trial));
        rows.each("insert into kernel_replay_rule (replay, running, rule_name) values (?, ?, ?)",
                trial.rules().stream().map(rule -> new Object[] {replay, past.running(), rule}).toList());
    }
}
