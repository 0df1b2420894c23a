package dev.kontor.production.plan;

import dev.kontor.api.order.OrderNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What the plan in force of an order needs bought. A service; usable inside a command or a read. */
public interface Materials {

    /** By the day on which it is needed; none before the order is planned. */
    List<Need> of(OrderNumber order);

    /**
     * One material.
     *
     * @param key stays the same while line, name and specification do, whatever else a later version of the plan changes
     * @param line position of the order's line that it is for; 0 when it is for all of them
     * @param specification may be empty
     * @param neededBy the day on which it must be at hand
     */
    record Need(
            String key, int line, String name, String specification, BigDecimal quantity, String unit, LocalDate neededBy) {}
}
