package dev.kontor.supervision.treatment;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import dev.kontor.supervision.Supervision;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reaches whoever a treatment concerns: a person, everybody in a role, or every role of a department. */
@Component(service = Hearing.class)
public final class Hearing {

    private static final String PERSON = "[a-z][a-z0-9._-]{0,63}";
    private static final String ROLE = "[a-z][a-z-]*\\.[a-z][a-z-]*";

    private final Accounts accounts;

    @Activate
    public Hearing(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    /** They can say something to it: a task of theirs, until it is over. */
    void open(OrderFile file, Treatment treatment, Deadline until) {
        Optional<PersonId> person = person(treatment);
        roles(treatment).stream()
                .limit(person.isPresent() ? 1 : Long.MAX_VALUE)
                .map(role -> NewTask.of(Supervision.HEARING, role).about(treatment.code()).until(until))
                .forEach(task -> file.raise(person.map(task::heldBy).orElse(task)));
    }

    void close(OrderFile file, Treatment treatment) {
        file.openTasks(Supervision.HEARING).stream()
                .filter(task -> task.subject().equals(treatment.code()))
                .forEach(task -> file.cancel(task.id(), Text.of("supervision.hearing-over")));
    }

    void tell(OrderFile file, Treatment treatment, Text what) {
        person(treatment).ifPresentOrElse(
                person -> file.notify(person, what), () -> roles(treatment).forEach(role -> file.notify(role, what)));
    }

    /** A name of a person may look like a role. */
    private Optional<PersonId> person(Treatment treatment) {
        return Optional.of(treatment.concerned())
                .filter(who -> who.matches(PERSON))
                .map(PersonId::new)
                .filter(id -> accounts.person(id).isPresent());
    }

    private List<Role> roles(Treatment treatment) {
        String who = treatment.concerned();
        Stream<Role> held = accounts.accounts().stream()
                .filter(Accounts.Account::enabled)
                .filter(each -> person(treatment).stream().allMatch(each.id()::equals))
                .flatMap(each -> each.roles().stream());
        if (person(treatment).isPresent()) {
            return held.filter(role -> !role.isAdministrator()).sorted(Comparator.comparing(Role::value)).toList();
        }
        return who.matches(ROLE)
                ? List.of(new Role(who))
                : held.filter(role -> role.value().startsWith(who + ".")).distinct().sorted(Comparator.comparing(Role::value)).toList();
    }
}
