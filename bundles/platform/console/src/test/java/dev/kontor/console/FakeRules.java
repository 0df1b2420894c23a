package dev.kontor.console;

import dev.kontor.api.order.Order;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.RuleHistory;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One rule set: a version that decides and one that was refused. */
final class FakeRules {

    private FakeRules() {}

    /** The limit was lowered, and will be lowered again. */
    static RuleHistory history() {
        SetVersion six = new SetVersion("review/joint", 6, "2a".repeat(32));
        SetVersion seven = new SetVersion("review/joint", 7, "3f".repeat(32));
        return new RuleHistory() {
            @Override
            public List<ParameterLine> parameters(String set) {
                return set.equals("review/joint") ? List.of(line(FakeCompany.TODAY.plusDays(9), 500_000, seven), line(LocalDate.of(2026, 1, 1), 2_000_000, six)) : List.of();
            }

            private ParameterLine line(LocalDate from, long value, SetVersion version) {
                Parameter parameter = new Parameter("review/joint", "large-order-from", BigDecimal.valueOf(value), "CNY", from, new Clause("4.2"));
                return new ParameterLine(parameter, version, FakeCompany.NOW, Optional.of(new PersonId("rules")), Optional.empty(), "<b>board</b>", Optional.empty());
            }

            @Override
            public List<Text> changes(String set, String before, String after, String language) {
                return before.equals(after) ? List.of() : List.of(Text.plain("The limit <changes>."));
            }
        };
    }

    static RuleSets rules() {
        SetVersion seven = new SetVersion("review/joint", 7, "3f".repeat(32));
        SetVersion eight = new SetVersion("review/joint", 8, "4e".repeat(32));
        RuleSets.Version active = new RuleSets.Version(seven, "active", FakeCompany.NOW, Optional.of(new PersonId("rules")), Optional.empty(), Optional.empty(), "", List.of(), List.of(FakeRecords.parameter("large-order-from", 2_000_000, "CNY")), List.of());
        RuleSets.Version refused = new RuleSets.Version(eight, "refused", FakeCompany.NOW, Optional.empty(), Optional.empty(), Optional.empty(), "",
                List.of(new RuleSets.Problem("size.drl", 3, 5, Text.plain("mismatched input 'wen' expecting 'when'"))), List.of(), List.of(
                        new RuleSets.Step("settle", Text.plain("Files whole"), RuleSets.Passage.PASSED, Text.plain("They were."), List.of()),
                        new RuleSets.Step("syntax", Text.plain("Can be read"), RuleSets.Passage.FAILED, Text.plain("1 problem."),
                                List.of(new RuleSets.Problem("size.drl", 3, 5, Text.plain("mismatched input 'wen' expecting 'when'")))),
                        new RuleSets.Step("cases", Text.plain("Cases"), RuleSets.Passage.NOT_REACHED, Text.plain("Not reached."), List.of())));
        String drl = "package review.joint\n\nrule \"large order needs a financial evaluation\"\nwhen\n    Order( total.amount >= $from )\nthen\n    // <script>alert(1)</script>\nend\n";
        return new RuleSets() {
            @Override
            public List<RuleSet> sets() {
                return List.of(new RuleSet("review/joint", Optional.of(active), Optional.of(refused), true, Optional.empty(), new Approval(true, true, Optional.empty())));
            }

            @Override
            public Optional<RuleSet> set(String name) {
                return sets().stream().filter(set -> set.name().equals(name)).findFirst();
            }

            @Override
            public byte[] export(String set, String digest, dev.kontor.api.people.Person by) {
                return (set + " " + digest + " for " + by.id().value()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            }

            @Override
            public List<Signer> signers() {
                return List.of(
                        new Signer("ab".repeat(32), true, false, new PersonId("rules"), Optional.of(new PersonId("rules2")), FakeCompany.NOW),
                        new Signer("cd".repeat(32), false, true, new PersonId("rules"), Optional.empty(), FakeCompany.NOW));
            }

            @Override
            public Version check(String set, Map<String, byte[]> files) {
                return refused;
            }

            @Override
            public List<Version> versions(String set) {
                return List.of(refused, active);
            }

            @Override
            public Optional<Map<String, String>> files(String set, String digest) {
                return Optional.of(Map.of("size.drl", digest.startsWith("4e") ? drl.replace("when", "wen") : drl, "parameters.csv", "name,value\nlarge-order-from,2000000\n",
                        "texts.properties", "title=Joint review\nparameter.large-order-from=Large order, from\n",
                        "texts_zh.properties", "title=会审\nparameter.large-order-from=大额订单标准\n"));
            }
        };
    }
}
