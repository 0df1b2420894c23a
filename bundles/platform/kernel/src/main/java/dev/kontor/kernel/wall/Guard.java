package dev.kontor.kernel.wall;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before a service; every call of it becomes one of the wall. */
final class Guard implements InvocationHandler {

    /** What a service says of itself, the same for its lifetime. */
    private static final Set<String> SAID_ONCE = Set.of(
            "id", "name", "path", "title", "place", "roles", "position", "task", "types", "opensOn", "reaches", "department");

    private final DepartmentWall wall;
    private final Class<?> kind;
    private final Object service;
    private final Bulkhead bulkhead;
    private final Map<String, Object> said = new ConcurrentHashMap<>();

    Guard(DepartmentWall wall, Class<?> kind, Object service, Bulkhead bulkhead) {
        this.wall = wall;
        this.kind = kind;
        this.service = service;
        this.bulkhead = bulkhead;
    }

    /** Of one that guards already. */
    static Guard of(Object guarded) {
        if (Proxy.isProxyClass(guarded.getClass()) && Proxy.getInvocationHandler(guarded) instanceof Guard guard) {
            return guard;
        }
        throw new IllegalArgumentException("%s is not guarded.".formatted(guarded.getClass().getName()));
    }

    static boolean stands(Object service) {
        return Proxy.isProxyClass(service.getClass()) && Proxy.getInvocationHandler(service) instanceof Guard;
    }

    Bulkhead bulkhead() {
        return bulkhead;
    }

    Object service() {
        return service;
    }

    ClassLoader loader() {
        return service.getClass().getClassLoader();
    }

    /** Asks what is asked once, unless it is known. */
    boolean speaks(Object proxy) {
        try {
            for (Method method : kind.getMethods()) {
                if (isSaidOnce(method)) {
                    invoke(proxy, method, new Object[0]);
                }
            }
            return true;
        } catch (RuntimeException mute) { // the wall: counted where it was called
            return false;
        }
    }

    private static boolean isSaidOnce(Method method) {
        return method.getParameterCount() == 0 && SAID_ONCE.contains(method.getName());
    }

    String call(Method method) {
        return kind.getSimpleName() + "." + method.getName();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(method, arguments);
        }
        if (!isSaidOnce(method)) {
            return wall.through(this, method, arguments);
        }
        Object known = said.get(method.getName());
        if (known == null) {
            known = wall.through(this, method, arguments);
            said.put(method.getName(), known);
        }
        return known;
    }

    private Object ofObject(Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> stands(arguments[0]) && of(arguments[0]).service == service;
            case "hashCode" -> System.identityHashCode(service);
            default -> service.getClass().getName();
        };
    }

    /** @throws Throwable as the service threw it */
    Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return sound(method, method.invoke(service, arguments));
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private Object sound(Method method, Object answer) {
        if (answer == null && method.getReturnType() != void.class) {
            throw new IllegalStateException("%s of %s answered null.".formatted(call(method), service.getClass().getName()));
        }
        if (answer instanceof Collection<?> many && many.stream().anyMatch(Objects::isNull)) {
            throw new IllegalStateException("%s of %s answered with null in it.".formatted(call(method), service.getClass().getName()));
        }
        return answer;
    }
}
