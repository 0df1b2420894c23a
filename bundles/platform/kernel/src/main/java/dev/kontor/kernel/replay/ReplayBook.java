package dev.kontor.kernel.replay;

import dev.kontor.api.order.Money;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Replays;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.rule.RuleServices;
import dev.kontor.store.Transactions;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports of replays, in the words of the versions that concluded. */
@Component(service = Replays.class)
public final class ReplayBook implements Replays {

    private static final int MOST = 1000;
    private static final int MOST_PROOFS = 50;

    private final Transactions transactions;
    private final Rows rows;
    private final ReplayRows replays;
    private final RuleServices rules;

    @Activate
    public ReplayBook(
            @Reference Transactions transactions, @Reference Rows rows, @Reference ReplayRows replays, @Reference RuleServices rules) {
        this.transactions = transactions;
        this.rows = rows;
        this.replays = replays;
        this.rules = rules;
    }

    private static boolean mayRead(Person reader) {
        return reader.holds(Role.RULE_ADMINISTRATOR) || reader.holds(Role.AUDITOR) || reader.holds(Role.LEADERSHIP);
    }

    @Override
    public List<Replay> of(String set, Person reader) {
        return mayRead(reader)
                ? transactions.read(() -> replays.of(set).stream().map(StoredReplay::shown).toList())
                : List.of();
    }

    @Override
    public List<Replay> proofs(Person reader) {
        return mayRead(reader)
                ? transactions.read(() -> replays.proofs(MOST_PROOFS).stream().map(StoredReplay::shown).toList())
                : List.of();
    }

    @Override
    public Optional<Replay> replay(String id, Person reader) {
        return mayRead(reader) ? transactions.read(() -> replays.find(id)).map(StoredReplay::shown) : Optional.empty();
    }

    @Override
    public Optional<Replay> latest(String set, String digest) {
        return transactions.read(() -> replays.of(set).stream()
                .filter(each -> each.state() == State.DONE && each.scope().cases().isEmpty() && each.version().digest().equals(digest))
                .findFirst()
                .map(StoredReplay::shown));
    }

    @Override
    public List<Changed> changed(String id, Sort sort, int from, int limit, Person reader) {
        if (!mayRead(reader)) {
            return List.of();
        }
        String order = sort == Sort.MONEY ? "currency, amount desc, running" : "running";
        return transactions.read(() -> rows
                .all("select decision, order_number, customer_name, amount, currency, decided_at, content, case_name from kernel_replay_change"
                        + " where replay = ? order by " + order + " offset " + Math.max(0, from) + " rows fetch first "
                        + Math.min(MOST, Math.max(1, limit)) + " rows only", id)
                .stream()
                .map(this::changed)
                .toList());
    }

    private Changed changed(Row row) {
        Trial trial = Canonical.read(row.text(6), Trial.class);
        Optional<Money> money = row.text(4).isEmpty() ? Optional.empty() : Optional.of(new Money(row.amount(3), row.text(4)));
        String named = row.text(7);
        return new Changed(named.isEmpty() ? row.text(0) : "", named, named.isEmpty() ? row.text(1) : "", row.text(2), money, row.instant(5),
                trial.before().stream().map(rules::told).toList(), trial.after().stream().map(rules::told).toList(),
                trial.said());
    }

    @Override
    public List<Total> byRule(String id, Person reader) {
        return totals(reader, "select t.name, t.currency, count(*), sum(t.many), sum(t.amount) from"
                + " (select r.rule_name as name, c.order_number, c.currency, c.amount, count(*) as many from kernel_replay_rule r"
                + " join kernel_replay_change c on c.replay = r.replay and c.running = r.running"
                + " where r.replay = ? and c.currency <> '' group by r.rule_name, c.order_number, c.currency, c.amount) t"
                + " group by t.name, t.currency order by 5 desc, 1", id);
    }

    @Override
    public List<Total> byCustomer(String id, Person reader) {
        return totals(reader, "select t.name, t.currency, count(*), sum(t.many), sum(t.amount) from"
                + " (select customer_name as name, order_number, currency, amount, count(*) as many from kernel_replay_change"
                + " where replay = ? and currency <> '' group by customer_name, order_number, currency, amount) t"
                + " group by t.name, t.currency order by 5 desc, 1", id);
    }

    private List<Total> totals(Person reader, String sql, String id) {
        if (!mayRead(reader)) {
            return List.of();
        }
        return transactions.read(() -> rows.all(sql + " fetch first " + MOST + " rows only", id).stream()
                .map(row -> new Total(row.text(0), row.whole(2), row.whole(3), new Money(row.amount(4), row.text(1))))
                .toList());
    }
}
