package dev.kontor.kernel.search;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.kernel.rows.Rows;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The words of orders, in {@code kernel_word(order_number, name, word)}: an order matches a query when it has, for
 * every term of it, a word that begins with it. The same on every store, as nothing of the store's own collation or full text is used.
 */
@Component(service = SearchIndex.class)
public final class SearchIndex {

    private static final int MOST_TERMS = 20;

    private final Rows rows;

    @Activate
    public SearchIndex(@Reference Rows rows) {
        this.rows = rows;
    }

    /** Replaces the words that the order was given under this name. Inside a command. */
    public void put(OrderNumber order, String name, String words) {
        Set<String> wanted = Terms.ofText(words);
        Set<String> there = rows
                .all("select word from kernel_word where order_number = ? and name = ?", order, name)
                .stream()
                .map(row -> row.text(0))
                .collect(Collectors.toSet());
        Set<String> gone = new HashSet<>(there);
        gone.removeAll(wanted);
        rows.each("delete from kernel_word where order_number = ? and name = ? and word = ?", placed(order, name, gone));
        wanted.removeAll(there);
        rows.each("insert into kernel_word (order_number, name, word) values (?, ?, ?)", placed(order, name, wanted));
    }

    private static List<Object[]> placed(OrderNumber order, String name, Set<String> words) {
        return words.stream().map(word -> new Object[] {order, name, word}).toList();
    }

    /** What a query is looked up by. */
    public Lookup lookup(String query) {
        return new Lookup(Terms.ofQuery(query).stream().limit(MOST_TERMS).toList());
    }

    /** The terms of a query: a word stands for all that begin with it, unless it is a single letter. */
    public record Lookup(List<String> terms) {

        public boolean nothing() {
            return terms.isEmpty();
        }

        /** One for each term; an order that all of them hold of is found. */
        public List<Mention> mentions() {
            return terms.stream().map(Lookup::mention).toList();
        }

        /** A range and not {@code like}: every store finds it in the index. */
        private static Mention mention(String term) {
            return Terms.isDense(term) || term.length() == 1
                    ? Mention.in(Mention.Table.WORD, "word = ?", term)
                    : Mention.in(Mention.Table.WORD, "word >= ? and word < ?", term, Terms.behind(term));
        }
    }
}
