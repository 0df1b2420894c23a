package dev.kontor.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.ServiceReference;

/** Just enough of a framework for the console's trackers: services and bundles that are there from the start. */
public final class FakeContext {

    private final Map<String, List<Object>> services = new LinkedHashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final List<Bundle> bundles = new ArrayList<>();

    public <S> FakeContext with(Class<S> type, S service) {
        services.computeIfAbsent(type.getName(), fresh -> new ArrayList<>()).add(service);
        return this;
    }

    public FakeContext with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    /** A bundle whose words stand in the folder's {@code i18n}. */
    public FakeContext withWords(Path resources) {
        long id = bundles.size() + 1L;
        bundles.add(proxy(Bundle.class, (self, method, arguments) -> switch (method.getName()) {
            case "getState" -> Bundle.ACTIVE;
            case "getBundleId" -> id;
            case "getLocation" -> "bundle:" + id;
            case "findEntries" -> Collections.enumeration(words(resources));
            case "hashCode" -> (int) id;
            case "equals" -> self == arguments[0];
            default -> null;
        }));
        return this;
    }

    private static List<URL> words(Path resources) {
        try (Stream<Path> files = Files.list(resources.resolve("i18n"))) {
            return files.map(FakeContext::url).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public BundleContext context() {
        return proxy(BundleContext.class, (self, method, arguments) -> switch (method.getName()) {
            case "getProperty" -> properties.get((String) arguments[0]);
            case "getBundles" -> bundles.toArray(Bundle[]::new);
            case "createFilter" -> proxy(Filter.class, (filter, asked, nothing) -> asked.getName().equals("match") ? true : (String) arguments[0]);
            case "getServiceReferences", "getAllServiceReferences" -> references((String) arguments[0]);
            case "getServiceReference" -> null;
            case "ungetService" -> false;
            case "getService" -> ((Held) Proxy.getInvocationHandler(arguments[0])).service();
            default -> null;
        });
    }

    private ServiceReference<?>[] references(String type) {
        List<Object> known = services.getOrDefault(type, List.of());
        return Stream.iterate(0, i -> i < known.size(), i -> i + 1)
                .map(i -> proxy(ServiceReference.class, new Held(known.get(i), i)))
                .toArray(ServiceReference<?>[]::new);
    }

    private record Held(Object service, int at) implements InvocationHandler {
        @Override
        public Object invoke(Object self, java.lang.reflect.Method method, Object[] arguments) {
            return switch (method.getName()) {
                case "compareTo" -> Integer.compare(((Held) Proxy.getInvocationHandler(arguments[0])).at(), at);
                case "hashCode" -> at;
                case "equals" -> self == arguments[0];
                default -> null;
            };
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FakeContext.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
