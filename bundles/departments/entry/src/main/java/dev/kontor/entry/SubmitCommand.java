package dev.kontor.entry;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Drafts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Confirms that the entry says what the contract says, and submits it (仔细核对, R-3.6). */
@Component
public final class SubmitCommand implements OrderCommand {

    private final Submission submission;
    private final Drafts drafts;

    @Activate
    public SubmitCommand(@Reference Submission submission, @Reference Drafts drafts) {
        this.submission = submission;
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "entry/submit";
    }

    @Override
    public Text title() {
        return Text.of("entry.submit.title");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return Entry.isRegistered(file) && Entry.isWithSales(file) && drafts.find(file.number()).isPresent();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Form.Section> sections = new ArrayList<>();
        sections.add(new Form.Section(Text.of("entry.section.confirm"), List.of(
                Field.yesNo("confirmed", Text.of("entry.field.confirmed")).optional().withClause("3.2"))));
        if (drafts.isSubmitted(file.number())) {
            sections.add(new Form.Section(Text.of("entry.section.agreement"), List.of(
                    Field.text("agreement-number", Text.of("entry.field.agreement-number")).optional()
                            .withHint(Text.of("entry.hint.agreement")),
                    Field.date("agreement-signed-on", Text.of("entry.field.agreement-signed-on")).optional(),
                    Field.file("agreement-file", Text.of("entry.field.agreement-file")).optional())));
        }
        return new Form(sections, Text.of("entry.submit.button"));
    }

    @Override
    public long version(OrderView file, Optional<Task> task) {
        return drafts.version(file.number());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Order order = submission.submit(file, values);
        return Answer.of(Text.of("entry.submit.done", file.number().value(), order.revision()), file.number());
    }
}
