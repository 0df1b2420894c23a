package dev.kontor.store;

import dev.kontor.store.unit.Dialect;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.postgresql.xa.PGXADataSource;

/** A real PostgreSQL that runs as long as the JVM. */
final class PostgresqlServer extends Server {

    static final Server ONE = new PostgresqlServer();

    private final EmbeddedPostgres running = start();

    private PostgresqlServer() {
        super(Dialect.POSTGRESQL, "postgres");
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(Scratch.folder("postgresql"))
                    // as it loses nothing by the end of its own process alone, it need not wait for the disk
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void create(String name) {
        execute("create database " + name + " encoding 'UTF8' lc_collate 'C' lc_ctype 'C' template template0");
    }

    @Override
    void keep(String template) {
        // it is one
    }

    @Override
    void copy(String template, String name) {
        execute("create database " + name + " template " + template);
    }

    @Override
    DataSource connecting(String name) {
        return running.getDatabase(user(), name);
    }

    @Override
    XADataSource enlisting(String name) {
        PGXADataSource database = new PGXADataSource();
        database.setServerNames(new String[] {"localhost"});
        database.setPortNumbers(new int[] {running.getPort()});
        database.setDatabaseName(name);
        database.setUser(user());
        return database;
    }

    @Override
    void drop(String name) {
        execute("drop database if exists " + name + " with (force)");
    }

    private void execute(String sql) {
        execute(running.getPostgresDatabase(), sql);
    }
}
