package dev.kontor.engine.compile;

import dev.kontor.engine.compile.CompiledFiles.CompiledFile;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.ReasonTexts;
import dev.kontor.engine.set.RuleSetFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Turns the rule files of a set into guarded bytecode. Works on files alone: no knowledge module is made, none has to be
 * removed. One instance for one set; the caller sets the thread's context class loader.
 */
public final class RuleCompiler {

    private static final int MOST_RULES = 500;

    private final RuleSetFiles files;
    private final Problems problems;
    private final FactTypes facts;
    private final RuleBridge bridge;
    private final RuleTypes types;
    private final CompiledFiles known;
    private final Set<String> texts = new LinkedHashSet<>();

    /** @param known what was compiled before, by this or by others before it */
    public RuleCompiler(RuleSetFiles files, FactTypes facts, Problems problems, CompiledFiles known) {
        this.known = known;
        this.files = files;
        this.facts = facts;
        this.problems = problems;
        this.bridge = new RuleBridge(facts);
        this.types = new RuleTypes(bridge);
    }

    /** The types that the set's files name; complete after {@link #compile}. */
    public RuleTypes types() {
        return types;
    }

    /** The keys of the words that the set's rules need, names and reasons; complete after {@link #compile}. */
    public Set<String> texts() {
        return texts;
    }

    /** Empty when there are problems. A set without rules, only with parameters, compiles to nothing. */
    public Optional<CompiledSet> compile(Set<String> knownParameters, ReasonTexts words) {
        DrlStructure structure = new DrlStructure(types, problems);
        RuleLint lint = new RuleLint(problems);
        for (String file : files.paths(".drl")) {
            DrlPolicy policy = new DrlPolicy(file, files.text(file), problems);
            if (policy.limits()) {
                parse(file).ifPresent(parsed -> structure.read(file, parsed));
                policy.check();
                RuleWords.of(file, policy.words()).forEach(rule -> {
                    policy.conditions(rule);
                    lint.read(rule);
                });
            }
            texts.addAll(policy.reasons());
        }
        lint.finish();
        structure.rules.keySet().forEach(rule -> texts.add(ReasonTexts.key(rule)));
        words.demand(texts, problems);
        structure.parameters.forEach((parameter, place) -> {
            if (!knownParameters.contains(parameter)) {
                problems.at(place.file(), place.line(), 1, "engine.parameter-unknown", parameter.replace('#', ' '));
            }
        });
        if (structure.rules.size() > MOST_RULES) {
            problems.in("", "engine.too-many-rules", structure.rules.size(), MOST_RULES);
        }
        if (!problems.none()) {
            return Optional.empty();
        }
        return structure.rules.isEmpty()
                ? Optional.of(CompiledSet.empty(files.digest()))
                : generate(structure);
    }

    private Optional<PackageDescr> parse(String file) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr parsed = null;
        try {
            parsed = parser.parse(false, files.text(file));
        } catch (DroolsParserException | RuntimeException broken) {
            problems.in(file, "engine.syntax", String.valueOf(broken.getMessage()));
        }
        for (DroolsError error : parser.getErrors()) {
            int line = error.getLines().length > 0 ? error.getLines()[0] : 0;
            int column = error instanceof ParserError at ? at.getCol() + 1 : 0;
            problems.at(file, line, column, "engine.syntax", firstLine(error.getMessage()));
        }
        return parser.hasErrors() ? Optional.empty() : Optional.ofNullable(parsed);
    }

    private Optional<CompiledSet> generate(DrlStructure structure) {
        Map<String, CompiledFile> generated =
                new RuleGenerator(files, bridge, problems).generate(known.of(files, facts), structure.rules);
        if (!problems.none()) {
            return Optional.empty();
        }
        Map<String, byte[]> classes = new LinkedHashMap<>();
        List<String> models = new ArrayList<>();
        generated.values().forEach(file -> {
            file.classes().forEach((name, bytes) -> {
                if (!Arrays.equals(classes.computeIfAbsent(name, first -> bytes), bytes)) {
                    problems.in("", "engine.types-of-one-name");
                }
            });
            models.addAll(file.models());
        });
        Optional<CompiledSet> compiled = guarded(classes, models, structure);
        compiled.ifPresent(set -> known.keep(files.set(), set.types(), generated));
        return compiled;
    }

    private Optional<CompiledSet> guarded(Map<String, byte[]> classes, List<String> models, DrlStructure structure) {
        BytecodeGuard guard = new BytecodeGuard(facts);
        guard.guard(classes);
        RulePlaces places = new RulePlaces(files);
        guard.violations().forEach(violation -> problems.add(places.of(violation, guard.rulesOf(violation.in()), structure.rules)));
        if (!problems.none()) {
            return Optional.empty();
        }
        Map<String, String> types = new LinkedHashMap<>();
        guard.records().forEach(type -> facts.digest(type.getName()).ifPresent(digest -> types.put(type.getName(), digest)));
        return Optional.of(new CompiledSet(
                files.digest(), classes, models, structure.rules, structure.needs, types, structure.parameters.keySet()));
    }

    static String firstLine(String message) {
        return message == null ? "" : message.lines().findFirst().orElse("").strip();
    }
}
