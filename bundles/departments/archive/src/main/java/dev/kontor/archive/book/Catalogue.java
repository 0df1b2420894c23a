package dev.kontor.archive.book;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The index catalogue (档案索引目录, R-9.5): volumes by the words that stand in them, by kind of document and by day. Nothing of
 * a store's own collation or full text is used. Usable only inside a command or a read.
 */
@Component(service = Catalogue.class)
public final class Catalogue {

    private static final int MOST_TERMS = 12;
    private static final int STRETCH = 100;
    private static final int MOST_STRETCHES = 20;

    private final EntityManager entities;

    @Activate
    public Catalogue(@Reference(target = "(osgi.unit.name=archive)") EntityManager entities) {
        this.entities = entities;
    }

    /**
     * What is looked for.
     *
     * @param words all of them begin a word of the volume; empty: every volume
     * @param kind of a document that it holds; empty: any
     * @param from and {@code until}: when it was filed, exclusive at the end
     */
    public record Wanted(String words, String kind, Optional<Instant> from, Optional<Instant> until) {}

    /** @param next to be handed back as {@code after}; empty on the last page */
    public record Page(List<Volume> volumes, String next) {}

    /** Enters a volume that was just kept. */
    public void enter(Volume volume, String words) {
        entities.flush();
        Query insert = entities.createNativeQuery("INSERT INTO archive_term (term, volume) VALUES (?1, ?2)");
        Terms.ofText(words).forEach(term -> insert.setParameter(1, term).setParameter(2, volume.id()).executeUpdate());
    }

    /**
     * Those that were filed last come first; what is hidden takes no place of the page. Where very many are hidden, a page ends
     * before it is full, and {@link Page#next} goes on.
     *
     * @param visible whether the reader may see a volume
     * @param after what {@link Page#next} said; empty at the start
     */
    public Page find(Wanted wanted, Predicate<Volume> visible, String after, int limit) {
        List<Volume> seen = new ArrayList<>();
        String from = after;
        for (int stretch = 0; stretch < MOST_STRETCHES; stretch++) {
            Page part = find(wanted, from, STRETCH);
            part.volumes().stream().filter(visible).forEach(seen::add);
            if (seen.size() > limit) {
                return new Page(List.copyOf(seen.subList(0, limit)), mark(seen.get(limit - 1)));
            }
            if (part.next().isEmpty()) {
                return new Page(seen, "");
            }
            from = part.next();
        }
        return new Page(seen, from);
    }

    private Page find(Wanted wanted, String after, int limit) {
        List<Object> values = new ArrayList<>();
        List<String> conditions = conditions(wanted, after, values);
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        Query query = entities.createNativeQuery("SELECT v.id FROM archive_volume v" + where + " ORDER BY v.filed_at DESC, v.id DESC");
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        List<?> ids = query.setMaxResults(limit + 1).getResultList();
        List<Volume> found = ids.stream().limit(limit).map(id -> entities.find(Volume.class, String.valueOf(id))).toList();
        return new Page(found, ids.size() <= limit ? "" : mark(found.get(limit - 1)));
    }

    private static String mark(Volume last) {
        return last.filedAt().toEpochMilli() + "." + last.id();
    }

    private static List<String> conditions(Wanted wanted, String after, List<Object> values) {
        List<String> conditions = new ArrayList<>();
        Terms.ofQuery(wanted.words()).stream().limit(MOST_TERMS).forEach(term -> conditions.add(mention(term, values)));
        if (!wanted.kind().isEmpty()) {
            conditions.add("EXISTS (SELECT 1 FROM archive_item i WHERE i.volume = v.id AND i.kind = " + place(wanted.kind(), values) + ")");
        }
        wanted.from().ifPresent(day -> conditions.add("v.filed_at >= " + place(day.toEpochMilli(), values)));
        wanted.until().ifPresent(day -> conditions.add("v.filed_at < " + place(day.toEpochMilli(), values)));
        if (after.matches("\\d{1,18}\\.[0-9a-f-]{36}")) {
            long at = Long.parseLong(after.substring(0, after.indexOf('.')));
            String before = "v.filed_at < " + place(at, values);
            String same = "v.filed_at = " + place(at, values) + " AND v.id < " + place(after.substring(after.indexOf('.') + 1), values);
            conditions.add("(" + before + " OR " + same + ")");
        }
        return conditions;
    }

    /** A range and not LIKE: every store finds it in the index. A single character and Chinese stand for themselves. */
    private static String mention(String term, List<Object> values) {
        boolean itself = Terms.isChinese(term) || term.codePointCount(0, term.length()) == 1;
        String condition = itself
                ? "t.term = " + place(term, values)
                : "t.term >= " + place(term, values) + " AND t.term < " + place(behind(term), values);
        return "EXISTS (SELECT 1 FROM archive_term t WHERE t.volume = v.id AND " + condition + ")";
    }

    /** The first of all words that come behind those that begin with the term. */
    private static String behind(String term) {
        int last = term.codePointBefore(term.length());
        int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return term.substring(0, term.length() - Character.charCount(last)) + Character.toString(next);
    }

    private static String place(Object value, List<Object> values) {
        values.add(value);
        return "?" + values.size();
    }
}
