package dev.kontor.store.jta;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The pool for those who work in transactions. A connection whose transaction is over would keep by itself what it is asked to
 * write: a thread that was given up asks nothing more, wherever in a mapper or a driver it stands.
 */
public final class GuardedPool {

    private static final List<Class<?>> STATEMENTS = List.of(CallableStatement.class, PreparedStatement.class, Statement.class);

    /** How who gives a connection back ends with it. */
    private static final Set<String> ALWAYS = Set.of("close", "isClosed", "clearWarnings");

    private GuardedPool() {}

    public static DataSource of(DataSource pool) {
        return (DataSource) Proxy.newProxyInstance(GuardedPool.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, values) -> {
            Optional<Scope> scope = method.getName().equals("getConnection") ? Scope.current() : Optional.empty();
            return scope.isPresent()
                    ? guarded(scope.get(), Connection.class, scope.get().drive(() -> ask(pool, method, values)))
                    : ask(pool, method, values);
        });
    }

    private static Object guarded(Scope scope, Class<?> kind, Object behind) {
        return Proxy.newProxyInstance(GuardedPool.class.getClassLoader(), new Class<?>[] {kind}, (proxy, method, values) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("equals") ? proxy == values[0] : ask(behind, method, values);
            }
            if (ALWAYS.contains(method.getName())) {
                return scope.alone(() -> ask(behind, method, values));
            }
            Object answer = scope.drive(() -> ask(behind, method, values));
            return STATEMENTS.stream()
                    .filter(statement -> statement.isInstance(answer) && statement.isAssignableFrom(method.getReturnType()))
                    .findFirst()
                    .map(statement -> guarded(scope, statement, answer))
                    .orElse(answer);
        });
    }

    private static Object ask(Object behind, Method method, Object[] values) throws Exception {
        try {
            return method.invoke(behind, values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }
}
