package dev.kontor.store;

import dev.kontor.store.jta.JtaTransactions;
import dev.kontor.store.jta.PooledStatements;
import dev.kontor.store.unit.Description;
import dev.kontor.store.unit.Dialect;
import dev.kontor.store.unit.Migration;
import dev.kontor.store.unit.Unit;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import javax.transaction.TransactionManager;
import javax.transaction.xa.XAException;
import org.apache.aries.transaction.internal.AriesTransactionManagerImpl;
import org.apache.aries.transaction.jdbc.RecoverableDataSource;
import org.apache.derby.jdbc.EmbeddedXADataSource;
import org.postgresql.xa.PGXADataSource;

/**
 * The store on a real database, as it ships but without a framework: the same transactions, the same migrations, the
 * same pool. Units are found on the class path by their name.
 */
public final class StoreHarness implements AutoCloseable {

    /** One for all, because EclipseLink knows one. */
    private static final AriesTransactionManagerImpl MANAGER = manager();
    private static EmbeddedPostgres server;

    private final DataSource pool;
    private final Dialect dialect;
    private final JtaTransactions transactions;
    private final Statements statements;
    private final Runnable drop;
    private final Map<String, Unit> units = new LinkedHashMap<>();

    private StoreHarness(XADataSource database, String user, Runnable drop) {
        try {
            RecoverableDataSource recoverable = new RecoverableDataSource();
            recoverable.setDataSource(database);
            recoverable.setTransactionManager(MANAGER);
            recoverable.setUsername(user);
            recoverable.setPassword("");
            recoverable.setPoolMaxSize(16);
            recoverable.setPoolMinSize(0);
            recoverable.setExceptionSorter("none");
            recoverable.setName("main");
            recoverable.start();
            this.pool = recoverable;
            this.dialect = Dialect.of(pool);
            this.transactions = new JtaTransactions(MANAGER);
            this.statements = new PooledStatements(pool);
            this.drop = drop;
        } catch (Exception e) { // what the pool's start declares
            throw new IllegalStateException(e);
        }
    }

    /** What somebody who has no business to could get hold of. */
    public static TransactionManager transactionManager() {
        return MANAGER;
    }

    private static AriesTransactionManagerImpl manager() {
        try {
            return new AriesTransactionManagerImpl();
        } catch (XAException e) {
            throw new IllegalStateException(e);
        }
    }

    public static StoreHarness on(Dialect dialect) {
        return dialect == Dialect.DERBY ? derby() : postgresql();
    }

    /** An empty Derby in memory. */
    public static StoreHarness derby() {
        System.setProperty("derby.stream.error.file", "target/derby.log");
        System.setProperty("derby.locks.deadlockTimeout", "1");
        System.setProperty("derby.locks.waitTimeout", "5");
        EmbeddedXADataSource database = new EmbeddedXADataSource();
        String name = "memory:" + UUID.randomUUID();
        database.setDatabaseName(name);
        database.setCreateDatabase("create");
        // APP is the schema that is there from the beginning, as without a user in the product
        return new StoreHarness(database, "APP", () -> {
            EmbeddedXADataSource gone = new EmbeddedXADataSource();
            gone.setDatabaseName(name);
            gone.setConnectionAttributes("drop=true");
            try {
                gone.getConnection().close();
            } catch (SQLException e) {
                if (!"08006".equals(e.getSQLState())) { // Derby's "dropped"
                    throw new IllegalStateException(e);
                }
            }
        });
    }

    /** An empty database of a real PostgreSQL that runs as long as the JVM. */
    public static StoreHarness postgresql() {
        String name = "kontor_" + UUID.randomUUID().toString().replace("-", "");
        EmbeddedPostgres running = server();
        execute(running, "create database " + name + " encoding 'UTF8' lc_collate 'C' lc_ctype 'C' template template0");
        PGXADataSource database = new PGXADataSource();
        database.setServerNames(new String[] {"localhost"});
        database.setPortNumbers(new int[] {running.getPort()});
        database.setDatabaseName(name);
        database.setUser("postgres");
        return new StoreHarness(
                database, "postgres", () -> execute(running, "drop database if exists " + name + " with (force)"));
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                // as it loses nothing by the end of its own process alone, it need not wait for the disk
                server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }

    private static void execute(EmbeddedPostgres running, String sql) {
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Transactions transactions() {
        return transactions;
    }

    public DataSource pool() {
        return pool;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Migrates and opens the unit that a persistence.xml on the class path describes; the same when asked again. */
    public EntityManager unit(String name) {
        return units.computeIfAbsent(name, this::open).manager();
    }

    /** Statements on the tables of a unit. */
    public Statements statements(String name) {
        units.computeIfAbsent(name, this::open);
        return statements;
    }

    private Unit open(String name) {
        for (URL file : Collections.list(resources())) {
            try {
                String folder = file.toString().replaceFirst("META-INF/persistence.xml$", "");
                Description description = Description.read(file, name, new URL(folder));
                new Migration(pool, dialect).run(name, scripts(folder));
                return new Unit(description, pool, Thread.currentThread().getContextClassLoader());
            } catch (IllegalStateException e) {
                if (!e.getMessage().contains("has no unit")) {
                    throw e;
                }
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("No persistence.xml on the class path has the unit " + name + ".");
    }

    private static java.util.Enumeration<URL> resources() {
        try {
            return Thread.currentThread().getContextClassLoader().getResources("META-INF/persistence.xml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> scripts(String folder) throws IOException {
        try {
            if (folder.startsWith("jar:")) {
                URI jar = new URI(folder.substring(0, folder.indexOf("!/")));
                try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
                    return scripts(files.getPath("db/migration"));
                }
            }
            return scripts(Path.of(new URI(folder + "db/migration")));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SortedMap<String, String> scripts(Path folder) throws IOException {
        SortedMap<String, String> scripts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(found -> found.toString().endsWith(".sql")).toList()) {
                scripts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return scripts;
    }

    @Override
    public void close() {
        units.values().forEach(Unit::close);
        drop.run();
    }
}
