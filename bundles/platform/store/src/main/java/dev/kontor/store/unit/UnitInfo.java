package dev.kontor.store.unit;

import dev.kontor.store.jta.TransactionServer;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.net.URL;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;

/** A unit as EclipseLink asks for it. Nulls here are what its interface demands. */
final class UnitInfo implements PersistenceUnitInfo {

    private final Description description;
    private final DataSource pool;
    private final ClassLoader loader;
    private final Properties properties = new Properties();

    UnitInfo(Description description, DataSource pool, ClassLoader bundle) {
        this.description = description;
        this.pool = pool;
        this.loader = new WithStore(bundle);
        properties.putAll(description.properties());
        properties.setProperty("eclipselink.target-server", TransactionServer.class.getName());
        properties.setProperty("eclipselink.weaving", "static");
        // what fails reaches the caller; EclipseLink's own warnings would repeat each of it on stdout
        properties.setProperty("eclipselink.logging.level", "SEVERE");
        properties.setProperty("eclipselink.cache.shared.default", "false");
    }

    /** The bundle's classes, and the store's own for EclipseLink, which looks them up by name here. */
    private static final class WithStore extends ClassLoader {

        WithStore(ClassLoader bundle) {
            super(bundle);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            return UnitInfo.class.getClassLoader().loadClass(name);
        }
    }

    @Override
    public String getPersistenceUnitName() {
        return description.name();
    }

    @Override
    public String getPersistenceProviderClassName() {
        return "org.eclipse.persistence.jpa.PersistenceProvider";
    }

    @Override
    public String getScopeAnnotationName() {
        return null;
    }

    @Override
    public List<String> getQualifierAnnotationNames() {
        return List.of();
    }

    @Override
    @SuppressWarnings("removal") // the interface still speaks the old type
    public jakarta.persistence.spi.PersistenceUnitTransactionType getTransactionType() {
        return jakarta.persistence.spi.PersistenceUnitTransactionType.JTA;
    }

    @Override
    public DataSource getJtaDataSource() {
        return pool;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return null;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        return description.root();
    }

    @Override
    public List<String> getManagedClassNames() {
        return description.classes();
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        return properties;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return description.version();
    }

    @Override
    public ClassLoader getClassLoader() {
        return loader;
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // entities are woven when they are built
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return new ClassLoader(loader) {};
    }
}
