package dev.kontor.review.page;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.review.book.Issue;
import dev.kontor.review.book.Opinion;
import java.util.List;
import java.util.Optional;

/** When the clock of a department stood still, and why: while sales owed it an answer. */
final class Suspensions {

    private Suspensions() {}

    /** One below the other, oldest first; nothing where it never stopped. */
    static Cell of(OrderView file, Opinion opinion, List<Issue> issues) {
        List<Cell> stops = issues.stream()
                .filter(issue -> issue.task().equals(opinion.task()))
                .map(issue -> stop(file, issue))
                .toList();
        return new Cell.Many(stops);
    }

    private static Cell stop(OrderView file, Issue issue) {
        if (issue.answered()) {
            return Cell.words(Text.of("review.suspended-until", issue.raisedAt(), issue.answeredAt().orElseThrow(), issue.question()));
        }
        Optional<Task> answer = open(file, issue.answerTask());
        if (answer.isEmpty() || open(file, issue.task()).isEmpty()) {
            return Cell.words(Text.of("review.suspended-ended", issue.raisedAt(), issue.question()));
        }
        Text since = answer.get().deadline()
                .map(due -> Text.of("review.suspended-due", issue.raisedAt(), due.lastDay(), issue.question()))
                .orElse(Text.of("review.suspended-open", issue.raisedAt(), issue.question()));
        return new Cell.Badge(Tone.WARNING, since);
    }

    private static Optional<Task> open(OrderView file, String id) {
        return file.openTasks().stream().filter(task -> task.id().toString().equals(id)).findFirst();
    }
}
