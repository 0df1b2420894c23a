package dev.kontor.engine.cases;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.task.TaskKind;
import dev.kontor.engine.compile.RuleTypes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes facts from what a case says; what it leaves out is plain: nothing, zero, or the day of the case. */
final class CaseFacts {

    /** Names that must have a form; a case that does not care gets these. */
    private static final Map<Class<?>, String> SAMPLES = Map.of(
            OrderNumber.class, "SO-2026-00001",
            PersonId.class, "lina",
            CustomerId.class, "C-0001",
            ContractNumber.class, "HT-2026-001",
            Role.class, "sales.rep",
            TaskKind.class, "entry.enter",
            MilestoneName.class, "entry.registered",
            Clause.class, "1.1");

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
        return make(type, kinds, values, fields.line());
    }

    private static Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Object make(Class<?> type, Class<?>[] kinds, Object[] values, int line) {
        try {
            return type.getDeclaredConstructor(kinds).newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new Yaml.Wrong(line, type.getSimpleName() + ": " + refused.getCause().getMessage());
        } catch (ReflectiveOperationException inaccessible) {
            throw new Yaml.Wrong(line, type.getSimpleName() + ": " + inaccessible.getMessage());
        }
    }

    Object value(Type type, Yaml yaml, Optional<Object> base) {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return yaml instanceof Yaml.Scalar scalar && scalar.text().isEmpty()
                    ? Optional.empty()
                    : Optional.of(value(argument(type, 0), yaml, Optional.empty()));
        }
        if (raw == List.class || raw == Set.class || raw == java.util.Collection.class) {
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
            return scalar(raw, scalar);
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

    private Object scalar(Class<?> type, Yaml.Scalar scalar) {
        String text = scalar.text().strip();
        try {
            if (type == String.class || type == Object.class) {
                return scalar.text();
            } else if (type == BigDecimal.class) {
                return new BigDecimal(text.replace("_", ""));
            } else if (type == int.class || type == Integer.class) {
                return Integer.valueOf(text);
            } else if (type == long.class || type == Long.class) {
                return Long.valueOf(text);
            } else if (type == boolean.class || type == Boolean.class) {
                return truth(text, scalar.line());
            } else if (type == LocalDate.class) {
                return LocalDate.parse(text);
            } else if (type == Instant.class) {
                return text.length() == 10 ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant() : Instant.parse(text);
            } else if (type == UUID.class) {
                return UUID.fromString(text);
            } else if (type == Money.class) {
                return money(text);
            } else if (type.isEnum()) {
                return Arrays.stream(type.getEnumConstants()).filter(each -> each.toString().equalsIgnoreCase(text)).findFirst()
                        .orElseThrow(() -> new Yaml.Wrong(scalar.line(), text));
            } else if (type.isRecord() && type.getRecordComponents().length == 1) {
                Class<?> inner = type.getRecordComponents()[0].getType();
                return make(type, new Class<?>[] {inner}, new Object[] {scalar(inner, scalar)}, scalar.line());
            }
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException wrong) {
            throw new Yaml.Wrong(scalar.line(), text + " (" + type.getSimpleName() + ")");
        }
        throw new Yaml.Wrong(scalar.line(), text + " (" + type.getSimpleName() + ")");
    }

    private static Boolean truth(String text, int line) {
        return switch (text) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new Yaml.Wrong(line, text);
        };
    }

    static Money money(String text) {
        String[] parts = text.replace("_", "").split("\\s+");
        return parts.length == 2 ? new Money(new BigDecimal(parts[1]), parts[0]) : new Money(new BigDecimal(parts[0]), "CNY");
    }

    private Object plain(Type type, int line) {
        Class<?> raw = raw(type);
        if (SAMPLES.containsKey(raw)) {
            return scalar(raw, new Yaml.Scalar(SAMPLES.get(raw), line));
        } else if (raw == String.class || raw == Object.class) {
            return "";
        } else if (raw == boolean.class || raw == Boolean.class) {
            return false;
        } else if (raw == LocalDate.class) {
            return day;
        } else if (raw == Instant.class) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        } else if (raw == UUID.class) {
            return new UUID(0, 1);
        } else if (raw == Optional.class) {
            return Optional.empty();
        } else if (raw == Map.class) {
            return Map.of();
        } else if (raw == Set.class) {
            return Set.of();
        } else if (raw == List.class || raw == java.util.Collection.class) {
            return List.of();
        } else if (raw == Money.class || raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
            return scalar(raw, new Yaml.Scalar("0", line));
        } else if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        } else if (raw.isRecord()) {
            return record(raw, new Yaml.Fields(Map.of(), line), Optional.empty());
        }
        throw new Yaml.Wrong(line, raw.getSimpleName());
    }
}
