package dev.kontor.production.plan;

import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.production.plan.book.Piece;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

    /** What the order is built as. */
    List<Piece> pieces(Order order) {
        List<Piece> pieces = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            if (lots.contains(line.position())) {
                pieces.add(new Piece(order.number(), line.position(), 0, line.quantity()));
            } else {
                for (int piece = 1; piece <= line.quantity().intValueExact(); piece++) {
                    pieces.add(new Piece(order.number(), line.position(), piece, BigDecimal.ONE));
                }
            }
        }
        return pieces;
    }
}
