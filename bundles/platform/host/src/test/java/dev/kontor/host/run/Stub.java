package dev.kontor.host.run;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Of the framework as much as a test needs. */
final class Stub {

    interface Answer {
        Object to(Object[] arguments) throws Exception;
    }

    private Stub() {}

    /** @param answers by the method's name; what is not named is not asked */
    static <T> T of(Class<T> type, Map<String, Answer> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) ->
                method.getName().equals("equals") ? proxy == arguments[0] : answers.get(method.getName()).to(arguments)));
    }
}
