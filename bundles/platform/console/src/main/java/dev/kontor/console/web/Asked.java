package dev.kontor.console.web;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import java.util.Optional;

/** Values of an address, checked, and what refusals are in HTTP. */
final class Asked {

    private Asked() {}

    static Optional<OrderNumber> order(String words) {
        try {
            return words.isEmpty() ? Optional.empty() : Optional.of(new OrderNumber(words));
        } catch (IllegalArgumentException noNumber) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("console.no-order", words));
        }
    }

    static Optional<TaskId> task(String words) {
        try {
            return words.isEmpty() ? Optional.empty() : Optional.of(TaskId.of(words));
        } catch (IllegalArgumentException noTask) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("console.no-page", "task " + words));
        }
    }

    static long version(String words) {
        return words.matches("-?\\d{1,18}") ? Long.parseLong(words) : -1;
    }

    static int status(Refused.Reason reason) {
        return switch (reason) {
            case INVALID, KEY_REUSED -> 422;
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case STALE, CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case UNAVAILABLE, STORAGE_FULL -> 503;
        };
    }
}
