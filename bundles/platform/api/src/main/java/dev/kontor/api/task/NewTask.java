package dev.kontor.api.task;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.time.Deadline;
import java.util.Optional;

/** A task to be raised by a department itself. Rules raise theirs by {@link dev.kontor.api.rule.Conclusion.Require}. */
public record NewTask(TaskKind kind, String subject, Role role, Optional<PersonId> holder, Optional<Deadline> deadline) {

    public static NewTask of(TaskKind kind, Role role) {
        return new NewTask(kind, "", role, Optional.empty(), Optional.empty());
    }

    public NewTask about(String subject) {
        return new NewTask(kind, subject, role, holder, deadline);
    }

    public NewTask heldBy(PersonId person) {
        return new NewTask(kind, subject, role, Optional.of(person), deadline);
    }

    public NewTask until(Deadline deadline) {
        return new NewTask(kind, subject, role, holder, Optional.of(deadline));
    }
}
