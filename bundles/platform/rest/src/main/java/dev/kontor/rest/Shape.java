package dev.kontor.rest;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a record looks as JSON.
 *
 * @param kind of one of a closed list: {@code table} for a {@code Block.Table}
 * @param single its only value stands for the record
 */
record Shape(Optional<String> kind, boolean single, List<Part> parts) {

    /** One value of the record. */
    record Part(String name, Type type, MethodHandle accessor) {

        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (RuntimeException | Error thrown) {
                throw thrown;
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static final ClassValue<Shape> KNOWN = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return look(type);
        }
    };

    static Shape of(Class<?> record) {
        return KNOWN.get(record);
    }

    private static Shape look(Class<?> type) {
        List<Part> parts = Arrays.stream(type.getRecordComponents()).map(Shape::part).toList();
        Optional<String> kind = Arrays.stream(type.getInterfaces())
                .filter(Class::isSealed)
                .findFirst()
                .map(closed -> lower(type.getSimpleName()));
        boolean single = kind.isEmpty()
                && parts.size() == 1
                && type.getPackageName().startsWith("dev.kontor.api.")
                && !Collection.class.isAssignableFrom(type.getRecordComponents()[0].getType());
        return new Shape(kind, single, parts);
    }

    private static Part part(RecordComponent component) {
        try {
            MethodHandle accessor = MethodHandles.lookup().unreflect(component.getAccessor());
            return new Part(component.getName(), component.getGenericType(), accessor);
        } catch (IllegalAccessException notPublic) {
            throw new IllegalArgumentException("%s cannot be read.".formatted(component), notPublic);
        }
    }

    private static String lower(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
