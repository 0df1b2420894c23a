package dev.kontor.finance.dunning;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.PlannedInstalment;
import dev.kontor.finance.schedule.ScheduleRows;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Somebody talked to the customer about an instalment though nobody owed it, or the customer called by itself. */
@Component(service = OrderCommand.class)
public final class RecordContact extends ContactCommand {

    private static final String INSTALMENT = "instalment";

    /** Where one of these is owed the talk is recorded there, and ends it. */
    private static final List<TaskKind> OWED = List.of(
            Dunning.REMINDER, Dunning.PROMISE, new TaskKind(Dunning.LEVEL + "call"), new TaskKind(Dunning.LEVEL + "reminder"));

    private final ScheduleRows rows;

    @Activate
    public RecordContact(@Reference DunningBook book, @Reference ScheduleRows rows) {
        super(book, rows, "unasked");
        this.rows = rows;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP, Role.SALES_HEAD, Role.FINANCE_CLERK);
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.empty();
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return !contactable(file).isEmpty();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Form common = super.form(file, task);
        Field instalment = Field.choice(INSTALMENT, Text.of("finance.schedule.instalment"), contactable(file).stream()
                .map(due -> new Field.Option(due.subject(), Text.of("finance.schedule.option", due.position(), due.open())))
                .toList());
        return Form.of(common.submit(), Stream.concat(Stream.of(instalment), common.fields().stream()).toArray(Field[]::new));
    }

    @Override
    String subject(Optional<Task> task, Values values) {
        return values.text(INSTALMENT);
    }

    /** What has a day to be paid by. */
    private List<Due> contactable(OrderView file) {
        List<String> owed = OWED.stream().flatMap(kind -> file.openTasks(kind).stream()).map(Task::subject).toList();
        return rows.of(file.number()).stream()
                .filter(PlannedInstalment::isOwed)
                .map(PlannedInstalment::due)
                .filter(due -> due.dueOn().isPresent() && !owed.contains(due.subject()))
                .toList();
    }
}
