package dev.kontor.production;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Production reports a special process or a material shortage, with the solution it proposes. */
@Component
public final class ReportException implements OrderCommand {

    private final Exceptions exceptions;

    @Activate
    public ReportException(@Reference Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    public String name() {
        return "production/report-exception";
    }

    @Override
    public Text title() {
        return Text.of("production.report-exception");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_REVIEWER);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.openTasks(new TaskKind("review.opinion")).stream().anyMatch(open -> open.subject().equals("production"));
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("production.report-submit"),
                Field.choice(
                                "kind",
                                Text.of("production.exception-kind"),
                                Stream.of("special-process", "material-shortage")
                                        .map(kind -> new Field.Option(kind, Text.of("production.exception." + kind)))
                                        .toList())
                        .withClause("4.2"),
                Field.longText("description", Text.of("production.description")),
                Field.longText("solution", Text.of("production.solution")),
                Field.date("delivery-on", Text.of("production.delivery-on")).optional().withHint(Text.of("production.delivery-hint")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        String by = file.actor().id().value();
        if (file.actor().id().equals(file.summary().representative())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("production.own-order"));
        }
        ProductionException exception = new ProductionException(
                file.number(), file.order().orElseThrow().revision(), values.text("kind"), values.text("description"), by, file.now());
        exception.propose(values.text("solution"), values.date("delivery-on"), by, false);
        exceptions.keep(exception);
        exceptions.askSales(file, exception);
        file.note(
                "production.exception",
                Text.of("production.reported", Text.of("production.exception." + exception.kind()), exception.description()),
                List.of());
        return Answer.of(Text.of("production.sales-asked"), file.number()).withId(exception.id());
    }
}
