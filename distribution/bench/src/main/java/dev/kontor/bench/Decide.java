package dev.kontor.bench;

import dev.kontor.api.order.Order;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.RuleEngine.Answer;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.compile.CompiledFiles;
import dev.kontor.engine.compile.CompiledSet;
import dev.kontor.engine.compile.FactTypes;
import dev.kontor.engine.compile.RuleCompiler;
import dev.kontor.engine.compile.ShippedSets;
import dev.kontor.engine.run.Evaluation;
import dev.kontor.engine.run.LinkedSet;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.ReasonTexts;
import dev.kontor.engine.set.RuleSetFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * P4: one decision, explanation kept: the engine, raw Drools with a pool of sessions, and the same written by hand; beside
 * them the shipped point {@code review/joint} with the set of a partner attached.
 *
 * <p>Raw Drools and the handwriting keep less: which rule fired on what, and what was concluded. The engine notes besides
 * which rule each conclusion came from, counts its budgets, and orders the conclusions.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class Decide {

    private final List<Record> facts = FortyRules.facts();
    private final SetVersion version = new SetVersion(FortyRules.SET, 1, "0".repeat(64));
    private LinkedSet linked;
    private RawDrools raw;
    private Joint joint;

    @Setup
    public void compile() {
        Problems problems = new Problems();
        RuleSetFiles files = RuleSetFiles.of(FortyRules.SET, FortyRules.files());
        ReasonTexts texts = ReasonTexts.parse(files, problems);
        FactTypes types = FactTypes.of(Decide.class.getClassLoader());
        CompiledSet compiled = LinkedSet.quietly(() -> new RuleCompiler(files, types, problems, new CompiledFiles(ShippedSets.NONE))
                .compile(
                        ParameterTable.parse(files, problems).names().stream()
                                .map(name -> FortyRules.SET + "#" + name)
                                .collect(Collectors.toSet()),
                        texts)
                .orElseThrow(() -> new IllegalStateException(problems.all().toString())));
        linked = LinkedSet.link(compiled, types);
        raw = new RawDrools(Map.of("bench/limits/limits.drl", FortyRules.drl()));
        joint = new Joint();
        same();
    }

    /** All three say the same, or the comparison is worth nothing. */
    private void same() {
        List<String> engine = engine().conclusions().stream().map(each -> each.conclusion().subject()).sorted().toList();
        List<String> raw = rawDrools().stream().map(Conclusion::subject).sorted().toList();
        List<String> hand = byHand().stream().map(Conclusion::subject).sorted().toList();
        if (engine.size() != 10 || !engine.equals(raw) || !engine.equals(hand)) {
            throw new IllegalStateException("%s, %s, %s".formatted(engine, raw, hand));
        }
    }

    @Benchmark
    public Answer engine() {
        Evaluation evaluation = new Evaluation(facts);
        evaluation.ask(linked, version, List.of());
        return evaluation.answer(List.of());
    }

    @Benchmark
    public Answer joint() {
        return joint.decide();
    }

    @Benchmark
    public Collection<Conclusion> rawDrools() {
        return raw.decide(facts);
    }

    @Benchmark
    public Collection<Conclusion> byHand() {
        List<Conclusion> all = new ArrayList<>();
        List<RawDrools.Explained> explained = new ArrayList<>();
        for (Record fact : facts) {
            if (fact instanceof Order order && order.currency().equals("CNY")) {
                for (int rule = 0; rule < FortyRules.RULES; rule++) {
                    limit(rule, order, all, explained);
                }
            }
        }
        return all;
    }

    private void limit(int rule, Order order, List<Conclusion> all, List<RawDrools.Explained> explained) {
        String name = "limit-" + rule % FortyRules.LIMITS;
        for (Record fact : facts) {
            if (fact instanceof Parameter limit
                    && limit.set().equals(FortyRules.SET)
                    && limit.name().equals(name)
                    && order.total().amount().compareTo(limit.value()) >= 0) {
                Reason reason = Reason.of("limit-" + rule, order.total(), limit.value());
                all.add(new Conclusion.Check("limit-" + rule, false, reason, new Clause("4." + rule)));
                explained.add(new RawDrools.Explained("limit " + rule, List.of(limit, order)));
            }
        }
    }

    /** Forth and back, so that a machine that warms up or fills up favours nobody. */
    private static final List<String> ORDER =
            List.of("engine", "rawDrools", "byHand", "joint", "joint", "byHand", "rawDrools", "engine");

    static Map<String, Object> measure() throws Exception {
        Map<String, List<Double>> cpu = new LinkedHashMap<>();
        Map<String, List<Double>> wall = new LinkedHashMap<>();
        for (String name : ORDER) {
            RunResult result = new Runner(new OptionsBuilder()
                            .include(Decide.class.getName() + "\\." + name + "$")
                            .addProfiler(CpuTime.class)
                            // on a crowded machine the compiler would still be behind when the measurement begins
                            .jvmArgsAppend("-XX:-BackgroundCompilation")
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .runSingle();
            cpu.computeIfAbsent(name, key -> new ArrayList<>()).add(result.getSecondaryResults().get(CpuTime.LABEL).getScore());
            wall.computeIfAbsent(name, key -> new ArrayList<>()).add(result.getPrimaryResult().getScore());
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("rules", FortyRules.RULES);
        line.put("facts", FortyRules.facts().size());
        line.put("fired", 10);
        cpu.forEach((name, both) -> line.put(name + "_cpu_us", Figures.rounded(both)));
        wall.forEach((name, both) -> line.put(name + "_wall_us", Figures.rounded(both)));
        line.put("of_raw_drools", Figures.round(sum(cpu.get("rawDrools")) / sum(cpu.get("engine"))));
        line.put("times_by_hand", Figures.round(sum(cpu.get("engine")) / sum(cpu.get("byHand"))));
        return line;
    }

    private static double sum(List<Double> both) {
        return both.stream().mapToDouble(Double::doubleValue).sum();
    }
}
