package dev.kontor.finance;

import dev.kontor.api.order.Order;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.RuleBook;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Finance with its rows in a real database and the company's credit rules. */
final class FinanceRoom implements AutoCloseable {

    private static final RuleBook RULES = RuleBook.of(List.of(Path.of("..", "..", "..", "rules")), "finance/credit");

    final CreditBook book;
    private final StoreHarness store;

    FinanceRoom(Dialect dialect) {
        store = StoreHarness.on(dialect);
        book = new CreditBook(store.unit("finance"));
    }

    FakeOrderFile file(Order order) {
        return new FakeOrderFile(order, RULES).with(new FinanceDepartment(book), new CreditRelease(book), new CreditFacts(book));
    }

    <R> R command(Supplier<R> work) {
        return store.transactions().command(work);
    }

    void run(Runnable work) {
        store.transactions().command(() -> {
            work.run();
            return null;
        });
    }

    @Override
    public void close() {
        store.close();
    }
}
