package dev.kontor.kernel.journal;

import dev.kontor.api.journal.Anchors.Kept;
import dev.kontor.api.journal.Anchors.Place;
import dev.kontor.kernel.journal.Anchor.Head;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What anchors need of the journals' rows, and the database's own list of anchors. Inside a transaction only. */
@Component(service = AnchorRows.class)
public final class AnchorRows {

    private final Rows rows;

    @Activate
    public AnchorRows(@Reference Rows rows) {
        this.rows = rows;
    }

    /** The ends of all journals, by name. */
    List<Head> heads(String after, int limit) {
        return rows
                .all("select journal, sequence, hash from kernel_journal_head where journal > ? order by journal"
                        + " fetch first " + limit + " rows only", after)
                .stream()
                .map(AnchorRows::head)
                .toList();
    }

    /** The ends of the journals with entries from that time on, by name. */
    List<Head> heads(Instant grownSince, String after, int limit) {
        return rows
                .all("select h.journal, h.sequence, h.hash from"
                        + " (select distinct journal from kernel_journal where written_at >= ?) grown"
                        + " join kernel_journal_head h on h.journal = grown.journal where h.journal > ? order by h.journal"
                        + " fetch first " + limit + " rows only", grownSince, after)
                .stream()
                .map(AnchorRows::head)
                .toList();
    }

    private static Head head(Row row) {
        return new Head(row.text(0), row.number(1), row.text(2));
    }

    String hash(Place place) {
        return rows
                .one("select hash from kernel_journal where journal = ? and sequence = ?", place.journal(), place.sequence())
                .map(row -> row.text(0))
                .orElse("");
    }

    void keep(Kept anchor) {
        rows.run("insert into kernel_anchor (number, written_at, digest) values (?, ?, ?)",
                anchor.number(), anchor.at(), anchor.digest());
    }

    /** Oldest first. */
    List<Kept> kept() {
        return rows.all("select number, written_at, digest from kernel_anchor order by number").stream()
                .map(row -> new Kept(row.number(0), row.instant(1), row.text(2)))
                .toList();
    }
}
