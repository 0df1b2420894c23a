package dev.kontor.rest;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import java.util.Optional;
import java.util.function.Function;

/** Values of an address, checked. */
final class Asked {

    private static final int MOST_IN_A_PAGE = 200;

    private Asked() {}

    /** The order of a path: what is no order number is no order. */
    static OrderNumber order(String number) {
        try {
            return new OrderNumber(number);
        } catch (IllegalArgumentException notANumber) {
            throw notFound("rest.no-such-order", number);
        }
    }

    static Optional<OrderNumber> optionalOrder(String number) {
        return optional("order", number, OrderNumber::new);
    }

    static Optional<TaskId> optionalTask(String id) {
        return optional("task", id, TaskId::of);
    }

    static <T> Optional<T> optional(String name, String written, Function<String, T> make) {
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(make.apply(written.strip()));
        } catch (IllegalArgumentException notOne) {
            throw Refused.at(name, Text.of("rest.not-understood", written));
        }
    }

    static int limit(String written, int otherwise) {
        int limit = optional("limit", written, Integer::valueOf).orElse(otherwise);
        if (limit < 1 || limit > MOST_IN_A_PAGE) {
            throw Refused.at("limit", Text.of("rest.limit", MOST_IN_A_PAGE));
        }
        return limit;
    }

    static Refused notFound(String key, String what) {
        return Refused.because(Refused.Reason.NOT_FOUND, Text.of(key, what));
    }
}
