package dev.kontor.production;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.util.Set;

/**
 * What is executed is what was approved (regulation, clause 4.2; ): while a change of the order is under review
 * nothing is planned or bought for it. What has happened is recorded all the same: progress, inspections, goods that came.
 */
public final class UnderReview {

    private static final Set<TaskKind> BUYING = Set.of(new TaskKind("production.purchase"), new TaskKind("production.over-budget"));

    private UnderReview() {}

    /** @throws Refused {@code CONFLICT} while the order's review is not cleared */
    public static void demandNone(OrderView file) {
        if (!isCleared(file)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("production.not-cleared", file.number().value()));
        }
    }

    /** Nobody's time to buy runs while it cannot be done. */
    public static void rest(OrderFile file) {
        boolean cleared = isCleared(file);
        file.openTasks().stream()
                .filter(task -> BUYING.contains(task.kind()) && cleared == task.suspendedAt().isPresent())
                .forEach(task -> {
                    if (cleared) {
                        file.resume(task.id());
                    } else {
                        file.suspend(task.id(), Text.of("production.under-review"));
                    }
                });
    }

    private static boolean isCleared(OrderView file) {
        return file.milestones().contains(MilestoneName.REVIEW_CLEARED);
    }
}
