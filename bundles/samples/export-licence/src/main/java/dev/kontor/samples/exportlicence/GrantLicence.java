package dev.kontor.samples.exportlicence;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** The licence was granted: it is filed with the order, and what held shipping is over. */
@Component
public final class GrantLicence implements OrderCommand {

    static final TaskKind TASK = new TaskKind("export-licence.licence");

    @Override
    public String name() {
        return "export-licence/grant";
    }

    @Override
    public Text title() {
        return Text.of("export-licence.grant");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(new Role("export-licence.reviewer"));
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(TASK);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                title(),
                Field.text("licence", Text.of("export-licence.licence")).withClause("export-control 12"),
                Field.date("valid-until", Text.of("export-licence.valid-until")),
                Field.file("file", Text.of("export-licence.file")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        LocalDate delivery = file.order().orElseThrow().delivery().date();
        if (values.date("valid-until").orElseThrow().isBefore(delivery)) {
            throw Refused.at("valid-until", Text.of("export-licence.expires-early", delivery));
        }
        file.file(ExportLicence.LICENCE, values.upload("file").orElseThrow());
        file.index("export-licence", values.text("licence"));
        file.complete(task.orElseThrow().id(), Outcome.of("granted"));
        return Answer.of(Text.of("export-licence.granted", values.text("licence")), file.number());
    }
}
