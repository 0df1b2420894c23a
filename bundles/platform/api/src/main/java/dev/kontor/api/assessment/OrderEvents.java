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
 * @param earlier the revisions, other than the one in force, at which it reached the milestones that it stands on
 */
public record OrderEvents(
        OrderNumber order,
        Optional<Order> content,
        List<Milestone> milestones,
        List<Entry> lines,
        List<Lapse> lapses,
        List<Order> earlier) {

    public OrderEvents {
        milestones = List.copyOf(milestones);
        lines = List.copyOf(lines);
        lapses = List.copyOf(lapses);
        earlier = List.copyOf(earlier);
    }

    public OrderEvents(
            OrderNumber order, Optional<Order> content, List<Milestone> milestones, List<Entry> lines, List<Lapse> lapses) {
        this(order, content, milestones, lines, lapses, List.of());
    }

    /** What was in force when it reached a milestone that it stands on. */
    public Optional<Order> contentAt(Milestone milestone) {
        return earlier.stream().filter(each -> each.revision() == milestone.revision()).findFirst().or(this::content);
    }

    /** The lines of one kind, oldest first. */
    public List<Entry> lines(String kind) {
        return lines.stream().filter(line -> line.kind().equals(kind)).toList();
    }
}
