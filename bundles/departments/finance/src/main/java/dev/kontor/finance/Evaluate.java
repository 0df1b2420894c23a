package dev.kontor.finance;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finance evaluates a large order or complex payment in detail and states its professional opinion. */
@Component
public final class Evaluate implements OrderCommand {

    private static final DocumentKind REPORT = new DocumentKind("finance.evaluation");

    private final CreditBook book;

    @Activate
    public Evaluate(@Reference CreditBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "finance/evaluate";
    }

    @Override
    public Text title() {
        return Text.of("finance.evaluate");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(FinanceOpinion.EVALUATION);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return !file.actor().id().equals(file.summary().representative());
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("finance.evaluate-submit"),
                Field.file("report", Text.of("finance.report-file")).optional().withHint(Text.of("finance.report-hint")),
                Field.longText("report-text", Text.of("finance.report-text")).optional().withClause("4.2"),
                Field.longText("opinion", Text.of("finance.professional-opinion")).withClause("4.2"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        if (file.actor().id().equals(file.summary().representative())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("finance.own-order"));
        }
        if (values.upload("report").isEmpty() && values.text("report-text").isEmpty()) {
            throw Refused.at("report-text", Text.of("finance.report-missing"));
        }
        String document = values.upload("report").map(upload -> file.file(REPORT, upload).id()).orElse("");
        Evaluation evaluation = new Evaluation(
                file.number(),
                file.order().orElseThrow().revision(),
                document,
                values.text("report-text"),
                values.text("opinion"),
                file.actor().id().value(),
                file.now());
        book.keep(evaluation);
        Text said = Text.of("finance.evaluated", file.number().value());
        file.note("finance.evaluated", said, List.of());
        file.complete(task.orElseThrow().id(), new Outcome("evaluated", values.text("opinion")));
        return Answer.of(said, file.number()).withId(evaluation.id());
    }
}
