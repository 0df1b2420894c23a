package dev.kontor.bench;

import dev.kontor.api.order.Money;
import dev.kontor.api.rule.RuleEngine.Answer;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.rule.facts.RecentContracts;
import dev.kontor.engine.cases.RuleSetCheck;
import dev.kontor.engine.compile.FactTypes;
import dev.kontor.engine.run.Evaluation;
import dev.kontor.engine.run.LinkedSet;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.RuleSetFiles;
import dev.kontor.review.facts.PaymentProfile;
import dev.kontor.samples.exportlicence.facts.Destination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/** The shipped point of a joint review, with the set that the export licence department attaches to it. */
final class Joint {

    private static final Path SOURCES = Path.of(System.getProperty("bench.sources"));

    private record Asked(LinkedSet linked, SetVersion version, ParameterTable parameters) {}

    private final List<Asked> sets = List.of(
            asked(SOURCES.resolve("rules"), "review/joint"),
            asked(SOURCES.resolve("bundles/samples/export-licence/rules"), "export-licence/review.joint"));
    private final List<Record> facts = List.of(
            FortyRules.order(),
            new RecentContracts(30, Money.cny(2_000_000), 1),
            new PaymentProfile(BigDecimal.TEN, BigDecimal.valueOf(20), 36, 6, true, false, false, true, false, true, "CNY"),
            new Destination("DE", true, 1));

    private static Asked asked(Path folder, String set) {
        try {
            RuleSetFiles files = RuleSetFiles.read(set, folder.resolve(set));
            FactTypes types = FactTypes.of(Joint.class.getClassLoader());
            RuleSetCheck.Checked checked = new RuleSetCheck(types, other -> ParameterTable.EMPTY).check(files);
            LinkedSet linked = LinkedSet.link(
                    checked.compiled().orElseThrow(() -> new IllegalStateException(set + ": " + checked.problems())), types);
            return new Asked(linked, new SetVersion(set, 1, checked.digest()), ParameterTable.parse(files, new Problems()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Answer decide() {
        Evaluation evaluation = new Evaluation(facts);
        for (Asked set : sets) {
            evaluation.ask(set.linked(), set.version(),
                    set.linked().parameters(set.version().set(), set.parameters(), other -> ParameterTable.EMPTY, FortyRules.DAY));
        }
        return evaluation.answer(List.of());
    }
}
