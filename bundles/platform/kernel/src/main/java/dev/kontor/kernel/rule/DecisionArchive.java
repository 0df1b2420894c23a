package dev.kontor.kernel.rule;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.store.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Kept decisions, for reading and for proving that the rules say the same again. */
@Component(service = Decisions.class)
public final class DecisionArchive implements Decisions {

    private final Transactions transactions;
    private final KeptDecisions decisions;
    private final OrderRows orders;
    private final RuleServices rules;
    private final FactTexts facts;

    @Activate
    public DecisionArchive(
            @Reference Transactions transactions,
            @Reference KeptDecisions decisions,
            @Reference OrderRows orders,
            @Reference RuleServices rules,
            @Reference FactTexts facts) {
        this.transactions = transactions;
        this.decisions = decisions;
        this.orders = orders;
        this.rules = rules;
        this.facts = facts;
    }

    @Override
    public List<Decision> of(OrderNumber order, Person reader) {
        return transactions.read(() -> visible(order, reader) ? decisions.of(order) : List.of());
    }

    @Override
    public Optional<Decision> decision(String id, Person reader) {
        return transactions.read(() -> decisions.decision(id).filter(found -> found.order().isEmpty()
                ? reader.holds(Role.AUDITOR)
                : visible(new OrderNumber(found.order()), reader)));
    }

    private boolean visible(OrderNumber order, Person reader) {
        return orders.seen(order, reader).isPresent();
    }

    @Override
    public Optional<String> verify(Decision decision) {
        Optional<RuleEngine> engine = rules.engine();
        if (engine.isEmpty()) {
            return Optional.of("The rule engine does not run.");
        }
        try {
            RuleEngine.Answer again = engine.get().ask(decision.sets(), decision.day(), facts.facts(decision.facts()));
            return difference(decision.conclusions(), again.conclusions());
        } catch (RuleEngine.CannotDecide | IllegalArgumentException e) {
            return Optional.of("It cannot be executed again: " + e.getMessage());
        }
    }

    private static Optional<String> difference(List<Concluded> then, List<Concluded> now) {
        TreeSet<String> lost = texts(then);
        TreeSet<String> found = texts(now);
        TreeSet<String> same = new TreeSet<>(lost);
        same.retainAll(found);
        lost.removeAll(same);
        found.removeAll(same);
        return lost.isEmpty() && found.isEmpty()
                ? Optional.empty()
                : Optional.of("Then and not now: %s. Now and not then: %s.".formatted(lost, found));
    }

    private static TreeSet<String> texts(List<Concluded> conclusions) {
        TreeSet<String> texts = new TreeSet<>();
        conclusions.forEach(each -> texts.add(Canonical.text(each)));
        return texts;
    }
}
