package dev.kontor.finance;

import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeOrderFile;
import java.util.function.Supplier;

/** Finance with its rows in a real database and the company's credit rules, for any number of orders. */
final class FinanceRoom implements AutoCloseable {

    final CreditBook book;
    private final CollectionRoom room;

    FinanceRoom(Dialect dialect) {
        room = new CollectionRoom(dialect);
        book = room.credit;
    }

    FakeOrderFile file(Order order) {
        return room.file(order);
    }

    void clear(Order order) {
        room.cleared(order);
    }

    void release(Order order) {
        file(order).arrive(room.department, MilestoneName.REVIEW_TERMINATED.value());
    }

    <R> R command(Supplier<R> work) {
        return room.command(work);
    }

    void run(Runnable work) {
        room.run(work);
    }

    @Override
    public void close() {
        room.close();
    }
}
