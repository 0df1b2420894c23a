package dev.kontor.kernel.journal;

import dev.kontor.api.journal.Change;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals.Wanted;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.json.Canonical;
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

    private static final String COLUMNS =
            "sequence, written_at, written_by, kind, what, changes, simulated, decision, hash from kernel_journal";
    private static final Type CHANGES = Holder.class.getRecordComponents()[0].getGenericType();

    private final Rows rows;

    @Activate
    public Ledger(@Reference Rows rows) {
        this.rows = rows;
    }

    private record Holder(List<Change> changes) {}

    /** What the hash covers. */
    private record Sealed(
            String journal,
            long sequence,
            Instant at,
            PersonId by,
            String kind,
            Text what,
            List<Change> changes,
            boolean simulated,
            String decision,
            String before) {}

    /** The end of a chain. */
    record Head(long sequence, String hash) {}

    public void append(String journal, List<Line> lines, PersonId by, Instant at, boolean simulated) {
        Optional<Head> before = end(journal);
        long sequence = before.map(Head::sequence).orElse(0L);
        String hash = before.map(Head::hash).orElse("");
        List<Object[]> written = new ArrayList<>();
        for (Line line : lines) {
            sequence++;
            Entry entry = new Entry(
                    sequence, at, by, line.kind(), line.what(), line.changes(), simulated, line.decision(), "");
            hash = hash(journal, entry, hash);
            written.add(values(journal, entry, hash));
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

    private static Object[] values(String journal, Entry entry, String hash) {
        return new Object[] {
            journal,
            entry.sequence(),
            entry.at(),
            entry.by(),
            entry.kind(),
            Canonical.text(entry.what()),
            Canonical.text(entry.changes(), CHANGES),
            entry.simulated(),
            entry.decision(),
            hash
        };
    }

    /** The hash that the entry must have, whatever stands in its own. */
    public static String hash(String journal, Entry entry, String before) {
        return Canonical.digest(Canonical.text(new Sealed(
                journal,
                entry.sequence(),
                entry.at(),
                entry.by(),
                entry.kind(),
                entry.what(),
                entry.changes(),
                entry.simulated(),
                entry.decision(),
                before)));
    }

    Optional<Head> head(String journal) {
        return rows.one("select sequence, hash from kernel_journal_head where journal = ?", journal)
                .map(row -> new Head(row.number(0), row.text(1)));
    }

    /** Newest first. */
    List<Entry> before(String journal, long before, int limit) {
        return rows
                .all("select " + COLUMNS + " where journal = ? and sequence < ? order by sequence desc fetch first "
                        + limit + " rows only", journal, before)
                .stream()
                .map(Ledger::entry)
                .toList();
    }

    /** Of the company's journal those that are wanted, newest first. */
    List<Entry> company(Wanted wanted, ZoneId zone, long before, int limit) {
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " where journal = ? and sequence < ?");
        List<Object> values = new ArrayList<>(List.of(COMPANY, before));
        if (!wanted.kind().isEmpty()) {
            sql.append(" and kind = ?");
            values.add(wanted.kind());
        }
        wanted.by().ifPresent(person -> {
            sql.append(" and written_by = ?");
            values.add(person);
        });
        wanted.day().ifPresent(day -> {
            sql.append(" and written_at >= ? and written_at < ?");
            values.add(day.atStartOfDay(zone).toInstant());
            values.add(day.plusDays(1).atStartOfDay(zone).toInstant());
        });
        sql.append(" order by sequence desc fetch first ").append(limit).append(" rows only");
        return rows.all(sql.toString(), values.toArray()).stream().map(Ledger::entry).toList();
    }

    List<String> companyKinds() {
        return rows.all("select distinct kind from kernel_journal where journal = ? order by kind", COMPANY).stream()
                .map(row -> row.text(0))
                .toList();
    }

    /** Oldest first. */
    List<Entry> after(String journal, long after, int limit) {
        return rows
                .all("select " + COLUMNS + " where journal = ? and sequence > ? order by sequence fetch first " + limit
                        + " rows only", journal, after)
                .stream()
                .map(Ledger::entry)
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
