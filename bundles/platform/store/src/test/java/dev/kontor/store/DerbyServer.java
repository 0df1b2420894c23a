package dev.kontor.store;

import dev.kontor.store.unit.Dialect;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.apache.derby.jdbc.EmbeddedXADataSource;

/** Derby in memory; its templates are backups. */
final class DerbyServer extends Server {

    static final Server ONE = new DerbyServer();

    private final Path backups = Scratch.folder("derby");

    private DerbyServer() {
        // APP is the schema that is there from the beginning, as without a user in the product
        super(Dialect.DERBY, "APP");
        System.setProperty("derby.stream.error.file", "target/derby.log");
        System.setProperty("derby.locks.deadlockTimeout", "1");
        System.setProperty("derby.locks.waitTimeout", "5");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Scratch.remove(backups)));
    }

    @Override
    void create(String name) {
        boot(name, "create=true");
    }

    @Override
    void keep(String template) {
        execute(connecting(template), "call syscs_util.syscs_backup_database('" + backups + "')");
        dropLater(template);
    }

    @Override
    void copy(String template, String name) {
        boot(name, "createFrom=" + backups.resolve(template));
    }

    private void boot(String name, String how) {
        EmbeddedDataSource database = database(name);
        database.setConnectionAttributes(how);
        try {
            database.getConnection().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    DataSource connecting(String name) {
        return database(name);
    }

    private EmbeddedDataSource database(String name) {
        EmbeddedDataSource database = new EmbeddedDataSource();
        database.setDatabaseName("memory:" + name);
        database.setUser(user());
        return database;
    }

    @Override
    XADataSource enlisting(String name) {
        EmbeddedXADataSource database = new EmbeddedXADataSource();
        database.setDatabaseName("memory:" + name);
        return database;
    }

    @Override
    void drop(String name) {
        EmbeddedDataSource gone = database(name);
        gone.setConnectionAttributes("drop=true");
        try {
            gone.getConnection().close();
        } catch (SQLException e) {
            if (!"08006".equals(e.getSQLState())) { // Derby's "dropped"
                throw new IllegalStateException(e);
            }
        }
    }
}
