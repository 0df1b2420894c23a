package dev.kontor.api.assessment;

import dev.kontor.api.journal.Entry;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import java.util.List;
import java.util.Optional;

/**
 * What happened to an order, from its journal and its decisions.
 *
 * @param content the revision in force; empty until the order is submitted
 * @param milestones on which it stands, oldest first
 * @param lines of its journal, oldest first
 * @param lapses oldest first
 */
public record OrderEvents(
        OrderNumber order, Optional<Order> content, List<Milestone> milestones, List<Entry> lines, List<Lapse> lapses) {

    public OrderEvents {
        milestones = List.copyOf(milestones);
        lines = List.copyOf(lines);
        lapses = List.copyOf(lapses);
    }

    /** The lines of one kind, oldest first. */
    public List<Entry> lines(String kind) {
        return lines.stream().filter(line -> line.kind().equals(kind)).toList();
    }
}
