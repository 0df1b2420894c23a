package dev.kontor.api.department;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * On what a department opens, and what it does then.
 *
 * @param name unique within the department, and kept with the orders: an arrival under another name is another arrival
 * @param milestones an order must stand on all of them before its file arrives; at least one
 * @param work opens the file, in a command of its own; the file is valid only until this returns
 */
public record Arrival(String name, Set<MilestoneName> milestones, Work work) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]*(\\.[a-z][a-z-]*)?");

    /** What a department does with a file that has arrived. */
    @FunctionalInterface
    @ConsumerType
    public interface Work {

        void open(OrderFile file);
    }

    private static final int LONGEST = 100;

    public Arrival {
        if (name.length() > LONGEST || !FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("The arrival (%s) must look like completed or review.cleared.".formatted(name));
        }
        if (milestones.isEmpty()) {
            throw new IllegalArgumentException("The arrival (%s) waits for no milestone.".formatted(name));
        }
        milestones = Set.copyOf(milestones);
    }

    /** The usual arrival: on one milestone, and named like it. */
    public static Arrival on(MilestoneName milestone, Work work) {
        return new Arrival(milestone.value(), Set.of(milestone), work);
    }
}
