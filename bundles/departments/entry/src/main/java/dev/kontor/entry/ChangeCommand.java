package dev.kontor.entry;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Drafts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A cleared order is to be changed (订单变更, R-4.15). What was approved goes on being carried out until the change is
 * submitted, with the signed supplementary agreement where signed terms change.
 */
@Component
public final class ChangeCommand implements OrderCommand {

    private final Drafts drafts;

    @Activate
    public ChangeCommand(@Reference Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "entry/change";
    }

    @Override
    public Text title() {
        return Text.of("entry.change.title");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP, Role.SALES_HEAD);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.milestones().contains(MilestoneName.REVIEW_CLEARED)
                && !Entry.isWithSales(file)
                && drafts.find(file.number()).isPresent();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("entry.change.button"),
                Field.longText("reason", Text.of("entry.field.change-reason"))
                        .withHint(Text.of("entry.hint.change"))
                        .withClause("4.2"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Text said = Text.of("entry.change.begun", values.text("reason"));
        drafts.keep(file.number());
        file.note("entry.change-begun", said, List.of());
        file.raise(NewTask.of(Entry.RESUBMIT, Role.SALES_REP).heldBy(file.summary().representative()));
        file.notify(file.summary().representative(), said);
        return Answer.of(Text.of("entry.change.done", file.number().value()), file.number());
    }
}
