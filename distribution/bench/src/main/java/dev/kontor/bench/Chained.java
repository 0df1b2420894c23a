package dev.kontor.bench;

import dev.kontor.api.people.PersonId;
import dev.kontor.bench.Snapshot.Table;
import dev.kontor.kernel.journal.KeptEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A copy's journal, each entry chained to the one before it by the kernel's own hand. */
final class Chained {

    static final String HEADS = "kernel_journal_head";

    /** An entry of the template. */
    private record Line(Instant at, PersonId by, String kind, Wording what, Wording changes, boolean simulated, Wording decision) {

        KeptEntry with(String[] values, long sequence, long days) {
            return new KeptEntry(sequence, at.plusMillis(days * Press.DAY_MS), by, kind, what.with(values), changes.with(values), simulated,
                    decision.with(values), "");
        }
    }

    /** @param bytes of what the entries say, their hashes among it */
    record Written(List<Object[]> rows, Object[] head, long bytes) {}

    private final List<Line> lines = new ArrayList<>();

    /** @param entries how many a copy's journal is to have; what belongs to no decision is said again until there are so many */
    Chained(Press press, int entries) {
        Table table = press.template().table(Template.JOURNAL);
        int sequence = table.column("sequence");
        table.rows().stream()
                .sorted(Comparator.comparingLong(row -> ((Number) row[sequence]).longValue()))
                .forEach(row -> lines.add(line(press, table, row)));
        List<Line> again = lines.stream().filter(line -> line.decision().alike() && line.decision().with(null).isEmpty()).toList();
        for (int i = 0; lines.size() < entries; i++) {
            lines.add(again.get(i % again.size()));
        }
    }

    private static Line line(Press press, Table table, Object[] row) {
        return new Line(
                Instant.ofEpochMilli(((Number) row[table.column("written_at")]).longValue()),
                new PersonId((String) row[table.column("written_by")]),
                (String) row[table.column("kind")],
                press.wording((String) row[table.column("what")]),
                press.wording((String) row[table.column("changes")]),
                ((Number) row[table.column("simulated")]).intValue() == 1,
                press.wording((String) row[table.column("decision")]));
    }

    /** @param days by how many it was written behind the template */
    Written of(Own own, String[] values, long days) {
        String journal = own.number().value();
        List<Object[]> rows = new ArrayList<>();
        String hash = "";
        long bytes = 0;
        for (Line line : lines) {
            KeptEntry entry = line.with(values, rows.size() + 1L, days).chained(journal, hash);
            hash = entry.hash();
            Object[] row = {
                journal, entry.sequence(), entry.at().toEpochMilli(), entry.by().value(), entry.kind(), entry.what(), entry.changes(),
                entry.simulated() ? 1 : 0, entry.decision(), hash
            };
            rows.add(row);
            for (Object part : row) {
                bytes += part instanceof String text ? text.getBytes(StandardCharsets.UTF_8).length : Long.BYTES;
            }
        }
        return new Written(rows, new Object[] {journal, (long) rows.size(), hash}, bytes);
    }
}
