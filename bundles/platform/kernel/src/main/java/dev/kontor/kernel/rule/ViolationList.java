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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Violations and proposed penalties that were carried out, with the words of the decision that each stands in. */
@Component(service = Violations.class)
public final class ViolationList implements Violations {

    private static final String ROWS = "select order_number, kind, subject, occasion, decision, concluded_at"
            + " from kernel_conclusion where kind = ? and ";
    private static final Comparator<Row> NEWEST = Comparator.<Row>comparingLong(row -> -row.number(5))
            .thenComparing(row -> row.text(0))
            .thenComparing(row -> row.text(1))
            .thenComparing(row -> row.text(2))
            .thenComparing(row -> row.text(3));

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
    public Part before(Instant before, int limit, Person reader) {
        if (!reader.holds(Role.AUDITOR)) {
            return new Part(List.of(), Optional.empty());
        }
        return transactions.read(() -> {
            List<Row> found = kinds(kind -> rows.all(
                    ROWS + "concluded_at < ? order by concluded_at desc fetch first " + (limit + 1) + " rows only", kind, before));
            if (found.size() <= limit) {
                return new Part(told(found), Optional.empty());
            }
            Instant last = found.get(limit - 1).instant(5);
            List<Row> whole = new ArrayList<>(found.stream().filter(row -> row.instant(5).isAfter(last)).toList());
            whole.addAll(kinds(kind -> rows.all(ROWS + "concluded_at = ?", kind, last)));
            boolean more = !kinds(kind -> rows.all(ROWS + "concluded_at < ? fetch first 1 rows only", kind, last)).isEmpty();
            return new Part(told(whole), Optional.of(last).filter(instant -> more));
        });
    }

    /** A kind after the other, so that each is read along its index; then newest first, and those of an instant by order. */
    private static List<Row> kinds(Function<String, List<Row>> reading) {
        return Stream.of("Violation", "Penalty")
                .flatMap(kind -> reading.apply(kind).stream())
                .sorted(NEWEST)
                .toList();
    }

    private List<Found> told(List<Row> found) {
        return found.stream().flatMap(this::found).toList();
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
