package dev.kontor.itest;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The database of a platform that is stopped, in the hands of somebody with a Derby of their own. */
final class DerbyOf implements AutoCloseable {

    private final URLClassLoader loader;
    private final Driver driver;
    private final String url;

    DerbyOf(Archive archive) throws IOException, ReflectiveOperationException {
        Path jar = archive.jars().stream()
                .filter(file -> file.getFileName().toString().startsWith("dev.kontor.libraries.derby"))
                .findFirst()
                .orElseThrow();
        loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        driver = (Driver) loader.loadClass("org.apache.derby.jdbc.EmbeddedDriver").getConstructor().newInstance();
        url = "jdbc:derby:" + archive.data().resolve("derby/main");
    }

    Connection connect() throws SQLException {
        return driver.connect(url, new Properties());
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.executeUpdate(each);
            }
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        try {
            driver.connect(url + ";shutdown=true", new Properties());
        } catch (SQLException ended) {
            if (!"08006".equals(ended.getSQLState())) { // how Derby says that it has ended
                throw ended;
            }
        } finally {
            loader.close();
        }
    }
}
