package dev.kontor.kernel.wall;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stands before a service; every call of it becomes one of the wall. */
final class Guard implements InvocationHandler {

    /** What a service says of itself, the same for its lifetime. */
    private static final Set<String> SAID_ONCE = Set.of(
            "id", "name", "path", "title", "place", "roles", "position", "task", "types", "opensOn", "reaches", "department");

    private final DepartmentWall wall;
    private final Class<?> kind;
    private final Object service;
    private final Bulkhead bulkhead;
    private final List<Method> saidOnce;
    private final Map<String, Object> said = new ConcurrentHashMap<>();
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile boolean mute;

    Guard(DepartmentWall wall, Class<?> kind, Object service, Bulkhead bulkhead) {
        this.wall = wall;
        this.kind = kind;
        this.service = service;
        this.bulkhead = bulkhead;
        this.saidOnce = Arrays.stream(kind.getMethods()).filter(Guard::isSaidOnce).toList();
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

    /** Whoever asks first waits for it; once it could not say, it is asked again behind the back of who wants to know. */
    boolean speaks(Object proxy) {
        if (said.size() == saidOnce.size()) {
            return true;
        }
        if (!mute) {
            ask(proxy);
            return !mute;
        }
        if (asking.compareAndSet(false, true)) {
            wall.aside(() -> {
                ask(proxy);
                asking.set(false);
            });
        }
        return false;
    }

    private void ask(Object proxy) {
        try {
            saidOnce.forEach(method -> invoke(proxy, method, new Object[0]));
            mute = false;
        } catch (RuntimeException silent) { // the wall: counted where it was called
            mute = true;
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
