package dev.kontor.kernel.json;

import dev.kontor.api.rule.Conclusion;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;

/**
 * The type that a value is declared with.
 *
 * @param open it does not say what the value is, so the value does
 * @param arguments of a list, set, map or optional
 */
record Declared(Class<?> raw, boolean open, List<Declared> arguments) {

    static final Declared ANY = new Declared(Object.class, true, List.of());

    static Declared of(Type type) {
        if (type instanceof Class<?> kind) {
            return kind == Object.class ? ANY : new Declared(kind, kind == Conclusion.class, List.of());
        }
        if (type instanceof ParameterizedType generic) {
            return new Declared((Class<?>) generic.getRawType(), false,
                    Arrays.stream(generic.getActualTypeArguments()).map(Declared::of).toList());
        }
        return type instanceof WildcardType wildcard ? of(wildcard.getUpperBounds()[0]) : ANY;
    }

    Declared argument(int position) {
        return position < arguments.size() ? arguments.get(position) : ANY;
    }
}
