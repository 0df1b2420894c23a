package ${package};

import dev.kontor.store.StoreHarness;
import dev.kontor.testkit.conformance.Conforms;
import java.util.List;

/** What every platform demands of a department: names, words, rules, tables, callbacks. */
final class ConformanceTest implements Conforms {

    @Override
    public List<Object> services(StoreHarness store) {
        Statements statements = new Statements(store.unit("${unit}"));
        return List.of(
                new OurDepartment(), new StatementFacts(statements), new GiveStatement(statements), new SayPurpose(statements),
                new StatementOpinion(), new StatementsPage(statements));
    }
}
