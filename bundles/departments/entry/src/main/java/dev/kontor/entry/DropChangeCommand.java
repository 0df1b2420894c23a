package dev.kontor.entry;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Completeness;
import dev.kontor.entry.draft.Draft;
import dev.kontor.entry.draft.DraftOrder;
import dev.kontor.entry.draft.Drafts;
import dev.kontor.entry.draft.Shown;
import dev.kontor.entry.fault.EntryErrors;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A change of a cleared order is not made after all: the draft is put back as it was when the change began, each
 * field with who had written it, and the journal says what was put back.
 */
@Component
public final class DropChangeCommand implements OrderCommand {

    private final Drafts drafts;
    private final EntryErrors errors;

    @Activate
    public DropChangeCommand(@Reference Drafts drafts, @Reference EntryErrors errors) {
        this.drafts = drafts;
        this.errors = errors;
    }

    @Override
    public String name() {
        return "entry/drop-change";
    }

    @Override
    public Text title() {
        return Text.of("entry.drop-change.title");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP, Role.SALES_HEAD);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.milestones().contains(MilestoneName.REVIEW_CLEARED) && !file.openTasks(Entry.RESUBMIT).isEmpty();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("entry.drop-change.button"),
                Field.longText("reason", Text.of("entry.field.drop-change-reason")).withHint(Text.of("entry.hint.drop-change")));
    }

    @Override
    public long version(OrderView file, Optional<Task> task) {
        return drafts.version(file.number());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Order inForce = file.order().orElseThrow();
        Set<String> wrong = errors.corrected(file.number(), inForce.revision());
        if (!wrong.isEmpty()) {
            throw Refused.because(
                    Refused.Reason.CONFLICT, Text.of("entry.drop-change.error", Shown.names(wrong.stream().sorted().toList())));
        }
        Draft now = drafts.find(file.number()).orElseThrow();
        Draft before = drafts.kept(file.number()).orElse(now);
        if (!says(before, inForce)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("entry.drop-change.differs"));
        }
        drafts.replace(now, before);
        drafts.forget(file.number());
        Text why = Text.of("entry.drop-change.dropped", values.text("reason"));
        file.openTasks(Entry.RESUBMIT).forEach(owed -> file.cancel(owed.id(), why));
        file.note("entry.change-dropped", why, now.changes(before));
        return Answer.of(why, file.number());
    }

    /** One begun before drafts were kept is dropped only where nothing has been changed yet. */
    private static boolean says(Draft draft, Order order) {
        return Completeness.gaps(draft.plain()).isEmpty()
                && new DraftOrder(draft.plain())
                        .order(order.number(), order.revision(), order.representative(), order.contract().agreements())
                        .equals(order);
    }
}
