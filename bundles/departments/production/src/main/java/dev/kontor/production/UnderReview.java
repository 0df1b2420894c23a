package dev.kontor.production;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.text.Text;

/**
 * What is executed is what was approved (regulation, clause 4.2; ): while a change of the order is under review
 * nothing is planned or bought for it. What has happened is recorded all the same: progress, inspections, goods that came.
 */
public final class UnderReview {

    private UnderReview() {}

    /** @throws Refused {@code CONFLICT} while the order's review is not cleared */
    public static void demandNone(OrderView file) {
        if (!isCleared(file)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("production.not-cleared", file.number().value()));
        }
    }

    public static boolean isCleared(OrderView file) {
        return file.milestones().contains(MilestoneName.REVIEW_CLEARED);
    }
}
