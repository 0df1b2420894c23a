package dev.kontor.engine.compile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The parent of all rule code: the engine's own classes that generated code is linked to, fact packages from whoever
 * offers them, listed types of the platform, and nothing else.
 */
public final class RuleBridge extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final Set<String> LANG_DENIED = Set.of(
            "System", "Runtime", "ProcessBuilder", "Process", "ProcessHandle", "Thread", "ThreadGroup", "ThreadLocal",
            "InheritableThreadLocal", "ClassLoader", "Module", "ModuleLayer", "StackWalker", "SecurityManager", "Compiler");

    private final ClassLoader engine;
    private final FactTypes facts;
    /** Read while compiling only; dropped with the bridge. */
    private final ConcurrentHashMap<String, Optional<byte[]>> read = new ConcurrentHashMap<>();

    public RuleBridge(FactTypes facts) {
        super("kontor-rules", null);
        this.engine = RuleBridge.class.getClassLoader();
        this.facts = facts;
    }

    private Optional<ClassLoader> owner(String name) {
        String packageName = FactTypes.packageOf(name);
        if (FactTypes.isApi(packageName) || FactTypes.isFacts(packageName)) {
            return facts.loader(packageName);
        }
        if (name.startsWith("java.")) {
            return platform(name) ? Optional.of(ClassLoader.getPlatformClassLoader()) : Optional.empty();
        }
        // linked by the signatures of Drools' own classes; the bytecode guard decides what rules may name
        boolean linked = name.startsWith("org.drools.") && !name.startsWith("org.drools.model.codegen.")
                || name.startsWith("org.kie.api.")
                || name.startsWith("org.kie.internal.")
                || name.equals("dev.kontor.engine.run.Budget");
        return linked ? Optional.of(engine) : Optional.empty();
    }

    private static boolean platform(String name) {
        if (BytecodeGuard.allowsPlatform(name.replace('.', '/'))) {
            return true;
        }
        String packageName = FactTypes.packageOf(name);
        String simple = name.substring(packageName.length() + 1);
        String outer = simple.contains("$") ? simple.substring(0, simple.indexOf('$')) : simple;
        return switch (packageName) {
            case "java.lang" -> !LANG_DENIED.contains(outer);
            case "java.lang.annotation", "java.lang.constant", "java.lang.invoke", "java.util.stream", "java.time", "java.time.chrono",
                    "java.time.format", "java.time.temporal", "java.time.zone" -> true;
            case "java.util" -> !Set.of("Timer", "TimerTask", "Scanner", "ServiceLoader", "ResourceBundle").contains(outer);
            case "java.io" -> outer.endsWith("Exception") || outer.equals("Externalizable") || outer.startsWith("Object");
            default -> false;
        };
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        ClassLoader owner = owner(name).orElseThrow(() -> new ClassNotFoundException(name + " is not on the rules' list"));
        return owner.loadClass(name);
    }

    /** {@code null} is how a class loader says that it has none. */
    @Override
    public InputStream getResourceAsStream(String path) {
        return read.computeIfAbsent(path, this::bytes).map(ByteArrayInputStream::new).orElse(null);
    }

    private Optional<byte[]> bytes(String path) {
        Optional<ClassLoader> owner = ownerOfFile(path);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = owner.get().getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException gone) { // its bundle stopped meanwhile: as if it had not been there
            return Optional.empty();
        }
    }

    private Optional<ClassLoader> ownerOfFile(String path) {
        return path.endsWith(".class") ? owner(path.substring(0, path.length() - 6).replace('/', '.')) : Optional.empty();
    }

    /** {@code null} is how a class loader says that it has none. */
    @Override
    public URL getResource(String path) {
        return ownerOfFile(path).map(owner -> owner.getResource(path)).orElse(null);
    }

    @Override
    public Enumeration<URL> getResources(String path) {
        return Collections.emptyEnumeration();
    }
}
