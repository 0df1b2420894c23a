package dev.kontor.engine.cases;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.task.TaskKind;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A single value of a case: from its text, or plain when the case leaves it out. */
final class CaseScalar {

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

    private static final int MOST_DIGITS = 30;

    private CaseScalar() {}

    static Object of(Class<?> type, Yaml.Scalar scalar) {
        String text = scalar.text().strip();
        try {
            if (type == String.class || type == Object.class) {
                return scalar.text();
            } else if (type == BigDecimal.class) {
                return number(text);
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
                return make(type, new Class<?>[] {inner}, new Object[] {of(inner, scalar)}, scalar.line());
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

    private static Money money(String text) {
        String[] parts = text.split("\\s+");
        return parts.length == 2 ? new Money(number(parts[1]), parts[0]) : new Money(number(parts[0]), "CNY");
    }

    /** A number that can be written out: {@code 1E999999999} would fill the memory as soon as it is rounded. */
    static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text.replace("_", ""));
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new NumberFormatException("%s has more than %d digits".formatted(text, MOST_DIGITS));
        }
        return number;
    }

    /** Nothing, zero, false, the day, or a sample; empty for what is made of several values. */
    static Optional<Object> plain(Class<?> type, LocalDate day, int line) {
        if (SAMPLES.containsKey(type)) {
            return Optional.of(of(type, new Yaml.Scalar(SAMPLES.get(type), line)));
        } else if (type == String.class || type == Object.class) {
            return Optional.of("");
        } else if (type == boolean.class || type == Boolean.class) {
            return Optional.of(false);
        } else if (type == LocalDate.class) {
            return Optional.of(day);
        } else if (type == Instant.class) {
            return Optional.of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        } else if (type == UUID.class) {
            return Optional.of(new UUID(0, 1));
        } else if (type == Money.class || type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return Optional.of(of(type, new Yaml.Scalar("0", line)));
        }
        return type.isEnum() ? Optional.of(type.getEnumConstants()[0]) : Optional.empty();
    }

    static Object make(Class<?> type, Class<?>[] kinds, Object[] values, int line) {
        try {
            return type.getDeclaredConstructor(kinds).newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new Yaml.Wrong(line, type.getSimpleName() + ": " + refused.getCause().getMessage());
        } catch (ReflectiveOperationException inaccessible) {
            throw new Yaml.Wrong(line, type.getSimpleName() + ": " + inaccessible.getMessage());
        }
    }
}
