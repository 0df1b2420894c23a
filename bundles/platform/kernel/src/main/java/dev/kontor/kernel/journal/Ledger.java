package dev.kontor.kernel.journal;

import dev.kontor.api.journal.Change;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals.Wanted;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.rows.Condition;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The journals' rows. Each journal is a chain: an entry's hash covers the entry and the hash before it.
 *
 * <p>Who appends holds the order's lock, or takes the company's by appending.
 */
@Component(service = Ledger.class)
public final class Ledger {

    /** The journal of what belongs to no order. */
    public static final String COMPANY = "company";

    /** The kind of the entry that every decision has. */
    public static final String DECIDED = "rules.decided";

    /** How many entries are looked through at once for those that are wanted. */
    private static final int SEARCHED = 500;

    private static final String COLUMNS =
            "sequence, written_at, written_by, kind, what, changes, simulated, decision, hash from kernel_journal";
    private static final Type CHANGES = Holder.class.getRecordComponents()[0].getGenericType();

    private final Rows rows;

    @Activate
    public Ledger(@Reference Rows rows) {
        this.rows = rows;
    }

    private record Holder(List<Change> changes) {}

    /** The end of a chain. */
    record Head(long sequence, String hash) {}

    public void append(String journal, List<Line> lines, PersonId by, Instant at, boolean simulated) {
        Optional<Head> before = end(journal);
        long sequence = before.map(Head::sequence).orElse(0L);
        String hash = before.map(Head::hash).orElse("");
        List<Object[]> written = new ArrayList<>();
        for (Line line : lines) {
            sequence++;
            KeptEntry entry = new KeptEntry(sequence, at, by, line.kind(), Canonical.text(line.what()),
                    Canonical.text(line.changes(), CHANGES), simulated, line.decision(), "").chained(journal, hash);
            hash = entry.hash();
            written.add(values(journal, entry));
        }
        rows.each("insert into kernel_journal (journal, sequence, written_at, written_by, kind, what, changes, simulated,"
                + " decision, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", written);
        rows.run(before.isPresent()
                        ? "update kernel_journal_head set sequence = ?, hash = ? where journal = ?"
                        : "insert into kernel_journal_head (sequence, hash, journal) values (?, ?, ?)",
                sequence, hash, journal);
    }

    /** An order's journal is written under the order's lock; the company's is locked here. */
    private Optional<Head> end(String journal) {
        if (journal.equals(COMPANY)) {
            rows.run("update kernel_journal_head set sequence = sequence where journal = ?", journal);
        }
        return head(journal);
    }

    private static Object[] values(String journal, KeptEntry entry) {
        return new Object[] {
            journal,
            entry.sequence(),
            entry.at(),
            entry.by(),
            entry.kind(),
            entry.what(),
            entry.changes(),
            entry.simulated(),
            entry.decision(),
            entry.hash()
        };
    }

    Optional<Head> head(String journal) {
        return rows.one("select sequence, hash from kernel_journal_head where journal = ?", journal)
                .map(row -> new Head(row.number(0), row.text(1)));
    }

    /** Newest first. */
    List<Entry> before(String journal, long before, int limit) {
        return backwards(journal, before, limit, limit, Condition.of("1 = 1"));
    }

    /** Of the company's journal those that are wanted, newest first. */
    List<Entry> company(Wanted wanted, ZoneId zone, long before, int limit) {
        if (wanted.equals(Wanted.ALL)) {
            return before(COMPANY, before, limit);
        }
        List<Condition> conditions = new ArrayList<>();
        if (!wanted.kind().isEmpty()) {
            conditions.add(Condition.of("kind = ?", wanted.kind()));
        }
        wanted.by().ifPresent(person -> conditions.add(Condition.of("written_by = ?", person)));
        wanted.day().ifPresent(day -> conditions.add(Condition.of("written_at >= ? and written_at < ?",
                day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant())));
        return backwards(COMPANY, before, limit, Math.max(limit, SEARCHED), conditions.stream().reduce(Condition::and).orElseThrow());
    }

    /**
     * Newest first, a stretch at a time: a store that reads its index forwards only would put a whole journal in order.
     *
     * @param stretch how many entries are looked through at once
     */
    private List<Entry> backwards(String journal, long before, int limit, int stretch, Condition wanted) {
        List<Entry> found = new ArrayList<>();
        long end = Math.min(before, head(journal).map(Head::sequence).orElse(0L) + 1);
        while (end > 1 && found.size() < limit) {
            long begin = Math.max(1, end - stretch);
            Condition part = Condition.of("journal = ? and sequence >= ? and sequence < ?", journal, begin, end).and(wanted);
            rows.all("select " + COLUMNS + " where " + part.sql() + " order by sequence desc fetch first " + (limit - found.size())
                            + " rows only", part.values().toArray())
                    .forEach(row -> found.add(entry(row)));
            end = begin;
        }
        return found;
    }

    /** The journals of orders in which a line was written from {@code from} on and before {@code until}; by the index of that time. */
    List<OrderNumber> written(Instant from, Instant until) {
        return rows.all("select distinct journal from kernel_journal where written_at >= ? and written_at < ? order by journal", from, until)
                .stream()
                .map(row -> row.text(0))
                .filter(journal -> !journal.equals(COMPANY))
                .map(OrderNumber::new)
                .toList();
    }

    List<String> companyKinds() {
        return rows.all("select distinct kind from kernel_journal where journal = ? order by kind", COMPANY).stream()
                .map(row -> row.text(0))
                .toList();
    }

    /** As they are kept, oldest first. */
    List<KeptEntry> kept(String journal, long after, int limit) {
        return rows
                .all("select " + COLUMNS + " where journal = ? and sequence > ? order by sequence fetch first " + limit
                        + " rows only", journal, after)
                .stream()
                .map(row -> new KeptEntry(row.number(0), row.instant(1), new PersonId(row.text(2)), row.text(3), row.text(4), row.text(5),
                        row.flag(6), row.text(7), row.text(8)))
                .toList();
    }

    /** The newest entry that somebody else wrote, of kinds that begin so. */
    public Optional<Entry> latestNotBy(PersonId person, String journal, String kinds) {
        return rows
                .one("select " + COLUMNS + " where journal = ? and written_by <> ? and kind like ?"
                        + " order by sequence desc fetch first 1 rows only", journal, person, kinds + "%")
                .map(Ledger::entry);
    }

    /** The entry that tells of a decision, with its digest. */
    public Optional<Entry> decided(String journal, String decision) {
        return rows.one("select " + COLUMNS + " where journal = ? and decision = ? and kind = ?", journal, decision, DECIDED)
                .map(Ledger::entry);
    }

    /** The digest of what was kept of a decision, as its order's journal says. */
    public Optional<String> kept(Decision decision) {
        return decided(decision.order(), decision.id()).stream()
                .flatMap(entry -> entry.changes().stream())
                .filter(change -> change.field().equals("digest"))
                .map(Change::after)
                .findFirst();
    }

    /** Every journal's name that sorts after this one. */
    List<String> journals(String after, int limit) {
        return rows
                .all("select journal from kernel_journal_head where journal > ? order by journal fetch first " + limit
                        + " rows only", after)
                .stream()
                .map(row -> row.text(0))
                .toList();
    }

    @SuppressWarnings("unchecked") // the type says so
    private static Entry entry(Row row) {
        return new Entry(
                row.number(0),
                row.instant(1),
                new PersonId(row.text(2)),
                row.text(3),
                Canonical.read(row.text(4), Text.class),
                (List<Change>) Canonical.read(row.text(5), CHANGES),
                row.flag(6),
                row.text(7),
                row.text(8));
    }
}
