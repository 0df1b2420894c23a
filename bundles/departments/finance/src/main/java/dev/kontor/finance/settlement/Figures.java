package dev.kontor.finance.settlement;

import dev.kontor.api.order.Money;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of an order that are settled, and in what they do not agree.
 *
 * @param ordered the order's total
 * @param scheduled what its instalments come to
 * @param invoiced net of red letters
 * @param received what was allocated to its instalments, set-offs of penalties included
 * @param retained retention money that is not due yet
 * @param forUs penalties that the customer owes, {@code againstUs} that the company owes; less what was waived, set off or paid
 * @param differences one sentence each; empty when the order may be settled
 */
record Figures(
        Money ordered,
        Money scheduled,
        Money invoiced,
        Money received,
        Money retained,
        Money forUs,
        Money againstUs,
        List<Text> differences) {

    Figures {
        differences = List.copyOf(differences);
    }

    /** What the customer still owes when the penalties are set off; negative when the company does. */
    Money balance() {
        return ordered.minus(received).minus(retained).plus(forUs).minus(againstUs);
    }

    /** By which it is known later whether somebody confirmed these very figures. */
    String written() {
        return writtenOfOrder() + joined(invoiced, received, retained, forUs, againstUs);
    }

    /** What {@link #written} begins with: the figures that only another revision changes. */
    String writtenOfOrder() {
        return joined(ordered, scheduled) + ";";
    }

    private static String joined(Money... sums) {
        return Stream.of(sums).map(Money::toString).collect(Collectors.joining(";"));
    }
}
