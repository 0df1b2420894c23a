package dev.kontor.engine.version;

import dev.kontor.engine.compile.FactTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Offers and withdraws fact packages as bundles do: each time by a class loader of its own. */
final class FactsByHand implements FactTypes, FactWatch {

    static final String FACTS = "dev.kontor.engine.facts";

    private final Map<String, ClassLoader> offered = new ConcurrentHashMap<>();
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
        ClassLoader loader = new Apart();
        offered.put(FACTS, loader);
        listeners.forEach(Runnable::run);
        return loader;
    }

    void go() {
        offered.remove(FACTS);
        listeners.forEach(Runnable::run);
    }

    private static final class Apart extends ClassLoader {
        Apart() {
            super(FactsByHand.class.getClassLoader());
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
                try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                    byte[] bytes = in.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
    }
}
