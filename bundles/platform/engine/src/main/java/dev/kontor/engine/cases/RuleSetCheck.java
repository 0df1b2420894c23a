package dev.kontor.engine.cases;

import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Firing;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.RuleEngine.Answer;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.api.rule.RuleSets.Severity;
import dev.kontor.api.rule.RuleTables;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.compile.CompiledFiles;
import dev.kontor.engine.compile.CompiledSet;
import dev.kontor.engine.compile.FactTypes;
import dev.kontor.engine.compile.RuleCompiler;
import dev.kontor.engine.compile.RuleTypes;
import dev.kontor.engine.compile.ShippedSets;
import dev.kontor.engine.run.Evaluation;
import dev.kontor.engine.run.LinkedSet;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.ReasonTexts;
import dev.kontor.engine.set.RuleSetFiles;
import dev.kontor.engine.set.SaidTables;
import dev.kontor.engine.set.SetLimits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The whole way of a candidate but for its activation: files, words, shape, bytecode, cases. Thread-safe. */
public final class RuleSetCheck {

    /** Processor time of all cases together: those of the largest set take a tenth of a second. */
    private static final long CASES_NANOS = 20_000_000_000L;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * @param problems what refuses it
     * @param warnings what refuses nothing; complete only when nothing else is wrong
     * @param compiled empty when there are problems
     */
    public record Checked(
            RuleSetFiles files, String digest, List<Problem> problems, List<Problem> warnings, Optional<CompiledSet> compiled) {

        /** What is kept with a version. */
        public List<Problem> found() {
            return Stream.concat(problems.stream(), warnings.stream()).toList();
        }
    }

    private final FactTypes facts;
    private final Function<String, ParameterTable> others;
    private final CompiledFiles compiledFiles;
    private final Predicate<String> read;
    private final Supplier<Optional<RuleTables>> tables;
    private final AtomicReference<Optional<Tried>> tried = new AtomicReference<>(Optional.empty());

    /** What the cases of the last candidate were tried on. */
    private record Tried(String set, String digest, LinkedSet linked) {}

    /**
     * @param others the parameters of other sets, by the set's name
     * @param read whether a set that decides reads a parameter, {@code set#name}
     * @param tables who reads decision tables now
     */
    public RuleSetCheck(FactTypes facts, Function<String, ParameterTable> others, Predicate<String> read,
            Supplier<Optional<RuleTables>> tables, ShippedSets shipped) {
        this.tables = tables;
        this.compiledFiles = new CompiledFiles(shipped);
        this.facts = facts;
        this.others = others;
        this.read = read;
    }

    /** Where no set decides yet, and nobody reads tables. */
    public RuleSetCheck(FactTypes facts, Function<String, ParameterTable> others) {
        this(facts, others, parameter -> false, Optional::empty, ShippedSets.NONE);
    }

    public FactTypes facts() {
        return facts;
    }

    /** Whether tables mean now what they meant when the set was compiled; where nobody reads tables they do. */
    public boolean fits(CompiledSet compiled) {
        return compiled.notation().isEmpty() || tables.get().map(RuleTables::notation).orElse(compiled.notation()).equals(compiled.notation());
    }

    /**
     * What the cases of a set were tried on just now, so that it need not be linked again to decide; once. Empty when other
     * files were checked since, or a fact type came anew.
     *
     * @param digest of the set's files
     */
    public Optional<LinkedSet> tried(String set, String digest) {
        Optional<Tried> last = tried.get();
        return last.filter(each -> each.set().equals(set) && each.digest().equals(digest))
                .filter(each -> tried.compareAndSet(last, Optional.empty()))
                .map(Tried::linked)
                .filter(linked -> linked.isCurrent(facts));
    }

    /** Puts what a set was compiled to when it was checked last among what is shipped. */
    public void ship(RuleSetFiles files, ShippedSets to) throws IOException {
        compiledFiles.ship(files, to);
    }

    /** What is to decide from now on. */
    public Checked check(RuleSetFiles files) {
        return check(files, true);
    }

    /** What was found right once: titles are not demanded of a version that is older than the demand. */
    public Checked again(RuleSetFiles files) {
        return check(files, false);
    }

    private Checked check(RuleSetFiles files, boolean titled) {
        Problems problems = new Problems();
        Optional<CompiledSet> compiled;
        try {
            compiled = LinkedSet.quietly(() -> checked(files, titled, problems));
        } catch (RuntimeException | StackOverflowError | LinkageError failed) { // a candidate that breaks the check is refused
            problems.in("", "engine.check-failed", String.valueOf(failed));
            compiled = Optional.empty();
        }
        return new Checked(files, files.digest(), problems.all(Severity.ERROR), problems.all(Severity.WARNING),
                problems.none() ? compiled : Optional.empty());
    }

    private Optional<CompiledSet> checked(RuleSetFiles files, boolean titled, Problems problems) {
        SetLimits.check(files, problems);
        if (!problems.none()) {
            return Optional.empty();
        }
        SaidTables said = SaidTables.of(files, tables.get(), problems);
        if (!problems.none()) {
            return Optional.empty();
        }
        Problems found = new Problems();
        Optional<CompiledSet> compiled = checked(said, files.digest(), titled, found);
        found.all().stream().map(said::back).forEach(problems::add);
        return compiled.map(set -> set.of(said, files.digest()));
    }

