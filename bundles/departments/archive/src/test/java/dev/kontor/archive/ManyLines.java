package dev.kontor.archive;

import dev.kontor.api.journal.Entry;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import dev.kontor.testkit.FakeJournals;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** A journal of so many lines. */
public final class ManyLines extends FakeJournals {

    private final int lines;

    public ManyLines(int lines) {
        this.lines = lines;
    }

    @Override
    public List<Entry> of(OrderNumber order, long before, int limit, Person reader) {
        long newest = Math.min(lines, before - 1);
        return LongStream.iterate(newest, number -> number > Math.max(0, newest - limit), number -> number - 1)
                .mapToObj(number -> new Entry(number, Instant.EPOCH, new PersonId("lina"), "entry.saved", Text.plain("saved"), List.of(),
                        false, "", "ab"))
                .toList();
    }
}
