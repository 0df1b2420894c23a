package dev.kontor.aftersales.retrospective;

import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One order's journal in memory, and words that are their key and arguments. */
final class Journal implements Journals, Texts {

    private final List<Entry> lines = new ArrayList<>();

    void add(String kind, String key, String word) {
        lines.add(new Entry(
                lines.size() + 1, Instant.EPOCH, PersonId.SYSTEM, kind, Text.of(key, word), List.of(), false, "", ""));
    }

    @Override
    public List<Entry> of(OrderNumber order, long before, int limit, Person reader) {
        return lines.stream()
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

    @Override
    public String say(Text text, Locale language) {
        return Stream.concat(Stream.of(text.key()), text.arguments().stream().map(String::valueOf)).collect(Collectors.joining(" "));
    }

    @Override
    public Optional<String> find(String key, Locale language) {
        return Optional.empty();
    }
}
