package dev.kontor.kernel.search;

import dev.kontor.api.order.OrderNumber;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The words of orders, in {@code kernel_word(order_number, name, word)}: an order matches a query when it has every
 * term of it.
 */
@Component(service = SearchIndex.class)
public final class SearchIndex {

    @Activate
    public SearchIndex() {}

    /** Replaces the words that the order was given under this name. Inside a command. */
    public void put(OrderNumber order, String name, String words) {
        throw new UnsupportedOperationException("not built yet: " + order + name + words);
    }

    /** What a query is looked up by; empty when it holds no word. */
    public Set<String> terms(String query) {
        return Terms.ofQuery(query);
    }
}
