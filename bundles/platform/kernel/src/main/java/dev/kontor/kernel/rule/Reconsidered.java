package dev.kontor.kernel.rule;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.DecisionRecord.Told;
import dev.kontor.api.rule.Reconsiderations;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.kernel.form.FormCheck;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.kernel.rule.FactTexts.Full;
import dev.kontor.kernel.rule.KeptDecisions.Kept;
import dev.kontor.store.Transactions;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Executes kept decisions with something else in them, and keeps nothing of it. */
@Component(service = Reconsiderations.class)
public final class Reconsidered implements Reconsiderations {

    private final Transactions transactions;
    private final KeptDecisions decisions;
    private final OrderRows orders;
    private final FactTexts texts;
    private final RuleServices rules;
    private final FormCheck check;
    private final Clock clock;

    @Activate
    public Reconsidered(
            @Reference Transactions transactions,
            @Reference KeptDecisions decisions,
            @Reference OrderRows orders,
            @Reference FactTexts texts,
            @Reference RuleServices rules,
            @Reference FormCheck check,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.decisions = decisions;
        this.orders = orders;
        this.texts = texts;
        this.rules = rules;
        this.check = check;
        this.clock = clock;
    }

    /** A decision with the facts it was taken on. */
    private record Read(Decision decision, List<Full> facts) {}

    private Read read(String id, Person reader) {
        return transactions.read(() -> {
            Kept kept = decisions.decision(id)
                    .filter(found -> KeptDecisions.maySee(found.decision(), reader, orders))
                    .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("kernel.no-decision", id)));
            return new Read(kept.decision(), texts.full(kept.decision().order(), kept.facts()));
        });
    }

    private <R> R asking(Read read, Function<RuleEngine, R> question) {
        try {
            return question.apply(rules.engine().orElseThrow(() -> new CannotDecide("The rule engine does not run.")));
        } catch (CannotDecide notNow) {
            throw Refused.because(Refused.Reason.UNAVAILABLE,
                    Text.of("kernel.what-if.cannot", Text.of("console.point-of", read.decision().point().value())));
        }
    }

    private List<Record> records(Read read, List<Full> facts) {
        try {
            return facts.stream().map(texts::fact).toList();
        } catch (IllegalArgumentException gone) {
            throw Refused.because(Refused.Reason.UNAVAILABLE,
                    Text.of("kernel.what-if.cannot", Text.of("console.point-of", read.decision().point().value())));
        }
    }

    @Override
    public NearMisses nearMisses(String id, Person reader) {
        Read read = read(id, reader);
        List<Record> facts = records(read, read.facts());
        List<FactSheet.Number> numbers = new FactSheet(read.facts(), facts).numbers(texts);
        return asking(read, engine -> new Margin(read.decision(), facts, engine, this::told).look(numbers));
    }

    @Override
    public Sheet sheet(String id, Person reader) {
        Read read = read(id, reader);
        return new FactSheet(read.facts(), records(read, read.facts())).sheet();
    }

    @Override
    public Outcome whatIf(String id, Values typed, Person reader) {
        Read read = read(id, reader);
        FactSheet sheet = new FactSheet(read.facts(), records(read, read.facts()));
        Values values = check.check(sheet.sheet().form(), typed);
        List<Record> changed = sheet.changed(values, texts);
        Decision decided = read.decision();
        boolean active = values.text(FactSheet.VERSIONS).equals(FactSheet.ACTIVE);
        LocalDate day = active ? clock.today() : decided.day();
        return asking(read, engine -> {
            List<SetVersion> sets = active ? engine.active(decided.point()) : decided.sets();
            RuleEngine.Answer now = engine.ask(sets, active ? List.of() : decided.owners(), day, changed);
            return new Outcome(sets, day, told(decided.conclusions().stream()), told(now.conclusions().stream()));
        });
    }

    private List<Told> told(Stream<Concluded> concluded) {
        return concluded.map(rules::told).toList();
    }
}
