package dev.kontor.production;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * An order is finished when machines that passed their final inspection cover every line of it. Whoever sets or
 * withdraws {@link MilestoneName#PRODUCTION_FINISHED} of a machine calls {@link #settle} in the same command.
 */
public final class Finished {

    /** Reports of progress, owed until then. */
    public static final TaskKind PROGRESS = new TaskKind("production.progress");

    private Finished() {}

    /** Whether finished machines are at least what every line orders; of a line that was dropped they count for nothing. */
    public static boolean covers(OrderView file) {
        return file.order().map(Order::lines).orElse(List.of()).stream().allMatch(line -> covers(file, line));
    }

    private static boolean covers(OrderView file, OrderLine line) {
        BigDecimal finished = file.machines().stream()
                .filter(machine -> machine.line() == line.position() && machine.has(MilestoneName.PRODUCTION_FINISHED))
                .map(Machine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return finished.compareTo(line.quantity()) >= 0;
    }

    /**
     * The order reaches {@code production.finished} on the day of the machine that was last, or stands on it no longer once
     * a machine is reworked; a finished order owes no progress report. An order whose production has not started is left alone.
     *
     * @throws dev.kontor.api.desk.Refused {@code CONFLICT} while a hold on the milestone stands
     */
    public static void settle(OrderFile file) {
        boolean stands = file.milestones().contains(MilestoneName.PRODUCTION_FINISHED);
        if (file.order().isPresent() && file.milestones().contains(MilestoneName.PRODUCTION_STARTED) && covers(file)) {
            file.reach(MilestoneName.PRODUCTION_FINISHED, last(file));
            file.openTasks(PROGRESS).forEach(task -> file.cancel(task.id(), Text.of("production.plan.ready")));
        } else if (stands) {
            file.withdraw(MilestoneName.PRODUCTION_FINISHED, Text.of("production.finished-no-longer"));
        }
    }

    /**
     * An order that was changed to more than was finished of it is finished no longer, and one that was changed to no more than
     * that is finished.
     */
    public static void recheck(OrderFile file) {
        boolean stands = file.milestones().contains(MilestoneName.PRODUCTION_FINISHED);
        if (stands && !covers(file)) {
            file.withdraw(MilestoneName.PRODUCTION_FINISHED, Text.of("production.finished-outgrown"));
        } else if (!stands) {
            settle(file);
        }
    }

    private static LocalDate last(OrderView file) {
        return file.machines().stream()
                .flatMap(machine -> machine.on(MilestoneName.PRODUCTION_FINISHED).stream())
                .max(Comparator.naturalOrder())
                .orElse(file.today());
    }
}
