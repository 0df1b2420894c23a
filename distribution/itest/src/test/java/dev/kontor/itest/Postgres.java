package dev.kontor.itest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostgreSQL of the tests' own, one for the JVM, with a new database for each who asks. */
final class Postgres {

    private static EmbeddedPostgres server;

    private Postgres() {}

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder().setServerConfig("max_connections", "60").setServerConfig("fsync", "off").start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(Postgres::stop));
        }
        return server;
    }

    private static void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the database and writes the one file that points an archive at it. */
    static void choose(Archive archive, String database) {
        make(server(), database);
        point(archive, server().getPort(), database);
    }

    static void make(EmbeddedPostgres server, String database) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database
                    + " ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void point(Archive archive, int port, String database) {
        try {
            Path etc = archive.home().resolve("etc");
            String example = Files.readString(etc.resolve("org.ops4j.datasource-main.cfg.example"));
            Files.writeString(etc.resolve("org.ops4j.datasource-main.cfg"), example
                    .replaceFirst("portNumber = .*", "portNumber = " + port)
                    .replaceFirst("databaseName = .*", "databaseName = " + database)
                    .replaceFirst("user = .*", "user = postgres"));
            archive.configure("STORE=postgresql");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
