package dev.kontor.review.joint;

import static dev.kontor.review.book.Solution.CORRECTION;
import static dev.kontor.review.book.Solution.CUSTOMER_CONFIRMATION;
import static dev.kontor.review.book.Solution.SUPPLEMENTARY_AGREEMENT;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.review.Spans;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.Opinion;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Solution;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sales proposes how an objection is to be met; the objector is asked whether it will do. */
@Component
public final class ProposeSolution implements OrderCommand {

    private final ReviewBook book;
    private final Spans spans;

    @Activate
    public ProposeSolution(@Reference ReviewBook book, @Reference Spans spans) {
        this.book = book;
        this.spans = spans;
    }

    @Override
    public String name() {
        return "review/propose-solution";
    }

    @Override
    public Text title() {
        return Text.of("review.propose-solution");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP, Role.SALES_HEAD);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return !file.milestones().contains(Vocabulary.TERMINATED) && !book.unsolved(file.number()).isEmpty();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("review.propose-submit"),
                objection(book.unsolved(file.number())),
                Field.choice(
                                "kind",
                                Text.of("review.solution-kind"),
                                Stream.of(SUPPLEMENTARY_AGREEMENT, CUSTOMER_CONFIRMATION, CORRECTION)
                                        .map(kind -> new Field.Option(kind, Text.of("review.solution." + kind)))
                                        .toList())
                        .withClause("4.2"),
                Field.longText("words", Text.of("review.solution-words")),
                Field.file("document", Text.of("review.solution-document"))
                        .optional()
                        .withHint(Text.of("review.solution-document-hint")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Opinion objection = chosen(book.unsolved(file.number()), values);
        if (book.proposed(file.number(), objection.department()).isPresent()) {
            throw Refused.because(
                    Refused.Reason.CONFLICT, Text.of("review.solution-pending", Text.of("department." + objection.department())));
        }
        String kind = values.text("kind");
        if (kind.equals(CORRECTION) && objection.onSignedTerm()) {
            throw Refused.at("kind", Text.of("review.signed-term-needs-paper"));
        }
        if (!kind.equals(CORRECTION) && values.upload("document").isEmpty()) {
            throw Refused.at("document", Text.of("review.solution-needs-document"));
        }
        String document =
                values.upload("document").map(upload -> file.file(Vocabulary.SOLUTION_DOCUMENT, upload).id()).orElse("");
        Solution solution = new Solution(
                file.number().value(), objection, kind, values.text("words"), document, file.actor().id().value(), file.now());
        book.keep(solution);
        file.raise(spans.within(
                file, "answer-days", NewTask.of(Vocabulary.SOLUTION, new Role(objection.role())).about(objection.department())));
        Text said = Text.of("review.solution-proposed", Text.of("department." + objection.department()));
        file.note("review.solution-proposed", said, List.of());
        return Answer.of(said, file.number()).withId(solution.id());
    }

    static Field objection(List<Opinion> unsolved) {
        return Field.choice(
                "objection",
                Text.of("review.objection"),
                unsolved.stream()
                        .map(each -> new Field.Option(
                                each.department(),
                                Text.of("review.objection-of", Text.of("department." + each.department()), each.remarks())))
                        .toList());
    }

    static Opinion chosen(List<Opinion> unsolved, Values values) {
        return unsolved.stream()
                .filter(each -> each.department().equals(values.text("objection")))
                .findFirst()
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("review.no-such-objection")));
    }
}
