package dev.kontor.review.joint;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Round;
import dev.kontor.review.book.Stage;
import java.util.List;

/** Whether an order was ever cleared: then it may be under way, whatever of it is under review by now. And how it ends. */
final class Execution {

    private Execution() {}

    /** Nobody owes it anything any more; what the supervision group treats at it is about people and goes on. */
    static void end(OrderFile file, Text why) {
        List<TaskId> owed = file.openTasks().stream()
                .filter(task -> !task.kind().value().startsWith("supervision."))
                .map(Task::id)
                .toList();
        owed.forEach(each -> file.cancel(each, why));
    }

    static boolean hasBegun(OrderView file, ReviewBook book) {
        boolean takenOver = file.milestones().contains(MilestoneName.ENTRY_OPENED);
        return takenOver
                || file.milestones().contains(MilestoneName.REVIEW_CLEARED)
                || !file.machines().isEmpty()
                || book.rounds(file.number(), Stage.JOINT).stream().anyMatch(round -> round.state().equals(Round.CLEARED));
    }
}
