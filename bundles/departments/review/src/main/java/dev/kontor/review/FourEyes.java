package dev.kontor.review;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.text.Text;

/** Nobody reviews an order that they answer for, in whatever role they hold it today. */
public final class FourEyes {

    private FourEyes() {}

    public static boolean allow(OrderView file) {
        return !file.actor().id().equals(file.summary().representative());
    }

    /** @throws Refused when the actor is the order's representative, also by delegation */
    public static void demand(OrderView file) {
        if (!allow(file)) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("review.own-order", file.number().value()));
        }
    }
}
