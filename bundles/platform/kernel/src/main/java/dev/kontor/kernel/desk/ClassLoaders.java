package dev.kontor.kernel.desk;

import java.util.function.Supplier;

/** Calls a department with its own class loader as the thread's, and puts back the one before. */
public final class ClassLoaders {

    private ClassLoaders() {}

    public static <R> R as(Object service, Supplier<R> call) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(service.getClass().getClassLoader());
        try {
            return call.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
