package dev.kontor.host.inspect;

import dev.kontor.api.text.Text;
import dev.kontor.host.inspect.Headers.Clause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Version;

/** Finds out what a jar is and what it would do among what is there. Changes nothing and runs nothing of it. */
public final class Inspector {

    private static final String API = "dev.kontor.api.";
    private static final String SCRIPTS = "db/migration/";

    private final JarContent jar;
    private final Surroundings around;
    private final String name;
    private final List<Text> refusals = new ArrayList<>();
    private final List<Text> warnings = new ArrayList<>();

    private Inspector(JarContent jar, Surroundings all) {
        this.jar = jar;
        this.name = Headers.name(jar.header("Bundle-SymbolicName"));
        this.around = all.without(name);
    }

    /** Whatever the file is: one that is no bundle is refused in a sentence. */
    public static Inspection inspect(Path file, String name, Surroundings around) throws IOException {
        try {
            return inspect(JarContent.read(file), around);
        } catch (Unfit unfit) {
            return Inspection.unfit(JarContent.digest(file), name, unfit.words());
        }
    }

    /** @throws Unfit when it is no bundle at all */
    static Inspection inspect(JarContent jar, Surroundings around) throws Unfit {
        boolean named = Headers.name(jar.header("Bundle-SymbolicName")).matches("[\\w.-]{1,200}");
        if (!named || !jar.header("Bundle-ManifestVersion").strip().equals("2")) {
            throw new Unfit(Text.of("host.no-bundle"));
        }
        return new Inspector(jar, around).report(around);
    }

    private Inspection report(Surroundings all) throws Unfit {
        ManifestCheck manifest = new ManifestCheck(jar, around, refusals);
        manifest.run();
        CodeCheck code = new CodeCheck(jar);
        List<Component> components = components(code);
        refusals.addAll(code.refusals(around, Roots.of(code.departments(), name, around.taken())));
        String unit = jar.header("Kontor-Unit").strip();
        List<Script> scripts = scripts(unit);
        List<String> exported = manifest.exported();
        return new Inspection(jar.digest(), name, version(), jar.signer(), api(), jar.header("Bundle-Activator").strip(), components, List.copyOf(code.departments()), List.copyOf(code.paths()),
                exported.stream().filter(each -> each.endsWith(".facts")).toList(), unit, scripts,
                all.importers(exported).stream().filter(each -> !each.equals(name)).toList(), code.reaches(),
                refusals.stream().distinct().toList(), warnings);
    }

    private String version() throws Unfit {
        try {
            return new Version(jar.headers().getOrDefault("Bundle-Version", "0.0.0")).toString();
        } catch (IllegalArgumentException none) {
            throw new Unfit(Text.of("host.no-bundle"));
        }
    }

    /** Mostly one: bnd writes the same range to each package. */
    private List<String> api() {
        return Headers.clauses(jar.header("Import-Package")).stream()
                .filter(clause -> clause.paths().stream().anyMatch(path -> path.startsWith(API)))
                .map(Clause::attributes)
                .map(attributes -> attributes.getOrDefault("version", "0"))
                .distinct()
                .sorted()
                .toList();
    }

    private List<Component> components(CodeCheck code) {
        List<Component> components = new ArrayList<>();
        for (Clause clause : Headers.clauses(jar.header("Service-Component"))) {
            for (String path : clause.paths()) {
                components.addAll(components(path));
            }
        }
        components.stream()
                .filter(each -> each.ranking() > 0 && each.services().stream().anyMatch(service -> service.startsWith(API)))
                .forEach(each -> refusals.add(Text.of("host.ranking", each.name(), each.ranking())));
        components.forEach(each -> each.services().stream()
                .filter(service -> !service.startsWith(API) && !code.has(service))
                .forEach(service -> refusals.add(Text.of("host.service-kind", each.name(), service))));
        return components;
    }

    private List<Component> components(String path) {
        List<Component> components = new ArrayList<>();
        for (String file : matching(path)) {
            try {
                components.addAll(Component.in(jar.files().get(file)));
            } catch (IOException broken) {
                refusals.add(Text.of("host.component-unreadable", file));
            }
        }
        if (components.isEmpty()) {
            refusals.add(Text.of("host.component-unreadable", path));
        }
        return components;
    }

    /** The last part of a path may hold stars. */
    private Collection<String> matching(String path) {
        String pattern = java.util.Arrays.stream(path.split("\\*", -1)).map(java.util.regex.Pattern::quote).collect(Collectors.joining("[^/]*"));
        return jar.files().keySet().stream().filter(file -> file.matches(pattern)).toList();
    }

    private List<Script> scripts(String unit) {
        if (unit.isEmpty()) {
            return List.of();
        }
        Set<String> others = new HashSet<>(around.units());
        boolean taken = others.stream().anyMatch(other -> unit.equals(other) || unit.startsWith(other + "_") || other.startsWith(unit + "_"));
        if (taken || !unit.matches("[a-z][a-z0-9_]*")) {
            refusals.add(Text.of("host.unit-of-ours", unit));
        }
        if (!jar.names().contains("META-INF/persistence.xml")) {
            refusals.add(Text.of("host.unit-without-description", unit));
        }
        return jar.files().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(SCRIPTS) && entry.getKey().endsWith(".sql"))
                .map(entry -> script(unit, others, entry))
                .sorted(Comparator.comparing(Script::name))
                .toList();
    }

    private Script script(String unit, Set<String> others, Map.Entry<String, byte[]> file) {
        String sql = new String(file.getValue(), StandardCharsets.UTF_8);
        Script script = Script.of(file.getKey().substring(SCRIPTS.length()), sql);
        if (!script.isNamedRightly()) {
            refusals.add(Text.of("host.script-name", script.name()));
        }
        Script.strangers(sql, unit, others).forEach(table -> refusals.add(Text.of("host.table-of-others", script.name(), table, unit)));
        if (script.shrinks()) {
            warnings.add(Text.of("host.script-shrinks", script.name()));
        }
        return script;
    }
}
