package dev.kontor.testkit.exam;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** What is still there of a bundle that was uninstalled: to be asked inside the framework. */
public final class Leftovers {

    /** A class loader that is not free after so many collections is held by somebody. */
    private static final int MOST_COLLECTIONS = 250;

    private Leftovers() {}

    /** Uninstalls the bundle and answers in sentences what it left behind. */
    public static List<String> of(BundleContext context, String symbolicName) throws BundleException, InterruptedException {
        List<String> left = new ArrayList<>();
        WeakReference<ClassLoader> loader = uninstall(context, symbolicName, left);
        context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(null); // the framework's "all that was uninstalled"
        for (int i = 0; i < MOST_COLLECTIONS && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        if (loader.get() != null) {
            left.add("The class loader of %s cannot be collected; something of the platform or a thread holds one of its objects."
                    .formatted(symbolicName));
        }
        return left;
    }

    private static WeakReference<ClassLoader> uninstall(BundleContext context, String symbolicName, List<String> left)
            throws BundleException {
        Bundle bundle = Arrays.stream(context.getBundles())
                .filter(each -> each.getSymbolicName().equals(symbolicName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No bundle is called %s.".formatted(symbolicName)));
        ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
        Set<String> classes = bundle.adapt(BundleWiring.class)
                .findEntries("/", "*.class", BundleWiring.FINDENTRIES_RECURSE).stream()
                .map(URL::getPath)
                .map(path -> path.substring(1).replace('/', '.').replaceFirst("\\.class$", ""))
                .collect(Collectors.toSet());
        bundle.uninstall();
        Set<String> threads = Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> each.getKey().getContextClassLoader() == loader || each.getKey().getClass().getClassLoader() == loader
                        || Arrays.stream(each.getValue()).anyMatch(frame -> classes.contains(frame.getClassName())))
                .map(each -> each.getKey().getName())
                .collect(Collectors.toSet());
        if (!threads.isEmpty()) {
            left.add("%s is gone, and its threads %s are not.".formatted(symbolicName, threads));
        }
        return new WeakReference<>(loader);
    }
}
