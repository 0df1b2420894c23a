package dev.kontor.kernel.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How a record is taken apart and made, looked up once for each class.
 *
 * @param parts in the order of the constructor
 * @param sorted the same by name
 */
record Shape(Class<?> kind, List<Part> parts, List<Part> sorted, MethodHandle constructor) {

    /** One value of the record. */
    record Part(String name, Declared type, MethodHandle accessor) {

        Object of(Record record) {
            try {
                return (Object) accessor.invokeExact((Object) record);
            } catch (RuntimeException | Error thrown) {
                throw thrown;
            } catch (Throwable impossible) {
                throw new IllegalStateException("%s of %s cannot be read.".formatted(name, record.getClass()), impossible);
            }
        }
    }

    private static final MethodType READING = MethodType.methodType(Object.class, Object.class);
    private static final MethodType MAKING = MethodType.methodType(Object.class, Object[].class);

    private static final ClassValue<Shape> KNOWN = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> kind) {
            return look(kind);
        }
    };

    static Shape of(Class<?> kind) {
        return KNOWN.get(kind);
    }

    private static Shape look(Class<?> kind) {
        RecordComponent[] components = kind.getRecordComponents();
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<Part> parts = Arrays.stream(components).map(Shape::part).toList();
        try {
            var constructor = kind.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            MethodHandle making = MethodHandles.lookup().unreflectConstructor(constructor);
            return new Shape(
                    kind,
                    parts,
                    parts.stream().sorted(Comparator.comparing(Part::name)).toList(),
                    making.asSpreader(Object[].class, types.length).asType(MAKING));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalArgumentException("%s cannot be made.".formatted(kind), impossible);
        }
    }

    private static Part part(RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            MethodHandle accessor = MethodHandles.lookup().unreflect(component.getAccessor()).asType(READING);
            return new Part(component.getName(), Declared.of(component.getGenericType()), accessor);
        } catch (IllegalAccessException impossible) {
            throw new IllegalArgumentException("%s cannot be read.".formatted(component), impossible);
        }
    }

    Object make(Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException refused) {
            throw new IllegalArgumentException("%s does not take %s.".formatted(kind, Arrays.toString(values)), refused);
        } catch (Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException("%s cannot be made.".formatted(kind), impossible);
        }
    }
}
