package dev.kontor.kernel.rule;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.DecisionFilter;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.rule.Firing;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.journal.Ledger;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.kernel.rule.FactTexts.Full;
import dev.kontor.kernel.rule.KeptDecisions.Kept;
import dev.kontor.store.Transactions;
import java.util.List;
import java.util.Optional;
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
    private final Ledger ledger;
    private final DecisionList list;

    @Activate
    public DecisionArchive(
            @Reference Transactions transactions,
            @Reference KeptDecisions decisions,
            @Reference OrderRows orders,
            @Reference RuleServices rules,
            @Reference FactTexts facts,
            @Reference Ledger ledger,
            @Reference DecisionList list) {
        this.transactions = transactions;
        this.decisions = decisions;
        this.orders = orders;
        this.rules = rules;
        this.facts = facts;
        this.ledger = ledger;
        this.list = list;
    }

    @Override
    public List<DecisionRecord> of(OrderNumber order, Person reader) {
        return transactions.read(() ->
                visible(order, reader) ? decisions.of(order).stream().map(this::record).toList() : List.of());
    }

    @Override
    public Optional<DecisionRecord> decision(String id, Person reader) {
        return transactions.read(() -> decisions.decision(id)
                .filter(found -> KeptDecisions.maySee(found.decision(), reader, orders))
                .map(this::record));
    }

    @Override
    public Part list(DecisionFilter filter, String after, int limit, Person reader) {
        return transactions.read(() -> list.list(filter, after, limit, reader));
    }

    @Override
    public List<Rule> rules() {
        return transactions.read(list::rules);
    }

    private boolean visible(OrderNumber order, Person reader) {
        return orders.seen(order, reader).isPresent();
    }

    private List<Full> facts(Kept kept) {
        return facts.full(kept.decision().order(), kept.facts());
    }

    /** In the words of the versions that decided. */
    private DecisionRecord record(Kept kept) {
        Decision decision = kept.decision();
        List<Full> given = facts(kept);
        return new DecisionRecord(
                decision.id(),
                decision.order(),
                decision.point(),
                decision.sets(),
                decision.owners(),
                decision.day(),
                decision.calendar(),
                FactTexts.text(given),
                decision.parameters(),
                decision.firings().stream().map(each -> fired(each, decision, given)).toList(),
                decision.conclusions().stream().map(rules::told).toList(),
                decision.by(),
                decision.at());
    }

    private DecisionRecord.Fired fired(Firing firing, Decision decision, List<Full> given) {
        RuleEngine.Place place = rules.place(firing.set(), firing.rule());
        List<Text> matched = firing.matched().stream().map(each -> matched(each, decision, given)).toList();
        return new DecisionRecord.Fired(firing.set(), firing.rule(), place.file(), place.line(), matched);
    }

    private Text matched(int place, Decision decision, List<Full> given) {
        if (place < given.size()) {
            return facts.words(given.get(place));
        }
        int after = place - given.size();
        if (after < decision.parameters().size()) {
            Parameter parameter = decision.parameters().get(after);
            return FactWords.of(parameter, rules.title(decision, parameter));
        }
        Concluded concluded = decision.conclusions().get(after - decision.parameters().size());
        ReasonWords reason = rules.words(concluded);
        return FactWords.of(concluded.conclusion(), Text.of("kernel.reason", reason.english(), reason.chinese()));
    }

    @Override
    public Optional<Text> verify(String id) {
        Optional<RuleEngine> engine = rules.engine();
        if (engine.isEmpty()) {
            return Optional.of(Text.of("kernel.proof.no-engine"));
        }
        return transactions.read(() -> {
            Optional<Kept> kept = decisions.decision(id);
            if (kept.isEmpty()) {
                return Optional.of(Text.of("kernel.no-decision", id));
            }
            Proof proof = Proof.of(kept.get(), facts(kept.get()), ledger.kept(kept.get().decision()), facts::fact, engine.get());
            return proof.holds() ? Optional.empty() : Optional.of(proof.what());
        });
    }
}
