package dev.kontor.archive.keeping;

import dev.kontor.api.journal.Change;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.archive.book.Item;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What an order's journal says of its documents: each was noted when it was filed, and no line of the chain can be changed
 * without breaking it.
 */
@Component(service = FiledLines.class)
public final class FiledLines {

    private static final String FILED = "document.filed";
    private static final int PART = 200;

    private final Journals journals;

    @Activate
    public FiledLines(@Reference Journals journals) {
        this.journals = journals;
    }

    /** That somebody filed that content then. */
    record Line(String digest, PersonId by, Instant at) {

        static Line of(Item item) {
            return new Line(item.digest(), item.signedBy(), item.signedAt());
        }
    }

    Set<Line> of(OrderNumber order, Person reader) {
        Set<Line> lines = new HashSet<>();
        List<Entry> part = journals.of(order, Long.MAX_VALUE, PART, reader);
        while (!part.isEmpty()) {
            for (Entry entry : part) {
                if (entry.kind().equals(FILED)) {
                    entry.changes().stream()
                            .filter(change -> change.field().equals("digest"))
                            .map(Change::after)
                            .forEach(digest -> lines.add(new Line(digest, entry.by(), entry.at())));
                }
            }
            part = journals.of(order, part.get(part.size() - 1).sequence(), PART, reader);
        }
        return lines;
    }
}
