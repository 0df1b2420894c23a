package dev.kontor.kernel.order;

import dev.kontor.kernel.rows.Condition;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.search.Mention;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Narrows a list of orders to those that are mentioned elsewhere. What is mentioned seldom is looked up first, and the list
 * reads those orders alone; what is mentioned often is asked of each order on the way, which soon fills a page.
 */
final class Shortlist {

    /** So many numbers are looked up faster than a list is walked. */
    private static final int FEW = 500;

    /** True of every order. Without a range Derby does not walk the index, but sorts every order that there is. */
    private static final Condition NEWEST_FIRST = Condition.of("running > ?", 0);

    private Shortlist() {}

    /** Whether any order can be left. Adds what the orders must be to the conditions of the list. */
    static boolean narrow(Rows rows, List<Mention> mentions, Narrowing list) {
        List<Set<String>> seldom = new ArrayList<>();
        List<Mention> often = new ArrayList<>();
        for (Mention mention : mentions) {
            mention.few(rows, FEW).ifPresentOrElse(seldom::add, () -> often.add(mention));
        }
        often.forEach(mention -> list.with(mention.asked()));
        if (seldom.isEmpty()) {
            if (!often.isEmpty()) {
                list.with(NEWEST_FIRST);
            }
            return true;
        }
        Set<String> all = new HashSet<>(seldom.get(0));
        seldom.forEach(all::retainAll);
        list.with(Condition.in("number", all));
        return !all.isEmpty();
    }
}
