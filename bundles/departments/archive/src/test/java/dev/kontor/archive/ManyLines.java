package dev.kontor.archive;

import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** A journal of so many lines. */
public final class ManyLines implements Journals {

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

    @Override
    public List<Entry> company(Wanted wanted, long before, int limit, Person reader) {
        return List.of();
    }

    @Override
    public List<String> kinds(Person reader) {
        return List.of();
    }

    @Override
    public Verification verify() {
        return new Verification(0, 0, List.of());
    }
}
