package dev.kontor.review.joint;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Round;
import dev.kontor.review.book.Stage;

/** Whether an order was ever cleared: then it may be under way, whatever of it is under review by now. */
final class Execution {

    private Execution() {}

    static boolean hasBegun(OrderView file, ReviewBook book) {
        boolean takenOver = file.milestones().contains(MilestoneName.ENTRY_OPENED);
        return takenOver
                || file.milestones().contains(MilestoneName.REVIEW_CLEARED)
                || !file.machines().isEmpty()
                || book.rounds(file.number(), Stage.JOINT).stream().anyMatch(round -> round.state().equals(Round.CLEARED));
    }
}
