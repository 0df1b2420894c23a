package dev.kontor.cli;

import dev.kontor.api.journal.Anchors.Kept;
import dev.kontor.api.journal.Anchors.Place;
import dev.kontor.api.people.PersonId;
import dev.kontor.kernel.journal.KeptEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The journals of a platform that is stopped, read from its Derby database: nobody has to trust the running program. */
final class StoppedJournals implements ReadableJournals {

    private record Head(long sequence, String hash) {}

    private final Path database;
    private final Connection connection;
    private final List<String> faults = new ArrayList<>();
    private long entries;

    private StoppedJournals(Path database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /** @param database the folder of the Derby database; only read */
    static StoppedJournals open(Path database) throws IOException {
        try {
            Connection connection = DriverManager.getConnection("jdbc:derby:" + database);
            connection.setReadOnly(true);
            return new StoppedJournals(database, connection);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public Found verify() throws IOException {
        try {
            Map<String, Head> heads = heads(connection);
            for (Map.Entry<String, Head> head : heads.entrySet()) {
                chain(connection, head.getKey(), head.getValue());
            }
            orphans(connection);
            return new Found(heads.size(), entries, faults);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public List<String> hashes(List<Place> places) throws IOException {
        List<String> hashes = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select hash from kernel_journal where journal = ? and sequence = ?")) {
            for (Place place : places) {
                statement.setString(1, place.journal());
                statement.setLong(2, place.sequence());
                try (ResultSet rows = statement.executeQuery()) {
                    hashes.add(rows.next() ? rows.getString(1).strip() : "");
                }
            }
            return hashes;
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public List<Kept> kept() throws IOException {
        List<Kept> kept = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select number, written_at, digest from kernel_anchor order by number")) {
            while (rows.next()) {
                kept.add(new Kept(rows.getLong(1), Instant.ofEpochMilli(rows.getLong(2)), rows.getString(3).strip()));
            }
            return kept;
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
            end(database);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Map<String, Head> heads(Connection connection) throws SQLException {
        Map<String, Head> heads = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select journal, sequence, hash from kernel_journal_head order by journal")) {
            while (rows.next()) {
                heads.put(rows.getString(1), new Head(rows.getLong(2), rows.getString(3).strip()));
            }
        }
        return heads;
    }

    private void chain(Connection connection, String journal, Head head) throws SQLException {
        String before = "";
        long sequence = 0;
        try (PreparedStatement statement = connection.prepareStatement(
                "select sequence, written_at, written_by, kind, what, changes, simulated, decision, hash"
                        + " from kernel_journal where journal = ? order by sequence")) {
            statement.setString(1, journal);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sequence++;
                    entries++;
                    KeptEntry entry = entry(rows);
                    if (entry.sequence() != sequence || !entry.follows(journal, before)) {
                        faults.add("%s %d".formatted(journal, sequence));
                        return;
                    }
                    before = entry.hash();
                }
            }
        }
        if (head.sequence() != sequence || !head.hash().equals(before)) {
            faults.add("%s %d < %d".formatted(journal, sequence, head.sequence()));
        }
    }

    /** Entries of a journal whose head was taken away. */
    private void orphans(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select distinct journal from kernel_journal where journal not in"
                        + " (select journal from kernel_journal_head)")) {
            while (rows.next()) {
                faults.add(rows.getString(1));
            }
        }
    }

    private static KeptEntry entry(ResultSet row) throws SQLException {
        return new KeptEntry(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                new PersonId(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7) != 0,
                row.getString(8).strip(),
                row.getString(9).strip());
    }

    private static void end(Path database) throws SQLException {
        try {
            DriverManager.getConnection("jdbc:derby:" + database + ";shutdown=true").close();
        } catch (SQLException ended) {
            if (!"08006".equals(ended.getSQLState())) { // how Derby says that it has ended
                throw ended;
            }
        }
    }
}
