package dev.kontor.api.machine;

import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One machine of an order, from the day on which production gives it its serial number. What is not counted in machines,
 * spare parts or metres of cable, is one lot with a serial number of its own.
 *
 * @param line the position of the order's line that it fulfils
 * @param model as ordered at {@code revision}
 * @param quantity 1 for a machine; of a lot how much of the line it is
 * @param revision of the order under which it was enrolled
 * @param milestones that it has passed, oldest first
 * @param struck that its order has it no more, scrapped or lost: its file stays
 */
public record Machine(
        SerialNumber serial,
        OrderNumber order,
        int line,
        String model,
        BigDecimal quantity,
        int revision,
        Instant since,
        List<Passed> milestones,
        Optional<Struck> struck) {

    public Machine {
        milestones = List.copyOf(milestones);
    }

    /** One that its order has. */
    public Machine(
            SerialNumber serial,
            OrderNumber order,
            int line,
            String model,
            BigDecimal quantity,
            int revision,
            Instant since,
            List<Passed> milestones) {
        this(serial, order, line, model, quantity, revision, since, milestones, Optional.empty());
    }

    /**
     * What became of a machine that its order has no more.
     *
     * @param at 1970-01-01T00:00:00Z where nobody kept it, of one that was struck before machines' files stayed
     * @param why empty as well then: the order's journal says it
     */
    public record Struck(Instant at, PersonId by, Text why) {}

    /**
     * A milestone of a machine; its name is a {@link MilestoneName} like an order's, {@code logistics.accepted}.
     *
     * @param on the day on which it happened, in the company's zone
     * @param at when it was recorded
     */
    public record Passed(MilestoneName milestone, LocalDate on, Instant at, PersonId by) {}

    public boolean has(MilestoneName milestone) {
        return on(milestone).isPresent();
    }

    /** The day on which it happened. */
    public Optional<LocalDate> on(MilestoneName milestone) {
        return milestones.stream().filter(passed -> passed.milestone().equals(milestone)).map(Passed::on).findFirst();
    }
}
