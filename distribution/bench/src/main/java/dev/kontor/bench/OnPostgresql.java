package dev.kontor.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;

/** The distribution with a PostgreSQL of its own, as durable as Derby is: a commit returns when the disk has it. */
final class OnPostgresql implements AutoCloseable {

    private static final String DATABASE = "kontor";

    private final Path distribution;
    private final EmbeddedPostgres server;
    private final long pid;

    /** @param folder takes a copy of the distribution, and the database */
    OnPostgresql(Path original, Path folder) throws IOException, InterruptedException, SQLException {
        distribution = folder.resolve("kontor");
        new ProcessBuilder("cp", "-a", original.toString(), distribution.toString()).inheritIO().start().waitFor();
        Path data = folder.resolve("postgresql");
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("max_connections", "60")
                .setServerConfig("synchronous_commit", "on")
                .start();
        pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE + " ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        }
        Path etc = distribution.resolve("etc");
        String example = Files.readString(etc.resolve("org.ops4j.datasource-main.cfg.example"));
        Files.writeString(etc.resolve("org.ops4j.datasource-main.cfg"), example
                .replaceFirst("portNumber = .*", "portNumber = " + server.getPort())
                .replaceFirst("databaseName = .*", "databaseName = " + DATABASE)
                .replaceFirst("user = .*", "user = postgres"));
        Files.writeString(etc.resolve("kontor.conf"), "STORE=postgresql\n");
    }

    Path distribution() {
        return distribution;
    }

    /** Of the server and the sessions that live; the platform's pool keeps its sessions. */
    double cpuSeconds() {
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants())
                        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToLong(Duration::toNanos)
                        .sum()
                / 1e9;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
