package dev.kontor.kernel.desk;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** A framework's services as far as who looks for them asks; each is of a bundle that lies somewhere. */
final class FakeServices {

    private final Map<Object, Object> services = new HashMap<>();
    private long next = 1;

    BundleContext context() {
        return proxy(BundleContext.class, (name, first) -> switch (name) {
            case "getService" -> services.get(first);
            case "registerService" -> null;
            default -> name.equals("ungetService");
        });
    }

    @SuppressWarnings("unchecked") // it is of whatever it was made for
    <S> ServiceReference<S> of(S service, String location, int ranking) {
        Hashtable<String, Object> properties = new Hashtable<>(Map.of("service.id", next++, "service.bundleid", 7L, "service.ranking", ranking));
        Bundle bundle = proxy(Bundle.class, (name, first) -> name.equals("getLocation") ? location : 7L);
        ServiceReference<S> reference = proxy(ServiceReference.class, (name, first) -> switch (name) {
            case "getBundle" -> bundle;
            case "getProperties" -> properties;
            case "getProperty" -> properties.get(first);
            default -> throw new UnsupportedOperationException(name);
        });
        services.put(reference, service);
        return reference;
    }

    private interface Answering {
        Object answer(String method, Object first);
    }

    private static <T> T proxy(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) ->
                switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "toString" -> type.getSimpleName();
                    default -> answering.answer(method.getName(), arguments == null ? null : arguments[0]);
                }));
    }
}
