package dev.kontor.rest;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.TaskFilter;
import dev.kontor.api.task.TaskKind;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What an address narrows and sorts a list by; the console's lists are asked for in the same words. */
record Narrowed(HttpServletRequest request) {

    OrderFilter orders() {
        return OrderFilter.ALL
                .matching(Objects.toString(request.getParameter("words"), ""))
                .standingOn(value("milestone", MilestoneName::new))
                .of(value("customer", CustomerId::new).map(Set::of).orElse(Set.of()))
                .by(value("representative", PersonId::new))
                .signed(value("from", Narrowed::day), value("until", Narrowed::day))
                .waitingOn(value("department", DepartmentId::new), value("role", Role::new))
                .late(value("late", Narrowed::yes));
    }

    OrderSort sort() {
        OrderSort.By by = value("sort", Narrowed::by).orElse(OrderSort.By.NUMBER);
        return new OrderSort(by, value("rising", Narrowed::yes).orElse(by == OrderSort.By.DUE));
    }

    TaskFilter tasks() {
        return TaskFilter.ALL
                .of(value("whose", word -> TaskFilter.Whose.valueOf(word.toUpperCase(Locale.ROOT))).orElse(TaskFilter.Whose.ALL))
                .ofKind(value("kind", TaskKind::new))
                .raisedBy(value("department", DepartmentId::new))
                .about(value("customer", CustomerId::new).map(Set::of).orElse(Set.of()))
                .due(value("due", word -> TaskFilter.When.valueOf(word.toUpperCase(Locale.ROOT))).orElse(TaskFilter.When.ANY));
    }

    private <T> Optional<T> value(String name, Function<String, T> make) {
        return Asked.optional(name, request.getParameter(name), make);
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException noDay) {
            throw new IllegalArgumentException(noDay);
        }
    }

    private static boolean yes(String written) {
        return switch (written) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException(written);
        };
    }

    private static OrderSort.By by(String written) {
        return OrderSort.By.valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
