package ${package};

import static dev.kontor.testkit.AnOrder.anOrder;

import dev.kontor.api.order.Money;
import dev.kontor.store.StoreHarness;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.RuleBook;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** The department on an empty database in memory, with its rules and an order. */
final class Room implements AutoCloseable {

    private static final RuleBook RULES = RuleBook.of(
            List.of(Path.of("rules")), "${department}/statement", "${department}/review.joint", "${department}/entry.submission");

    private final StoreHarness store = StoreHarness.derby();
    final Statements statements = new Statements(store.unit("${unit}"));
    final OurDepartment department = new OurDepartment();
    final FakeOrderFile file;

    Room(Money price) {
        file = new FakeOrderFile(anOrder().worth(price).build(), RULES).with(department, new StatementFacts(statements));
    }

    <R> R command(Supplier<R> work) {
        return store.transactions().command(work);
    }

    @Override
    public void close() {
        store.close();
    }
}
