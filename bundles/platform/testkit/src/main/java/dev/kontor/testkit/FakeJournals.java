package dev.kontor.testkit;

import dev.kontor.api.journal.Activity;
import dev.kontor.api.journal.Change;
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

/** Journals of orders in memory; a test can write over a line, as somebody with the rows could. The company has none. */
public class FakeJournals implements Journals, Activity {

    private final Map<OrderNumber, List<Entry>> lines = new HashMap<>();
    private int read;

    /** @param decision that the line cites; empty if none */
    public final void add(OrderNumber order, Instant at, PersonId by, String kind, Text what, String decision, Change... changes) {
        List<Entry> all = lines.computeIfAbsent(order, none -> new ArrayList<>());
        all.add(new Entry(all.size() + 1L, at, by, kind, what, List.of(changes), false, decision, ""));
    }

    /** In place of the line with its number. */
    public final void write(OrderNumber order, Entry line) {
        lines.get(order).set((int) line.sequence() - 1, line);
    }

    @Override
    public final List<OrderNumber> orders(Instant from, Instant until, Person reader) {
        return lines.entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(line -> !line.at().isBefore(from) && line.at().isBefore(until)))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(OrderNumber::value))
                .toList();
    }

    /** How many lines of orders have been read by now. */
    public final int read() {
        return read;
    }

    @Override
    public List<Entry> of(OrderNumber order, long before, int limit, Person reader) {
        List<Entry> found = lines.getOrDefault(order, List.of()).stream()
                .filter(line -> line.sequence() < before)
                .sorted(Comparator.comparing(Entry::sequence).reversed())
                .limit(limit)
                .toList();
        read += found.size();
        return found;
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
