package dev.kontor.itest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A PostgreSQL that one test alone uses, may crash and start again: its data and its port stay. */
final class OwnPostgres implements AutoCloseable {

    private final Path data;
    private final int port = Platform.freePort();
    private EmbeddedPostgres server;

    OwnPostgres(String name) {
        try {
            data = Path.of(System.getProperty("kontor.work"), name).toAbsolutePath();
            Archive.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("synchronous_commit", "on") // off, as it is by default here, a crash loses what was kept
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void make(String database) {
        Postgres.make(server, database);
    }

    void point(Archive archive, String database) {
        Postgres.point(archive, port, database);
    }

    Connection connection(String database) throws SQLException {
        return server.getDatabase("postgres", database).getConnection();
    }

    /** As {@code pg_ctl stop -m immediate}: every session ends at once, and what is written is recovered at the next start. */
    void crash() {
        try {
            String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
            new ProcessBuilder("kill", "-QUIT", pid).inheritIO().start().waitFor();
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(handle -> handle.onExit().join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        close();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
