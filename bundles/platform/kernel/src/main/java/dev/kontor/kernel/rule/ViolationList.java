package dev.kontor.kernel.rule;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Violations;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.rule.Conclusions.Key;
import dev.kontor.store.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Violations and proposed penalties that were carried out, with the words of the decision that each stands in. */
@Component(service = Violations.class)
public final class ViolationList implements Violations {

    private final Transactions transactions;
    private final Rows rows;
    private final KeptDecisions decisions;
    private final RuleServices rules;

    @Activate
    public ViolationList(
            @Reference Transactions transactions,
            @Reference Rows rows,
            @Reference KeptDecisions decisions,
            @Reference RuleServices rules) {
        this.transactions = transactions;
        this.rows = rows;
        this.decisions = decisions;
        this.rules = rules;
    }

    @Override
    public List<Found> before(Instant before, int limit, Person reader) {
        if (!reader.holds(Role.AUDITOR)) {
            return List.of();
        }
        return transactions.read(() -> rows
                .all("select order_number, kind, subject, occasion, decision, concluded_at from kernel_conclusion"
                        + " where kind in ('Violation', 'Penalty') and concluded_at < ? order by concluded_at desc, order_number"
                        + " fetch first " + limit + " rows only", before)
                .stream()
                .flatMap(this::found)
                .toList());
    }

    private Stream<Found> found(Row row) {
        Key key = new Key(row.text(1), row.text(2), row.text(3));
        return decisions.decision(row.text(4)).stream()
                .flatMap(kept -> kept.decision().conclusions().stream())
                .filter(concluded -> Key.of(concluded.conclusion()).equals(key))
                .limit(1)
                .map(concluded -> new Found(new OrderNumber(row.text(0)), row.instant(5), rules.told(concluded), row.text(4)));
    }
}
