package dev.kontor.api.event;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Gets every notice after its command has committed: live pages, mail, a broker. */
@ConsumerType
public interface NoticeConsumer {

    /** Names the consumer's place in the outbox; a notice is repeated until each known consumer has taken it. */
    String name();

    /**
     * What came since the last time, oldest first. Called one at a time, on a thread of the platform, outside any
     * transaction. Throwing means: all of them again later.
     */
    void take(List<Notice> notices);
}
