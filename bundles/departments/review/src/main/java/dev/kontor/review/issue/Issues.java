package dev.kontor.review.issue;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.review.Spans;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.Issue;
import dev.kontor.review.book.ReviewBook;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The thread of an issue between who reviews and sales. While sales owes an answer the reviewer's clock stands
 * still and sales' runs.
 */
@Component(service = Issues.class)
public final class Issues {

    private final ReviewBook book;
    private final Spans spans;

    @Activate
    public Issues(@Reference ReviewBook book, @Reference Spans spans) {
        this.book = book;
        this.spans = spans;
    }

    Issue raise(OrderFile file, Task reviewing, String asker, String question) {
        Issue issue = new Issue(
                file.number().value(),
                file.order().orElseThrow().revision(),
                Issue.QUESTION,
                asker,
                reviewing.id().toString(),
                question,
                file.actor().id().value(),
                file.now());
        book.keep(issue);
        Text told = Text.of("review.issue-raised", Text.of("department." + asker), question);
        NewTask owed = NewTask.of(Vocabulary.ANSWER, Role.SALES_REP)
                .about(asker)
                .heldBy(file.summary().representative());
        issue.await(file.raise(spans.within(file, "answer-days", owed)).id().toString());
        if (reviewing.suspendedAt().isEmpty()) {
            file.suspend(reviewing.id(), told);
        }
        file.note("review.issue-raised", told, List.of());
        file.notify(file.summary().representative(), told);
        return issue;
    }

    void answer(OrderFile file, Task answering, String words) {
        Issue issue = book.awaiting(file.number(), answering.id().toString())
                .filter(each -> !each.answered())
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("review.issue-answered")));
        issue.answer(words, file.actor().id().value(), file.now());
        file.complete(answering.id(), new Outcome("answered", words));
        boolean owed = book.issues(file.number()).stream()
                .anyMatch(each -> each.task().equals(issue.task()) && !each.answered() && !each.id().equals(issue.id()));
        file.openTasks().stream()
                .filter(task -> task.id().toString().equals(issue.task()) && task.suspendedAt().isPresent() && !owed)
                .forEach(task -> {
                    file.resume(task.id());
                    file.notify(task.role(), Text.of("review.issue-answer-came", file.number().value(), words));
                });
        file.note("review.issue-answered", Text.of("review.issue-answer-came", file.number().value(), words), List.of());
    }

    /** @throws Refused while sales has not answered */
    void resolve(OrderFile file, String id, String words) {
        Issue issue = book.issue(file.number(), id)
                .filter(each -> !each.resolved())
                .orElseThrow(() -> Refused.at("issue", Text.of("review.issue-resolved")));
        if (!issue.answered()) {
            throw Refused.at("issue", Text.of("review.issue-unanswered"));
        }
        issue.resolve(words, file.actor().id().value(), file.now());
        file.note("review.issue-resolved", Text.of("review.issue-resolved-with", issue.question(), words), List.of());
    }

    Field choice(OrderNumber order, String asker) {
        return Field.choice(
                "issue",
                Text.of("review.issue"),
                book.unresolved(order, asker).stream()
                        .map(issue -> new Field.Option(
                                issue.id(),
                                Text.of("review.issue-line", issue.question(), Text.of("review.issue." + issue.state()), issue.answer())))
                        .toList());
    }

    boolean any(OrderNumber order, String asker) {
        return !book.unresolved(order, asker).isEmpty();
    }

    String question(OrderNumber order, Task answering) {
        return book.awaiting(order, answering.id().toString()).map(Issue::question).orElse("");
    }
}
