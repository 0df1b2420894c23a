package dev.kontor.host.inspect;

import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The packages of the platform that partners may use; all others are its inside. */
public final class Shared {

    private static final List<String> LIBRARIES = List.of(
            "dev.kontor.api", "jakarta.persistence", "org.eclipse.persistence", "org.slf4j", "gg.jte",
            "org.osgi.service.component", "org.osgi.service.log", "org.osgi.util", "org.osgi.annotation", "org.osgi.dto");
    /** Of what the Java machine offers. */
    private static final List<String> JAVA = List.of("java", "javax", "org.w3c.dom", "org.xml.sax", "org.ietf.jgss");
    /** Transactions are the store's. */
    private static final List<String> NOT_OF_JAVA = List.of("javax.transaction");
    /** Libraries export packages that only sound like Java's: javax.servlet. */
    private static final Set<String> OF_THIS_JAVA = ModuleLayer.boot().modules().stream()
            .flatMap(module -> module.getDescriptor().exports().stream())
            .filter(exported -> !exported.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toUnmodifiableSet());

    private Shared() {}

    /** Whether a partner may import it, given that somebody of the platform exports it. */
    public static boolean offers(String name) {
        boolean java = OF_THIS_JAVA.contains(name) && below(name, JAVA) && !below(name, NOT_OF_JAVA);
        return java || below(name, LIBRARIES) || name.equals("org.osgi.framework");
    }

    private static boolean below(String name, List<String> roots) {
        return roots.stream().anyMatch(root -> name.equals(root) || name.startsWith(root + "."));
    }
}
