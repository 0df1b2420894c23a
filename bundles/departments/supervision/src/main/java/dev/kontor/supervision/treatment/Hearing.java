package dev.kontor.supervision.treatment;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import dev.kontor.supervision.Addressees;
import dev.kontor.supervision.Supervision;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reaches whoever a treatment concerns: a person, everybody in a role, or every role of a department. */
@Component(service = Hearing.class)
public final class Hearing {

    private final Addressees addressees;

    @Activate
    public Hearing(@Reference Addressees addressees) {
        this.addressees = addressees;
    }

    /** They can say something to it: a task of theirs, until it is over. */
    void open(OrderFile file, Treatment treatment, Deadline until) {
        Optional<PersonId> person = addressees.person(treatment.concerned());
        addressees.roles(treatment.concerned()).stream()
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
        addressees.person(treatment.concerned()).ifPresentOrElse(
                person -> file.notify(person, what),
                () -> addressees.roles(treatment.concerned()).forEach(role -> file.notify(role, what)));
    }
}
