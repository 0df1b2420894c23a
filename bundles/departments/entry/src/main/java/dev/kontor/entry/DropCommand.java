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
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** The contract is not going to be signed: its draft is dropped, with the reason, and nobody owes it anything. */
@Component
public final class DropCommand implements OrderCommand {

    @Override
    public String name() {
        return "entry/drop";
    }

    @Override
    public Text title() {
        return Text.of("entry.drop.title");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return Entry.isDraft(file);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(Text.of("entry.drop.button"), Field.longText("reason", Text.of("entry.field.drop-reason")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Text why = Text.of("entry.dropped", file.summary().contract().written(), values.text("reason"));
        Entry.settle(file, "dropped");
        file.openTasks().forEach(owed -> file.cancel(owed.id(), why));
        file.withdraw(MilestoneName.ENTRY_OFFERED, why);
        file.withdraw(MilestoneName.CONTRACT_REVIEWED, why);
        file.reach(Entry.DROPPED);
        file.note("entry.dropped", why, List.of());
        return Answer.of(why, file.number());
    }
}
