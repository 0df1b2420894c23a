package dev.kontor.testkit.exam;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** What is still there of a bundle that was uninstalled: to be asked inside the framework. */
public final class Leftovers {

    /** A class loader that is not free after so many collections is held by somebody. */
    private static final int MOST_COLLECTIONS = 60;

    private Leftovers() {}

    /** How a bundle is taken away. */
    @FunctionalInterface
    interface Removal {
        void run() throws BundleException;
    }

    /** Uninstalls the bundle and answers in sentences what it left behind. */
    public static List<String> of(BundleContext context, String symbolicName) throws BundleException, InterruptedException {
        return of(context, symbolicName, () -> bundle(context, symbolicName).uninstall());
    }

    /** @param removal after which the bundle is not there any more */
    static List<String> of(BundleContext context, String symbolicName, Removal removal) throws BundleException, InterruptedException {
        List<String> left = new ArrayList<>();
        WeakReference<ClassLoader> loader = remove(context, symbolicName, removal, left);
        context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(null); // the framework's "all that was uninstalled"
        for (int i = 0; i < MOST_COLLECTIONS && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(100);
        }
        if (loader.get() != null) {
            left.add("The class loader of %s cannot be collected; something of the platform or a thread holds one of its objects."
                    .formatted(symbolicName));
        }
        return left;
    }

    private static Bundle bundle(BundleContext context, String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(each -> symbolicName.equals(each.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No bundle is called %s.".formatted(symbolicName)));
    }

    private static WeakReference<ClassLoader> remove(BundleContext context, String symbolicName, Removal removal, List<String> left)
            throws BundleException {
        Bundle bundle = bundle(context, symbolicName);
        ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
        Set<String> classes = bundle.adapt(BundleWiring.class)
                .findEntries("/", "*.class", BundleWiring.FINDENTRIES_RECURSE).stream()
                .map(URL::getPath)
                .map(path -> path.substring(1).replace('/', '.').replaceFirst("\\.class$", ""))
                .collect(Collectors.toSet());
        removal.run();
        List<String> services = services(context, bundle, classes);
        if (!services.isEmpty()) {
            left.add("%s is gone, and its services %s are not.".formatted(symbolicName, services));
        }
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

    /** What the bundle has registered, or somebody else of its types or for its tables. */
    private static List<String> services(BundleContext context, Bundle bundle, Set<String> classes) {
        Object unit = bundle.getHeaders("").get("Kontor-Unit");
        try {
            ServiceReference<?>[] all = context.getAllServiceReferences(null, null);
            return Stream.of(all)
                    .filter(each -> bundle.equals(each.getBundle()) || classes.stream().anyMatch(types(each)::contains)
                            || unit != null && unit.equals(each.getProperty("osgi.unit.name")))
                    .map(each -> String.join(", ", types(each)))
                    .toList();
        } catch (InvalidSyntaxException noFilter) {
            throw new IllegalStateException(noFilter);
        }
    }

    private static List<String> types(ServiceReference<?> reference) {
        return List.of((String[]) reference.getProperty(Constants.OBJECTCLASS));
    }
}
