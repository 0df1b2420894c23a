package dev.kontor.archive.pack;

import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An order's journal as a list, oldest first, in both languages. */
@Component(service = JournalSheet.class)
public final class JournalSheet {

    private static final int PART = 200;
    private static final List<String> HEAD =
            List.of("序号 No.", "时间 At", "操作人 By", "种类 Kind", "内容", "What", "变更 Changes", "哈希 Hash");

    private final Journals journals;
    private final Texts texts;

    @Activate
    public JournalSheet(@Reference Journals journals, @Reference Texts texts) {
        this.journals = journals;
        this.texts = texts;
    }

    /** By name, and by what they sign in with: names change, and two may have the same. */
    static String named(Texts texts, PersonId person) {
        String name = texts.say(Text.person(person.value()), Locale.SIMPLIFIED_CHINESE);
        return name.equals(person.value()) ? name : "%s (%s)".formatted(name, person.value());
    }

    byte[] of(OrderNumber order, Person reader) {
        Csv csv = new Csv().row(HEAD);
        entries(order, reader).forEach(entry -> csv.row(List.of(
                String.valueOf(entry.sequence()),
                entry.at().toString(),
                named(texts, entry.by()),
                entry.kind(),
                texts.say(entry.what(), Locale.SIMPLIFIED_CHINESE),
                texts.say(entry.what(), Locale.ENGLISH),
                String.join("; ", entry.changes().stream()
                        .map(change -> change.field() + ": " + change.before() + " → " + change.after())
                        .toList()),
                entry.hash())));
        return csv.bytes();
    }

    private List<Entry> entries(OrderNumber order, Person reader) {
        List<Entry> all = new ArrayList<>();
        List<Entry> part = journals.of(order, Long.MAX_VALUE, PART, reader);
        while (!part.isEmpty()) {
            all.addAll(part);
            part = journals.of(order, part.get(part.size() - 1).sequence(), PART, reader);
        }
        Collections.reverse(all);
        return all;
    }
}
