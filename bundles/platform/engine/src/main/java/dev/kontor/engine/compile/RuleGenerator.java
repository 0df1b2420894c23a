package dev.kontor.engine.compile;

import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.engine.compile.CompiledFiles.CompiledFile;
import dev.kontor.engine.compile.CompiledSet.Place;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.RuleSetFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.compiler.builder.impl.KnowledgeBuilderConfigurationImpl;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.model.codegen.execmodel.ModelBuilderImpl;
import org.drools.model.codegen.execmodel.ModelWriter;
import org.drools.model.codegen.execmodel.PackageSources;
import org.drools.wiring.api.classloader.ProjectClassLoader;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.CompositeKnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.ExternaliseCanonicalModelLambdaOption;
import org.kie.memorycompiler.CompilationProblem;
import org.kie.memorycompiler.CompilationResult;
import org.kie.memorycompiler.JavaCompilerFactory;
import org.kie.memorycompiler.JavaConfiguration;

/**
 * Turns rule files that were found right into classes: Drools writes Java for each file by itself, and one run of the Java
 * compiler reads it all.
 */
final class RuleGenerator {

    private static final String ROOT = "src/main/java/";

    private final RuleSetFiles files;
    private final Problems problems;
    private final ProjectClassLoader loader;

    RuleGenerator(RuleSetFiles files, RuleBridge bridge, Problems problems) {
        this.files = files;
        this.problems = problems;
        this.loader = ProjectClassLoader.createProjectClassLoader(bridge);
    }

    /**
     * Every rule file compiled, by its digest; what is known is taken as it is. Worth nothing when there are problems.
     *
     * @param rules each rule's place
     */
    Map<String, CompiledFile> generate(Map<String, CompiledFile> known, Map<String, Place> rules) {
        Map<String, CompiledFile> compiled = new LinkedHashMap<>();
        Map<String, ModelWriter.Result> written = new LinkedHashMap<>();
        MemoryFileSystem sources = new MemoryFileSystem();
        for (String file : files.paths(".drl")) {
            String digest = files.digest(file);
            if (known.containsKey(digest)) {
                compiled.put(digest, known.get(digest));
            } else {
                written.put(digest, new ModelWriter().writeModel(sources, sources(file).getPackageSources()));
            }
        }
        if (problems.none() && !written.isEmpty()) {
            Map<String, byte[]> classes = java(sources, written.values(), rules);
            written.forEach((digest, result) -> compiled.put(digest, file(result, classes)));
        }
        return compiled;
    }

    private ModelBuilderImpl<PackageSources> sources(String file) {
        List<Problem> found = new ArrayList<>();
        ModelBuilderImpl<PackageSources> builder = builder(file, files.text(file), found);
        found.forEach(problem -> problems.add(problem.line() > 0 ? problem : placed(file, problem)));
        return builder;
    }

    /** Drools does not tell where: of the rules, each compiled by itself, the first that has the same problem. */
    private Problem placed(String file, Problem lost) {
        List<RuleWords> rules = RuleWords.of(file, DrlWords.of(files.text(file)));
        for (int i = 0; i < rules.size(); i++) {
            int next = i + 1 < rules.size() ? rules.get(i + 1).at().line() : Integer.MAX_VALUE;
            List<Problem> found = new ArrayList<>();
            builder(file, alone(file, rules.get(0).at().line(), rules.get(i).at().line(), next), found);
            if (found.stream().anyMatch(problem -> problem.message().equals(lost.message()))) {
                return new Problem(file, rules.get(i).at().line(), rules.get(i).at().column(), lost.message());
            }
        }
        return lost;
    }

    /** The file with one rule, in its place. */
    private String alone(String file, int first, int from, int to) {
        StringBuilder text = new StringBuilder();
        int line = 0;
        for (String row : files.text(file).split("\n", -1)) {
            line++;
            text.append(line < first || line >= from && line < to ? row : "").append('\n');
        }
        return text.toString();
    }

    private ModelBuilderImpl<PackageSources> builder(String file, String text, List<Problem> found) {
        KnowledgeBuilderConfigurationImpl configuration =
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, loader).as(KnowledgeBuilderConfigurationImpl.KEY);
        configuration.setOption(ExternaliseCanonicalModelLambdaOption.ENABLED);
        // Drools names the class that lists a file's rules by this and the package, which all files of a set share
        ReleaseId id = KieServices.get().newReleaseId("rules", files.digest(file), "1");
        ModelBuilderImpl<PackageSources> builder =
                new ModelBuilderImpl<>(PackageSources::dumpSources, configuration, id, false);
        CompositeKnowledgeBuilder batch = builder.batch();
        Resource resource =
                KieServices.get().getResources().newByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "UTF-8");
        resource.setSourcePath(file);
        resource.setResourceType(ResourceType.DRL);
        batch.add(resource, ResourceType.DRL);
        RulePlaces places = new RulePlaces(RuleSetFiles.of(files.set(), Map.of(file, text)));
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

    private Map<String, byte[]> java(MemoryFileSystem sources, Iterable<ModelWriter.Result> written, Map<String, Place> rules) {
        Set<String> names = new LinkedHashSet<>();
        written.forEach(result -> names.addAll(result.getSourceFiles()));
        MemoryFileSystem target = new MemoryFileSystem();
        CompilationResult result = JavaCompilerFactory.loadCompiler(JavaConfiguration.CompilerType.ECLIPSE, "17", ROOT)
                .compile(names.toArray(new String[0]), sources, target, loader);
        RulePlaces places = new RulePlaces(files);
        for (CompilationProblem error : result.getErrors()) {
            problems.add(places.of(error, sources, names, rules));
        }
        Map<String, byte[]> classes = new HashMap<>();
        target.getMap().forEach((path, bytes) -> put(classes, path.asString(), bytes));
        return classes;
    }

    private static void put(Map<String, byte[]> classes, String path, byte[] bytes) {
        if (path.endsWith(".class")) {
            classes.put(path.substring(0, path.length() - ".class".length()).replace('/', '.'), bytes);
        }
    }

    private static CompiledFile file(ModelWriter.Result written, Map<String, byte[]> classes) {
        Set<String> names = new LinkedHashSet<>();
        for (String source : written.getSourceFiles()) {
            names.add(source.substring(ROOT.length(), source.length() - ".java".length()).replace('/', '.'));
        }
        Map<String, byte[]> own = new LinkedHashMap<>();
        classes.forEach((name, bytes) -> {
            int inner = name.indexOf('$');
            if (names.contains(inner < 0 ? name : name.substring(0, inner))) {
                own.put(name, bytes);
            }
        });
        return new CompiledFile(own, List.copyOf(written.getModelFiles()));
    }
}
