package dev.kontor.api.event;

import dev.kontor.api.people.Person;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What a person was told, newest first. Marking as read is the command {@code notices/read}. */
@ProviderType
public interface Notifications {

    record Notification(Notice notice, boolean read) {}

    List<Notification> of(Person person, int limit);

    int unread(Person person);
}
