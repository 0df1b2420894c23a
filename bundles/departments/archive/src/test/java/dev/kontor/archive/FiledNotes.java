package dev.kontor.archive;

import dev.kontor.api.document.Document;
import dev.kontor.api.journal.Change;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A journal that notes each document, as the kernel does; a test can write over a line, as somebody with the rows could. */
public final class FiledNotes implements Journals {

    private final List<Entry> entries = new ArrayList<>();

    void note(Document document) {
        entries.add(new Entry(entries.size() + 1, document.filedAt(), document.by(), "document.filed", Text.plain(""),
                List.of(new Change("digest", "", document.digest())), false, "", ""));
    }

    /** In place of the line with its number. */
    public void write(Entry line) {
        entries.set((int) line.sequence() - 1, line);
    }

    @Override
    public List<Entry> of(OrderNumber order, long before, int limit, Person reader) {
        return entries.stream()
                .filter(entry -> entry.sequence() < before)
                .sorted(Comparator.comparing(Entry::sequence).reversed())
                .limit(limit)
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
