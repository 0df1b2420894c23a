package dev.kontor.store;

import dev.kontor.store.unit.Dialect;
import dev.kontor.store.unit.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import javax.sql.XADataSource;

/** Where databases are made: empty ones, and copies of one that has the tables of a unit and no more. */
abstract class Server {

    /** Derby sleeps half a second over each, PostgreSQL waits until its sessions have gone: the next test need not. */
    private static final ExecutorService REMOVAL = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "removal of databases");
        thread.setDaemon(true);
        return thread;
    });

    private final Dialect dialect;
    private final String user;
    private final Map<String, String> templates = new HashMap<>();

    Server(Dialect dialect, String user) {
        this.dialect = dialect;
        this.user = user;
    }

    Dialect dialect() {
        return dialect;
    }

    String user() {
        return user;
    }

    static String newName() {
        return "kontor_" + UUID.randomUUID().toString().replace("-", "");
    }

    abstract void create(String name);

    /** The unit's scripts run only for the first copy. */
    synchronized void create(String name, String unit, SortedMap<String, String> scripts) throws SQLException {
        String template = templates.get(unit);
        if (template == null) {
            template = newName();
            create(template);
            new Migration(connecting(template), dialect).run(unit, scripts);
            keep(template);
            templates.put(unit, template);
        }
        copy(template, name);
    }

    /** Nobody works in it any more. */
    abstract void keep(String template) throws SQLException;

    abstract void copy(String template, String name);

    abstract DataSource connecting(String name);

    abstract XADataSource enlisting(String name);

    abstract void drop(String name);

    void dropLater(String name) {
        REMOVAL.execute(() -> drop(name));
    }

    static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
