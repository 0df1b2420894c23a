package dev.kontor.kernel.desk;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.journal.Ledger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may do what, and whether they saw what they change. */
@Component(service = Gate.class)
public final class Gate {

    private final Ledger ledger;
    private final Accounts accounts;

    @Activate
    public Gate(@Reference Ledger ledger, @Reference Accounts accounts) {
        this.ledger = ledger;
        this.accounts = accounts;
    }

    static Refused forbidden() {
        return Refused.because(Refused.Reason.FORBIDDEN, Text.of("kernel.forbidden"));
    }

    /** The platform may do everything that departments let it. */
    private static boolean platform(Person person) {
        return person.id().equals(Office.PLATFORM.id()) && person.roles().isEmpty();
    }

    boolean allows(CompanyCommand command, Person person) {
        return command.roles().isEmpty() || platform(person) || person.holdsAny(command.roles());
    }

    boolean allows(OrderCommand command, Person person) {
        return platform(person)
                || person.holdsAny(command.roles())
                || command.roles().isEmpty() && command.task().isEmpty() && doesBusiness(person);
    }

    /** Auditors read and change nothing; administrators do not see orders. */
    private static boolean doesBusiness(Person person) {
        return person.roles().stream().anyMatch(role -> !role.isAdministrator() && !role.equals(Role.AUDITOR));
    }

    /** The holder, or who stands in for them; anybody in the role when nobody holds it. */
    boolean allows(Task task, Person person, LocalDate today) {
        if (platform(person)) {
            return true;
        }
        return person.holds(task.role())
                && task.holder()
                        .map(holder -> holder.equals(person.id()) || standsIn(person, task, today))
                        .orElse(true);
    }

    private boolean standsIn(Person person, Task task, LocalDate today) {
        return accounts.delegations().stream()
                .anyMatch(each -> each.to().equals(person.id())
                        && task.holder().filter(each.from()::equals).isPresent()
                        && each.role().equals(task.role())
                        && !today.isBefore(each.first())
                        && !today.isAfter(each.last()));
    }

    /** The task that the command is asked for: as named, or the only one of its kind that the person may do. */
    Optional<Task> task(OrderCommand command, OrderView file, TaskWork tasks, Optional<TaskId> asked) {
        if (command.task().isEmpty()) {
            return Optional.empty();
        }
        if (asked.isPresent()) {
            Task task = tasks.open(asked.get());
            if (!task.kind().equals(command.task().get())) {
                throw TaskWork.unknown();
            }
            return Optional.of(task);
        }
        List<Task> mine = file.openTasks(command.task().get()).stream()
                .filter(task -> allows(task, file.actor(), file.today()))
                .toList();
        if (mine.size() != 1) {
            throw TaskWork.unknown();
        }
        return Optional.of(mine.get(0));
    }

    /** @throws Refused {@code FORBIDDEN}, or {@code CONFLICT} when it is not offered now */
    void check(OrderCommand command, OrderView file, Optional<Task> task) {
        boolean allowed = task.map(each -> allows(each, file.actor(), file.today()))
                .orElseGet(() -> allows(command, file.actor()));
        if (!allowed) {
            throw forbidden();
        }
        if (!command.offered(file, task)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.not-offered", command.title()));
        }
    }

    static long version(OrderCommand command, OrderView file, Optional<Task> task) {
        long own = command.version(file, task);
        return own != -1 ? own : task.map(Task::version).orElse(-1L);
    }

    /** @throws Refused {@code STALE}, saying who changed what */
    void fresh(long asked, long is, Person person, String journal, String kinds) {
        if (asked == -1 || is == -1 || asked == is) {
            return;
        }
        Optional<Entry> other = ledger.latestNotBy(person.id(), journal, kinds);
        Text words = other.map(entry -> Text.of("kernel.stale-by", Text.of("console.person", entry.by().value()), entry.what(), entry.at()))
                .orElse(Text.of("kernel.stale"));
        throw Refused.because(Refused.Reason.STALE, words);
    }
}
