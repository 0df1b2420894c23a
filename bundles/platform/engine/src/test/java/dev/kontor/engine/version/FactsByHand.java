package dev.kontor.engine.version;

import dev.kontor.api.rule.RuleTables;
import dev.kontor.engine.compile.FactTypes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Offers and withdraws fact packages as bundles do: each time by a class loader of its own. */
final class FactsByHand implements FactTypes, FactWatch {

    static final String FACTS = "dev.kontor.engine.facts";

    private final Map<String, ClassLoader> offered = new ConcurrentHashMap<>();
    /** Who reads decision tables. */
    volatile Optional<RuleTables> tables = Optional.empty();
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Override
    public Optional<ClassLoader> loader(String packageName) {
        return FactTypes.isApi(packageName)
                ? Optional.of(FactsByHand.class.getClassLoader())
                : Optional.ofNullable(offered.get(packageName));
    }

    @Override
    public AutoCloseable onChange(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    ClassLoader come() {
        return come(UnaryOperator.identity());
    }

    /** @param changed what has become of each class since the rules were compiled */
    ClassLoader come(UnaryOperator<byte[]> changed) {
        ClassLoader loader = new Apart(changed);
        offered.put(FACTS, loader);
        listeners.forEach(Runnable::run);
        return loader;
    }

    void go() {
        offered.remove(FACTS);
        listeners.forEach(Runnable::run);
    }

    private static final class Apart extends ClassLoader {
        private final UnaryOperator<byte[]> changed;

        Apart(UnaryOperator<byte[]> changed) {
            super(FactsByHand.class.getClassLoader());
            this.changed = changed;
        }

        @Override
        public InputStream getResourceAsStream(String path) {
            return path.startsWith(FACTS.replace('.', '/')) ? new ByteArrayInputStream(bytes(path)) : super.getResourceAsStream(path);
        }

        private byte[] bytes(String path) {
            try (InputStream in = getParent().getResourceAsStream(path)) {
                return changed.apply(in.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(FACTS + ".")) {
                return super.loadClass(name, resolve);
            }
            synchronized (this) {
                Class<?> known = findLoadedClass(name);
                if (known != null) {
                    return known;
                }
                byte[] bytes = bytes(name.replace('.', '/') + ".class");
                return defineClass(name, bytes, 0, bytes.length);
            }
        }
    }
}
