package dev.kontor.engine.compile;

import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Who offers the types that rules may speak of: the api and every exported package {@code *.facts}. Thread-safe. */
@FunctionalInterface
public interface FactTypes {

    /** The class loader that a package comes from now; empty when rules may not use the package or nobody offers it. */
    Optional<ClassLoader> loader(String packageName);

    /** The digest of a class that is there now; empty when it is not. */
    default Optional<String> digest(String className) {
        return loader(packageOf(className)).flatMap(loader -> {
            try (InputStream in = loader.getResourceAsStream(className.replace('.', '/') + ".class")) {
                return in == null ? Optional.empty() : Optional.of(RuleSetFiles.digest(in.readAllBytes()));
            } catch (IOException gone) { // its bundle stopped meanwhile: as if it had not been there
                return Optional.empty();
            }
        });
    }

    /** Everything is on one class path, as in a test. */
    static FactTypes of(ClassLoader loader) {
        return name -> isApi(name) || isFacts(name) ? Optional.of(loader) : Optional.empty();
    }

    /** Packages of the api that hold records for rules; never its services' sides. */
    static boolean isApi(String name) {
        return switch (name) {
            case "dev.kontor.api.customer", "dev.kontor.api.department", "dev.kontor.api.document", "dev.kontor.api.order",
                    "dev.kontor.api.people", "dev.kontor.api.review", "dev.kontor.api.rule", "dev.kontor.api.rule.facts",
                    "dev.kontor.api.task", "dev.kontor.api.time" -> true;
            default -> false;
        };
    }

    static boolean isFacts(String name) {
        return name.endsWith(".facts") && !name.startsWith("java.");
    }

    static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }
}
