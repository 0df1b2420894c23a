package ${package};

import ${package}.facts.PurposeSaid;
import ${package}.facts.StatementsGiven;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.rule.FactSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the rules how many statements an order has, and whether its purpose is said. */
@Component
public final class StatementFacts implements FactSource {

    private final Statements statements;

    @Activate
    public StatementFacts(@Reference Statements statements) {
        this.statements = statements;
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(StatementsGiven.class, PurposeSaid.class);
    }

    @Override
    public Collection<? extends Record> about(OrderFile file) {
        return List.of(new StatementsGiven(statements.count(file.number())), new PurposeSaid(statements.purpose(file.number()).isPresent()));
    }
}
