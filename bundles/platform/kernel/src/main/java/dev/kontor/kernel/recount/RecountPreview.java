package dev.kontor.kernel.recount;

import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Recounts;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows what a recount would move to those who may carry it out or check it. */
@Component(service = Recounts.class)
public final class RecountPreview implements Recounts {

    private static final Set<Role> READERS = Set.of(Role.SYSTEM_ADMINISTRATOR, Role.AUDITOR);

    private final ProvisionalDeadlines deadlines;

    @Activate
    public RecountPreview(@Reference ProvisionalDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public List<Moved> changes(Person reader) {
        return reader.holdsAny(READERS) ? deadlines.changes().stream().map(RecountPreview::moved).toList() : List.of();
    }

    private static Moved moved(ProvisionalDeadlines.Moved moved) {
        return new Moved(
                moved.task().order(), moved.task().kind(), moved.before().lastDay(), moved.after().lastDay(),
                !moved.after().provisional());
    }
}
