package dev.kontor.engine.compile;

import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.ReasonTexts;
import dev.kontor.engine.set.RuleSetFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drools.compiler.builder.impl.KnowledgeBuilderConfigurationImpl;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.drools.model.codegen.execmodel.ModelBuilderImpl;
import org.drools.model.codegen.execmodel.ModelWriter;
import org.drools.model.codegen.execmodel.PackageSources;
import org.drools.wiring.api.classloader.ProjectClassLoader;
import org.kie.api.KieServices;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.CompositeKnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.ExternaliseCanonicalModelLambdaOption;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.kie.memorycompiler.CompilationProblem;
import org.kie.memorycompiler.CompilationResult;
import org.kie.memorycompiler.JavaCompilerFactory;
import org.kie.memorycompiler.JavaConfiguration;

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
    private final Set<String> texts = new LinkedHashSet<>();

    public RuleCompiler(RuleSetFiles files, FactTypes facts, Problems problems) {
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
        ProjectClassLoader loader = ProjectClassLoader.createProjectClassLoader(bridge);
        List<Problem> found = new ArrayList<>();
        ModelBuilderImpl<PackageSources> builder = builder(loader, files, found);
        found.forEach(problem -> problems.add(problem.line() > 0 ? problem : placed(loader, problem)));
        if (!problems.none()) {
            return Optional.empty();
        }
        MemoryFileSystem sources = new MemoryFileSystem();
        MemoryFileSystem target = new MemoryFileSystem();
        ModelWriter.Result written = new ModelWriter().writeModel(sources, builder.getPackageSources());
        CompilationResult result = JavaCompilerFactory.loadCompiler(JavaConfiguration.CompilerType.ECLIPSE, "17", "src/main/java/")
                .compile(written.getSourceFiles().toArray(new String[0]), sources, target, loader);
        RulePlaces places = new RulePlaces(files);
        for (CompilationProblem error : result.getErrors()) {
            problems.add(places.of(error, sources, written.getSourceFiles(), structure.rules));
        }
        if (!problems.none()) {
            return Optional.empty();
        }
        return guarded(classes(target, loader), written.getModelFiles(), structure, places);
    }

    /** Drools does not tell where: of the rules, each compiled by itself, the first that has the same problem. */
    private Problem placed(ProjectClassLoader loader, Problem lost) {
        for (String file : files.paths(".drl")) {
            List<RuleWords> rules = RuleWords.of(file, DrlWords.of(files.text(file)));
            for (int i = 0; i < rules.size(); i++) {
                int next = i + 1 < rules.size() ? rules.get(i + 1).at().line() : Integer.MAX_VALUE;
                List<Problem> found = new ArrayList<>();
                builder(loader, alone(file, rules.get(0).at().line(), rules.get(i).at().line(), next), found);
                if (found.stream().anyMatch(problem -> problem.message().equals(lost.message()))) {
                    return new Problem(file, rules.get(i).at().line(), rules.get(i).at().column(), lost.message());
                }
            }
        }
        return lost;
    }

    /** The file with one rule, in its place. */
    private RuleSetFiles alone(String file, int first, int from, int to) {
        StringBuilder text = new StringBuilder();
        int line = 0;
        for (String row : files.text(file).split("\n", -1)) {
            line++;
            text.append(line < first || line >= from && line < to ? row : "").append('\n');
        }
        return RuleSetFiles.of(files.set(), Map.of(file, text.toString()));
    }

    private static ModelBuilderImpl<PackageSources> builder(ProjectClassLoader loader, RuleSetFiles files, List<Problem> found) {
        KnowledgeBuilderConfigurationImpl configuration =
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, loader).as(KnowledgeBuilderConfigurationImpl.KEY);
        configuration.setOption(ExternaliseCanonicalModelLambdaOption.ENABLED);
        ModelBuilderImpl<PackageSources> builder = new ModelBuilderImpl<>(
                PackageSources::dumpSources, configuration, KieServices.get().newReleaseId("rules", "set", "1"), false);
        CompositeKnowledgeBuilder batch = builder.batch();
        for (String file : files.paths(".drl")) {
            Resource resource = KieServices.get().getResources()
                    .newByteArrayResource(files.text(file).getBytes(StandardCharsets.UTF_8), "UTF-8");
            resource.setSourcePath(file);
            resource.setResourceType(ResourceType.DRL);
            batch.add(resource, ResourceType.DRL);
        }
        RulePlaces places = new RulePlaces(files);
        try {
            batch.build();
        } catch (RuntimeException broken) { // a malformed literal escapes as NumberFormatException, others as they like
            found.add(places.of(broken));
        }
        for (KnowledgeBuilderError error : builder.getErrors()) {
            found.add(places.of(error));
        }
        return builder;
    }

    private static Map<String, byte[]> classes(MemoryFileSystem target, ProjectClassLoader loader) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        target.getMap().forEach((path, bytes) -> put(classes, path.asString(), bytes));
        if (loader.getStore() != null) {
            loader.getStore().forEach((path, bytes) -> put(classes, path, bytes));
        }
        return classes;
    }

    private static void put(Map<String, byte[]> classes, String path, byte[] bytes) {
        if (path.endsWith(".class")) {
            classes.putIfAbsent(path.substring(0, path.length() - 6).replace('/', '.'), bytes);
        }
    }

    private Optional<CompiledSet> guarded(
            Map<String, byte[]> classes, Iterable<String> models, DrlStructure structure, RulePlaces places) {
        BytecodeGuard guard = new BytecodeGuard(facts);
        guard.guard(classes);
        guard.violations().forEach(violation -> problems.add(places.of(violation, guard.rulesOf(violation.in()), structure.rules)));
        if (!problems.none()) {
            return Optional.empty();
        }
        List<String> modelNames = new ArrayList<>();
        models.forEach(modelNames::add);
        Map<String, String> types = new LinkedHashMap<>();
        guard.records().forEach(type -> facts.digest(type.getName()).ifPresent(digest -> types.put(type.getName(), digest)));
        return Optional.of(new CompiledSet(
                files.digest(), classes, modelNames, structure.rules, structure.needs, types, structure.parameters.keySet()));
    }

    static String firstLine(String message) {
        return message == null ? "" : message.lines().findFirst().orElse("").strip();
    }
}
