package dev.kontor.kernel.document;

import dev.kontor.kernel.rows.Bell;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.store.StoreFailed;
import dev.kontor.store.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Contents leave the disk once every document that has them is destroyed and nobody else keeps them.
 *
 * <p>The command that destroys writes down the digest; that row leaves in the transaction that has removed the file, so a stop in
 * between is made up for by the next pass, and doing it twice does no harm. Contents are shared: documents of any order, what a
 * department keeps beside them, and uploads that are not filed yet, may have the same digest. So it goes in two transactions. The first takes the upload's row
 * away, which whoever is filing it {@linkplain Rows#hold holds}: from its commit on nobody can file these bytes without bringing
 * them in again, and who does puts the file back and the digest off this list. The second removes the file.
 *
 * <p>A command that was rolled back may have left a file that no row knows. It is given its upload's row first and then goes the
 * same way, so that who brings it in at that moment and who removes it wait for each other at that row.
 */
public final class ContentDisposal {

    private static final Logger LOG = LoggerFactory.getLogger(ContentDisposal.class);

    /** Longer than any command takes. */
    static final Duration GRACE = Duration.ofDays(1);

    private static final int FOLDERS = 256;

    private final Transactions transactions;
    private final Rows rows;
    private final ContentStore contents;
    private final Bell bell = new Bell();

    ContentDisposal(Transactions transactions, Rows rows, ContentStore contents) {
        this.transactions = transactions;
        this.rows = rows;
        this.contents = contents;
    }

    /** Rings when a content may have to leave. */
    Bell bell() {
        return bell;
    }

    /** A document with this content was destroyed. Inside a command. */
    void due(String digest) {
        if (rows.run("update kernel_disposal set since = since where digest = ?", digest) == 0) {
            rows.run("insert into kernel_disposal (digest, since) values (?, ?)", digest, Instant.now());
        }
        transactions.afterCommit(bell::ring);
    }

    /** Somebody keeps the content beside the documents of orders. Whoever calls holds its upload's row; inside a command. */
    void keep(String digest, String keeper) {
        if (rows.one("select keeper from kernel_keeper where digest = ? and keeper = ?", digest, keeper).isEmpty()) {
            rows.run("insert into kernel_keeper (digest, keeper, since) values (?, ?, ?)", digest, keeper, Instant.now());
        }
    }

    /** Somebody keeps it no more. Inside a command. */
    void release(String digest, String keeper) {
        if (rows.run("delete from kernel_keeper where digest = ? and keeper = ?", digest, keeper) > 0) {
            due(digest);
        }
    }

    /** The content comes in again: it stays. Before its upload is noted, as {@link #released} does; inside a command. */
    void stays(String digest) {
        rows.run("delete from kernel_disposal where digest = ?", digest);
    }

    /** Once round. What fails is tried again the next time. */
    public void pass() {
        for (String digest : due()) {
            try {
                if (transactions.command(() -> released(digest))) {
                    transactions.command(() -> removed(digest));
                }
            } catch (StoreFailed | UncheckedIOException failed) {
                LOG.warn("The content {} could not be removed yet.", digest, failed);
            }
        }
    }

    /**
     * Once a day: what nobody filed or kept is to leave, and what no row knows a day after it came, unless it is older than all that this
     * database knows of.
     *
     * @param patience for how long an upload may wait to be filed
     */
    public void collect(Duration patience) {
        try {
            unfiled(Instant.now().minus(patience)).forEach(digest -> transactions.command(() -> left(digest)));
            Optional<Instant> oldest = transactions.read(
                    () -> rows.one("select taken_at from kernel_upload order by taken_at fetch first 1 rows only").map(row -> row.instant(0)));
            for (int first = 0; oldest.isPresent() && first < FOLDERS; first++) {
                collect("%02x".formatted(first), oldest.orElseThrow());
            }
        } catch (IOException | UncheckedIOException | StoreFailed failed) {
            LOG.warn("Not all contents could be looked through; they are tomorrow.", failed);
        }
    }

    /** Of forms that were never sent. */
    private List<String> unfiled(Instant before) {
        return transactions.read(() -> rows.all("select digest from kernel_upload u where taken_at < ?"
                        + " and not exists (select 1 from kernel_document d where d.digest = u.digest and d.destroyed_at = 0)"
                        + " and not exists (select 1 from kernel_keeper k where k.digest = u.digest)", before).stream()
                .map(row -> row.text(0))
                .toList());
    }

    private boolean left(String digest) {
        due(digest);
        return true;
    }

    private void collect(String beginning, Instant from) throws IOException {
        List<String> there = contents.came(beginning, from, Instant.now().minus(GRACE));
        Set<String> known = there.isEmpty() ? Set.of() : known(beginning);
        there.stream().filter(digest -> !known.contains(digest)).forEach(digest -> transactions.command(() -> adopted(digest)));
    }

    private Set<String> known(String beginning) {
        String end = beginning + "g"; // behind every digit
        return transactions.read(() -> rows.all("select digest from kernel_upload where digest >= ? and digest < ?"
                        + " union select digest from kernel_document where digest >= ? and digest < ?", beginning, end, beginning, end).stream()
                .map(row -> row.text(0))
                .collect(Collectors.toSet()));
    }

    /** @throws StoreFailed when it is brought in again at this moment */
    private boolean adopted(String digest) {
        due(digest);
        return rows.run("insert into kernel_upload (digest, name, media_type, byte_count, taken_at) values (?, ?, ?, ?, ?)",
                digest, digest, "application/octet-stream", 0, Instant.now()) > 0;
    }

    private List<String> due() {
        return transactions.read(() -> rows.all("select digest from kernel_disposal").stream().map(row -> row.text(0)).toList());
    }

    /** @return false when it stays, or somebody else has seen to it */
    private boolean released(String digest) {
        if (rows.run("update kernel_disposal set since = since where digest = ?", digest) == 0) {
            return false;
        }
        rows.run("update kernel_upload set taken_at = taken_at where digest = ?", digest); // waits for whoever is filing it
        if (isNeeded(digest)) {
            stays(digest);
            return false;
        }
        rows.run("delete from kernel_upload where digest = ?", digest);
        return true;
    }

    private boolean removed(String digest) {
        if (rows.run("delete from kernel_disposal where digest = ?", digest) == 0) {
            return false;
        }
        try {
            contents.remove(digest);
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
        LOG.info("The content {} is removed: nobody has it any more.", digest);
        return true;
    }

    private boolean isNeeded(String digest) {
        return rows.one("select count(*) from kernel_document where digest = ? and destroyed_at = 0", digest).orElseThrow().number(0) > 0
                || rows.one("select count(*) from kernel_keeper where digest = ?", digest).orElseThrow().number(0) > 0;
    }
}
