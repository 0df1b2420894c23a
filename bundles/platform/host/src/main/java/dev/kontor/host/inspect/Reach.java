package dev.kontor.host.inspect;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What code reaches for outside of itself, as far as its calls tell. */
public enum Reach {
    FILES,
    NETWORK,
    PROCESSES,
    REFLECTION,
    THREADS,
    LOCALE,
    TIME_ZONE,
    /** Properties and streams of the process, its hooks and security providers. */
    PROCESS_WIDE,
    SERIALIZED,
    CLASS_LOADERS,
    /** Ends the process of everybody. */
    EXIT,
    /** What no virtual machine looks after. */
    NATIVE,
    /** Installs or changes bundles past the one who approves them. */
    FRAMEWORK;

    private static final Map<String, Reach> CALLS = Map.ofEntries(
            Map.entry("java/lang/System.exit", EXIT), Map.entry("java/lang/Runtime.exit", EXIT), Map.entry("java/lang/Runtime.halt", EXIT),
            Map.entry("java/lang/System.load", NATIVE), Map.entry("java/lang/System.loadLibrary", NATIVE),
            Map.entry("java/lang/Runtime.load", NATIVE), Map.entry("java/lang/Runtime.loadLibrary", NATIVE),
            Map.entry("java/lang/Runtime.exec", PROCESSES),
            Map.entry("java/util/Locale.setDefault", LOCALE), Map.entry("java/util/TimeZone.setDefault", TIME_ZONE),
            Map.entry("java/lang/System.setProperty", PROCESS_WIDE), Map.entry("java/lang/System.setProperties", PROCESS_WIDE),
            Map.entry("java/lang/System.clearProperty", PROCESS_WIDE), Map.entry("java/lang/System.setOut", PROCESS_WIDE),
            Map.entry("java/lang/System.setErr", PROCESS_WIDE), Map.entry("java/lang/System.setIn", PROCESS_WIDE),
            Map.entry("java/lang/Runtime.addShutdownHook", PROCESS_WIDE),
            Map.entry("java/lang/Thread.setDefaultUncaughtExceptionHandler", PROCESS_WIDE),
            Map.entry("java/lang/Class.forName", REFLECTION), Map.entry("java/lang/Class.newInstance", REFLECTION),
            Map.entry("java/lang/Thread.<init>", THREADS), Map.entry("java/lang/Thread.start", THREADS),
            Map.entry("java/lang/Thread.ofVirtual", THREADS), Map.entry("java/lang/Thread.startVirtualThread", THREADS),
            Map.entry("java/util/Collection.parallelStream", THREADS), Map.entry("java/util/List.parallelStream", THREADS),
            Map.entry("org/osgi/framework/BundleContext.installBundle", FRAMEWORK),
            Map.entry("org/osgi/framework/Bundle.update", FRAMEWORK), Map.entry("org/osgi/framework/Bundle.uninstall", FRAMEWORK),
            Map.entry("org/osgi/framework/Bundle.stop", FRAMEWORK), Map.entry("org/osgi/framework/Bundle.start", FRAMEWORK));

    /** The longer beginning comes first. */
    private static final Map<String, Reach> OWNERS = Map.ofEntries(
            Map.entry("java/lang/ProcessBuilder", PROCESSES), Map.entry("java/lang/ProcessHandle", PROCESSES),
            Map.entry("java/lang/reflect/", REFLECTION), Map.entry("java/lang/invoke/MethodHandles$Lookup", REFLECTION),
            Map.entry("sun/misc/", REFLECTION), Map.entry("jdk/internal/", REFLECTION),
            Map.entry("java/lang/foreign/", NATIVE), Map.entry("com/sun/jna/", NATIVE),
            Map.entry("java/io/File", FILES), Map.entry("java/io/RandomAccessFile", FILES), Map.entry("java/nio/file/Files", FILES),
            Map.entry("java/nio/file/FileSystem", FILES), Map.entry("java/nio/channels/FileChannel", FILES),
            Map.entry("java/nio/channels/AsynchronousFileChannel", FILES), Map.entry("java/util/zip/ZipFile", FILES),
            Map.entry("java/util/jar/JarFile", FILES),
            Map.entry("java/net/", NETWORK), Map.entry("javax/net/", NETWORK), Map.entry("javax/naming/", NETWORK),
            Map.entry("java/rmi/", NETWORK), Map.entry("java/nio/channels/Socket", NETWORK),
            Map.entry("java/nio/channels/ServerSocket", NETWORK), Map.entry("java/nio/channels/Datagram", NETWORK),
            Map.entry("java/nio/channels/AsynchronousSocket", NETWORK), Map.entry("java/nio/channels/AsynchronousServerSocket", NETWORK),
            Map.entry("java/util/concurrent/Executors", THREADS), Map.entry("java/util/concurrent/ThreadPoolExecutor", THREADS),
            Map.entry("java/util/concurrent/ScheduledThreadPool", THREADS), Map.entry("java/util/concurrent/ForkJoinPool", THREADS),
            Map.entry("java/util/Timer", THREADS), Map.entry("java/io/ObjectInputStream", SERIALIZED),
            Map.entry("java/security/Security", PROCESS_WIDE),
            Map.entry("java/lang/ClassLoader", CLASS_LOADERS), Map.entry("java/net/URLClassLoader", CLASS_LOADERS));

    /** Of these owners only words are made. */
    private static final Set<String> HARMLESS = Set.of(
            "java/net/URI", "java/net/URISyntaxException", "java/net/URLEncoder", "java/net/URLDecoder",
            "java/net/MalformedURLException", "java/io/FileNotFoundException", "java/nio/file/FileSystemException",
            "java/lang/reflect/InvocationTargetException", "java/lang/reflect/RecordComponent");

    private static final Set<Reach> REFUSED = Set.of(EXIT, NATIVE, FRAMEWORK);

    /** What calling this method, or making one of this type, reaches. */
    static Optional<Reach> of(String owner, String method) {
        Reach call = CALLS.get(owner + "." + method);
        if (call != null) {
            return Optional.of(call);
        }
        boolean later = owner.equals("java/util/concurrent/CompletableFuture") && method.endsWith("Async");
        return later ? Optional.of(THREADS) : of(owner);
    }

    /** What extending this type reaches, or having to do with it. */
    static Optional<Reach> of(String owner) {
        if (HARMLESS.contains(owner)) {
            return Optional.empty();
        }
        return OWNERS.entrySet().stream()
                .filter(entry -> owner.startsWith(entry.getKey()))
                .max(java.util.Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue);
    }

    /** Whether a bundle that does so is not let in. */
    public boolean refused() {
        return REFUSED.contains(this);
    }
}
