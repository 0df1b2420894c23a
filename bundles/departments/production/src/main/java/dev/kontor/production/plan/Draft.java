package dev.kontor.production.plan;

import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.production.plan.book.Piece;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a planner has planned, before it is placed.
 *
 * @param lots positions of the lines that are built as one lot
 * @param steps of each line in the order in which they are done
 */
record Draft(LocalDate startOn, Set<Integer> lots, List<Step> steps, List<Materials.Need> materials) {

    /** @param hours for one machine, or for the lot */
    record Step(int line, String name, String centre, BigDecimal hours) {}

    Draft {
        lots = Set.copyOf(lots);
        steps = List.copyOf(steps);
        materials = List.copyOf(materials);
    }

    List<Step> of(int line) {
        return steps.stream().filter(step -> step.line() == line).toList();
    }

    /**
     * What the order is built as. Of a line that has fewer machines than before those stay that carry a serial number.
     *
     * @param known what it was built as before
     */
    List<Piece> pieces(Order order, List<Piece> known) {
        List<Piece> pieces = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            if (lots.contains(line.position())) {
                pieces.add(new Piece(order.number(), line.position(), 0, line.quantity()));
            } else {
                Stream.concat(numbered(line, known), IntStream.iterate(1, next -> next + 1).boxed())
                        .distinct()
                        .limit(line.quantity().intValueExact())
                        .sorted()
                        .forEach(piece -> pieces.add(new Piece(order.number(), line.position(), piece, BigDecimal.ONE)));
            }
        }
        return pieces;
    }

    private static Stream<Integer> numbered(OrderLine line, List<Piece> known) {
        return known.stream()
                .filter(piece -> piece.line() == line.position() && !piece.isLot() && piece.serial().isPresent())
                .map(Piece::piece);
    }
}
