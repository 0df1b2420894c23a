package dev.kontor.console.list;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.text.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Values of a list's address, checked: what nobody can mean is refused in words, not ignored. */
public final class Asked {

    /** As many customers of a name as one list looks for. */
    private static final int MOST_CUSTOMERS = 100;

    private Asked() {}

    public static <T> Optional<T> value(Address address, String name, Function<String, T> make) {
        String written = address.value(name);
        try {
            return written.isEmpty() ? Optional.empty() : Optional.of(make.apply(written));
        } catch (IllegalArgumentException | DateTimeException noSuch) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("console.list.not-understood", written));
        }
    }

    public static Optional<LocalDate> day(Address address, String name) {
        return value(address, name, LocalDate::parse);
    }

    public static Optional<Boolean> yesNo(Address address, String name) {
        return value(address, name, written -> switch (written) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException(written);
        });
    }

    /** One of an enum's names, written as addresses write them: {@code signed-on}. */
    public static <E extends Enum<E>> Optional<E> one(Address address, String name, Class<E> type) {
        return value(address, name, written -> Enum.valueOf(type, written.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    public static String written(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The customers of that number, or all whose names match the words.
     *
     * @return empty when there is none at all; an empty set when none was asked for
     */
    public static Optional<Set<CustomerId>> customers(Address address, Customers customers) {
        String words = address.value("customer");
        if (words.isEmpty()) {
            return Optional.of(Set.of());
        }
        Optional<CustomerId> exactly = customer(words, customers).map(Customer::id);
        Set<CustomerId> found = exactly.map(Set::of).orElseGet(() -> customers.search(words, MOST_CUSTOMERS).stream()
                .map(Customer::id)
                .collect(Collectors.toSet()));
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** What a reader asked for, by name where it is one customer's number. */
    public static Text customer(Address address, Customers customers) {
        String words = address.value("customer");
        return Text.plain(customer(words, customers).map(Customer::name).orElse(words));
    }

    private static Optional<Customer> customer(String words, Customers customers) {
        try {
            return customers.customer(new CustomerId(words));
        } catch (IllegalArgumentException noNumber) {
            return Optional.empty();
        }
    }
}
