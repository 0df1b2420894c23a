package dev.kontor.finance;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.FactSource;
import dev.kontor.finance.facts.CreditAccount;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The credit account of the order's customer. */
@Component
public final class CreditFacts implements FactSource {

    private final CreditBook book;

    @Activate
    public CreditFacts(@Reference CreditBook book) {
        this.book = book;
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(CreditAccount.class);
    }

    @Override
    public Collection<? extends Record> about(OrderFile file) {
        return file.order().map(order -> List.of(account(file, order))).orElse(List.of());
    }

    /** Two orders of one customer do not overlook each other: the customer is locked. */
    private CreditAccount account(OrderFile file, Order order) {
        file.lock(order.customer());
        return book.account(order, file.today());
    }
}