    /** @param digest of the files as they lie there */
    private Optional<CompiledSet> checked(SaidTables said, String digest, boolean titled, Problems problems) {
        RuleSetFiles files = said.whole();
        ParameterTable own = ParameterTable.parse(files, problems);
        ReasonTexts texts = ReasonTexts.parse(files, problems);
        RuleCompiler compiler = new RuleCompiler(files, facts, problems, compiledFiles);
        Optional<CompiledSet> compiled = compiler.compile(known(files, own), texts);
        Optional<LinkedSet> linked = Optional.empty();
        Map<String, Reason> reasons = new LinkedHashMap<>();
        if (compiled.isPresent() && problems.none()) {
            linked = tryCases(files, compiled.get(), compiler.types(), own, texts, reasons, problems);
        }
        if (titled) {
            reasons.values().forEach(reason -> texts.demandFilled(files, reason, problems));
            texts.demandTitles(own.names(), problems);
            texts.demand(said.titles(), problems);
        }
        if (compiled.isPresent() && problems.none()) {
            Set<String> ownRules = compiled.get().parameters();
            own.warnOfUnread(files, name -> ownRules.contains(files.set() + "#" + name) || read.test(files.set() + "#" + name), problems);
            Set<String> used = new HashSet<>(compiler.texts());
            used.addAll(said.titles());
            texts.warnOfUnused(files, used, own.names(), problems);
            tried.set(linked.map(each -> new Tried(files.set(), digest, each)));
        }
        return compiled;
    }

    /** Own parameters, and all of every other set: which of them are there is asked by name. */
    private Set<String> known(RuleSetFiles files, ParameterTable own) {
        Set<String> mentioned = new HashSet<>();
        own.names().forEach(name -> mentioned.add(files.set() + "#" + name));
        for (String file : files.paths(".drl")) {
            java.util.regex.Pattern.compile("\\bset\\s*==\\s*\"([^\"]+)\"").matcher(files.text(file)).results()
                    .map(found -> found.group(1))
                    .filter(set -> !set.equals(files.set()))
                    .distinct()
                    .forEach(set -> others.apply(set).names().forEach(name -> mentioned.add(set + "#" + name)));
        }
        return mentioned;
    }

    /** @param reasons is given one of each key that was concluded */
    private Optional<LinkedSet> tryCases(
            RuleSetFiles files, CompiledSet compiled, RuleTypes types, ParameterTable own, ReasonTexts texts, Map<String, Reason> reasons,
            Problems problems) {
        LinkedSet linked;
        try {
            linked = LinkedSet.link(compiled, facts);
        } catch (LinkageError | RuntimeException unfit) { // whatever Drools says of generated code, it is not activated
            problems.in("", "engine.compile", String.valueOf(unfit));
            return Optional.empty();
        }
        SetVersion version = new SetVersion(files.set(), 0, files.digest());
        Set<String> fired = new HashSet<>();
        long last = THREADS.getCurrentThreadCpuTime() + CASES_NANOS;
        for (TrialCase trial : TrialCase.read(files, problems)) {
            if (THREADS.getCurrentThreadCpuTime() > last) {
                problems.at(trial.file(), trial.line(), 1, "engine.cases-too-long", CASES_NANOS / 1_000_000_000);
                return Optional.empty();
            }
            try {
                List<Record> given = new ArrayList<>();
                CaseFacts maker = new CaseFacts(types, trial.day());
                trial.facts().forEach(yaml -> given.add(maker.fact(yaml)));
                Evaluation evaluation = new Evaluation(given);
                evaluation.ask(linked, version,
                        overridden(linked.parameters(files.set(), own, others, trial.day()), trial, files.set()));
                Answer said = evaluation.answer(List.of());
                said.firings().stream().map(Firing::rule).forEach(fired::add);
                said.conclusions().stream()
                        .map(concluded -> concluded.conclusion().reason())
                        .forEach(reason -> reasons.putIfAbsent(reason.key(), reason));
                compare(trial, said.conclusions(), texts, problems);
            } catch (Yaml.Wrong wrong) {
                problems.at(trial.file(), wrong.line(), 1, "engine.case-broken", String.valueOf(wrong.getMessage()));
            } catch (CannotDecide undecided) {
                problems.at(trial.file(), trial.line(), 1, "engine.case-undecided", trial.name(), String.valueOf(undecided.getMessage()));
            }
        }
        compiled.rules().forEach((rule, place) -> {
            if (!fired.contains(rule)) {
                problems.at(place.file(), place.line(), 1, "engine.rule-untried", rule);
            }
        });
        return Optional.of(linked);
    }

    private static List<Parameter> overridden(List<Parameter> parameters, TrialCase trial, String set) {
        return parameters.stream()
                .map(each -> {
                    BigDecimal value = trial.parameters().getOrDefault(each.set() + " " + each.name(),
                            each.set().equals(set) ? trial.parameters().getOrDefault(each.name(), each.value()) : each.value());
                    return new Parameter(each.set(), each.name(), value, each.unit(), each.from(), each.clause());
                })
                .toList();
    }

    private static ReasonWords words(Concluded concluded, ReasonTexts texts) {
        return texts.say(concluded.conclusion().reason())
                .orElseThrow(() -> new CannotDecide("No words for the reason " + concluded.conclusion().reason().key()));
    }

    private static void compare(TrialCase trial, List<Concluded> conclusions, ReasonTexts texts, Problems problems) {
        List<Concluded> left = new ArrayList<>(conclusions);
        for (Yaml.Fields wanted : trial.expect()) {
            Expectation expectation = new Expectation(wanted);
            Optional<Concluded> found = left.stream()
                    .filter(each -> expectation.fits(each, words(each, texts)))
                    .findFirst();
            found.ifPresent(left::remove);
            if (found.isEmpty()) {
                problems.at(trial.file(), expectation.line(), 1, "engine.case-missing", trial.name(), expectation.words());
            }
        }
        left.forEach(surplus ->
                problems.at(trial.file(), trial.line(), 1, "engine.case-surplus", trial.name(),
                        Expectation.words(surplus, words(surplus, texts))));
    }
}
