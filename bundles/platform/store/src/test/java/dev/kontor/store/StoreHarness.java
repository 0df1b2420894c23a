package dev.kontor.store;

import dev.kontor.store.jta.JtaTransactions;
import dev.kontor.store.jta.PooledStatements;
import dev.kontor.store.unit.Description;
import dev.kontor.store.unit.Dialect;
import dev.kontor.store.unit.Migration;
import dev.kontor.store.unit.Unit;
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
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import javax.transaction.xa.XAException;
import org.apache.aries.transaction.internal.AriesTransactionManagerImpl;
import org.apache.aries.transaction.jdbc.RecoverableDataSource;

/**
 * The store on a real database, as it ships but without a framework: the same transactions, the same migrations, the
 * same pool. Units are found on the class path by their name.
 */
public final class StoreHarness implements AutoCloseable {

    /** One for all, because EclipseLink knows one. */
    private static final AriesTransactionManagerImpl MANAGER = manager();

    private final Server server;
    private final String name = Server.newName();
    private final JtaTransactions transactions = new JtaTransactions(MANAGER);
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private DataSource pool;
    private Statements statements;

    private StoreHarness(Server server) {
        this.server = server;
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

    /** A Derby of its own, in memory. */
    public static StoreHarness derby() {
        return new StoreHarness(DerbyServer.ONE);
    }

    /** A database of its own on a real PostgreSQL that runs as long as the JVM. */
    public static StoreHarness postgresql() {
        return new StoreHarness(PostgresqlServer.ONE);
    }

    public Transactions transactions() {
        return transactions;
    }

    /** Of a database that is empty when nobody has asked for a unit before. */
    public DataSource pool() {
        if (pool == null) {
            server.create(name);
            start();
        }
        return pool;
    }

    private void start() {
        try {
            RecoverableDataSource recoverable = new RecoverableDataSource();
            recoverable.setDataSource(server.enlisting(name));
            recoverable.setTransactionManager(MANAGER);
            recoverable.setUsername(server.user());
            recoverable.setPassword("");
            recoverable.setPoolMaxSize(16);
            recoverable.setPoolMinSize(0);
            recoverable.setExceptionSorter("none");
            recoverable.setName("main");
            recoverable.start();
            pool = recoverable;
            statements = new PooledStatements(pool);
        } catch (Exception e) { // what the pool's start declares
            throw new IllegalStateException(e);
        }
    }

    public Dialect dialect() {
        return server.dialect();
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

    private Unit open(String unit) {
        for (URL file : Collections.list(resources())) {
            try {
                String folder = file.toString().replaceFirst("META-INF/persistence.xml$", "");
                Description description = Description.read(file, unit, new URL(folder));
                migrate(unit, scripts(folder));
                return new Unit(description, pool, Thread.currentThread().getContextClassLoader());
            } catch (IllegalStateException e) {
                if (!e.getMessage().contains("has no unit")) {
                    throw e;
                }
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("No persistence.xml on the class path has the unit " + unit + ".");
    }

    /** The first is there from the beginning: that is the cheaper way. */
    private void migrate(String unit, SortedMap<String, String> scripts) throws SQLException {
        if (pool == null) {
            server.create(name, unit, scripts);
            start();
        } else {
            new Migration(pool, dialect()).run(unit, scripts);
        }
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
        if (pool != null) {
            server.dropLater(name);
        }
    }
}
