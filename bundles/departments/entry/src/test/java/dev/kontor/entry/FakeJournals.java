package dev.kontor.entry;

import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The orders' journals in memory. */
public final class FakeJournals implements Journals {

    private final Map<OrderNumber, List<Entry>> journals = new HashMap<>();

    public void add(OrderNumber order, String kind, String by, Instant at) {
        List<Entry> lines = journals.computeIfAbsent(order, number -> new ArrayList<>());
        lines.add(new Entry(lines.size() + 1, at, new PersonId(by), kind, Text.plain(kind), List.of(), false, "", ""));
    }

    @Override
    public List<Entry> of(OrderNumber order, long before, int limit, Person reader) {
        return journals.getOrDefault(order, List.of()).stream()
                .filter(line -> line.sequence() < before)
                .sorted(Comparator.comparing(Entry::sequence).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Entry> company(Wanted wanted, long before, int limit, Person reader) {
        throw new UnsupportedOperationException("no company here");
    }

    @Override
    public List<String> kinds(Person reader) {
        throw new UnsupportedOperationException("no company here");
    }

    @Override
    public Verification verify() {
        throw new UnsupportedOperationException("nothing is chained here");
    }
}
