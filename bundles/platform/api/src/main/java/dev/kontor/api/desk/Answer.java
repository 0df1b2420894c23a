package dev.kontor.api.desk;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.text.Text;
import java.util.Optional;

/**
 * What a command came to. Kept under the request's key and given again, word for word, when the request comes again.
 *
 * @param said one sentence for the person: what was done
 * @param order the order it was about or made
 * @param next the page to go on with, below the console's root, without a leading slash; empty to stay
 * @param id the key of what was made, for machines; may be empty
 */
public record Answer(Text said, Optional<OrderNumber> order, String next, String id) {

    public static Answer of(Text said) {
        return new Answer(said, Optional.empty(), "", "");
    }

    public static Answer of(Text said, OrderNumber order) {
        return new Answer(said, Optional.of(order), "orders/" + order, "");
    }

    public Answer goingTo(String page) {
        return new Answer(said, order, page, id);
    }

    public Answer withId(String made) {
        return new Answer(said, order, next, made);
    }
}
