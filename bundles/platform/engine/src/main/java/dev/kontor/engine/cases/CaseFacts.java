package dev.kontor.engine.cases;

import dev.kontor.api.order.Order;
import dev.kontor.engine.compile.RuleTypes;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes facts from what a case says; what it leaves out is plain: nothing, zero, or the day of the case. */
final class CaseFacts {

    private final RuleTypes types;
    private final LocalDate day;

    CaseFacts(RuleTypes types, LocalDate day) {
        this.types = types;
        this.day = day;
    }

    LocalDate day() {
        return day;
    }

    /** One fact: {@code {Order: {…}}}, or {@code {type: Order, …}}. */
    Record fact(Yaml yaml) {
        if (!(yaml instanceof Yaml.Fields fields)) {
            throw new Yaml.Wrong(yaml.line(), "{Order: {…}}");
        }
        String name = fields.text("type", fields.fields().size() == 1 ? fields.fields().keySet().iterator().next() : "");
        Yaml content = fields.get("type").isPresent() ? without(fields, "type") : fields.fields().values().iterator().next();
        Class<?> type = types.resolve(name).orElseThrow(() -> new Yaml.Wrong(yaml.line(), name));
        if (!type.isRecord()) {
            throw new Yaml.Wrong(yaml.line(), name);
        }
        if (type == Order.class) {
            return new CaseOrder(this).order(fields(content));
        }
        return (Record) record(type, fields(content), Optional.empty());
    }

    static Yaml.Fields without(Yaml.Fields fields, String... names) {
        Map<String, Yaml> rest = new LinkedHashMap<>(fields.fields());
        rest.keySet().removeAll(List.of(names));
        return new Yaml.Fields(rest, fields.line());
    }

    static Yaml.Fields fields(Yaml yaml) {
        if (yaml instanceof Yaml.Fields fields) {
            return fields;
        }
        if (yaml instanceof Yaml.Scalar scalar && scalar.text().isEmpty()) {
            return new Yaml.Fields(Map.of(), yaml.line());
        }
        throw new Yaml.Wrong(yaml.line(), "{…}");
    }

    /** @param base what the fields left out are taken from */
    Object record(Class<?> type, Yaml.Fields fields, Optional<?> base) {
        RecordComponent[] components = type.getRecordComponents();
        Set<String> names = new LinkedHashSet<>();
        Object[] values = new Object[components.length];
        Class<?>[] kinds = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            names.add(component.getName());
            kinds[i] = component.getType();
            Optional<Yaml> given = fields.get(component.getName());
            Optional<Object> before = base.map(record -> read(component, record));
            values[i] = given.isPresent()
                    ? value(component.getGenericType(), given.get(), before)
                    : before.orElseGet(() -> plain(component.getGenericType(), fields.line()));
        }
        for (String field : fields.fields().keySet()) {
            if (!names.contains(field)) {
                throw new Yaml.Wrong(fields.get(field).map(Yaml::line).orElse(0),
                        "%s.%s (%s)".formatted(type.getSimpleName(), field, String.join(", ", names)));
            }
        }
        return CaseScalar.make(type, kinds, values, fields.line());
    }

    private static Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    Object value(Type type, Yaml yaml, Optional<Object> base) {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return yaml instanceof Yaml.Scalar scalar && scalar.text().isEmpty()
                    ? Optional.empty()
                    : Optional.of(value(argument(type, 0), yaml, Optional.empty()));
        }
        if (raw == List.class || raw == Set.class || raw == Collection.class) {
            return items(type, yaml, raw == Set.class);
        }
        if (raw == Map.class) {
            Map<String, Object> map = new LinkedHashMap<>();
            fields(yaml).fields().forEach((key, item) -> map.put(key, value(argument(type, 1), item, Optional.empty())));
            return map;
        }
        if (yaml instanceof Yaml.Fields fields && raw.isRecord()) {
            return record(raw, fields, base);
        }
        if (yaml instanceof Yaml.Scalar scalar) {
            return CaseScalar.of(raw, scalar);
        }
        throw new Yaml.Wrong(yaml.line(), raw.getSimpleName());
    }

    private Object items(Type type, Yaml yaml, boolean set) {
        if (!(yaml instanceof Yaml.Items items)) {
            throw new Yaml.Wrong(yaml.line(), "[…]");
        }
        List<Object> made = new ArrayList<>();
        items.items().forEach(item -> made.add(value(argument(type, 0), item, Optional.empty())));
        return set ? new LinkedHashSet<>(made) : made;
    }

    private static Type argument(Type type, int at) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[at] : String.class;
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    private Object plain(Type type, int line) {
        Class<?> raw = raw(type);
        Optional<Object> simple = CaseScalar.plain(raw, day, line);
        if (simple.isPresent()) {
            return simple.get();
        } else if (raw == Optional.class) {
            return Optional.empty();
        } else if (raw == Map.class) {
            return Map.of();
        } else if (raw == Set.class) {
            return Set.of();
        } else if (raw == List.class || raw == Collection.class) {
            return List.of();
        } else if (raw.isRecord()) {
            return record(raw, new Yaml.Fields(Map.of(), line), Optional.empty());
        }
        throw new Yaml.Wrong(line, raw.getSimpleName());
    }
}
