package dev.kontor.host.inspect;

import dev.kontor.api.text.Text;
import dev.kontor.host.inspect.Headers.Clause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** What a manifest must not say, and what of it nobody could fulfil. */
record ManifestCheck(JarContent jar, Surroundings around, List<Text> refusals) {

    void run() {
        String name = Headers.name(jar.header("Bundle-SymbolicName"));
        if (around.has(name) || around.ours(name).isPresent()) {
            refusals.add(Text.of("host.name-of-ours", name));
        }
        forbidden();
        exports();
        imports();
        requirements();
    }

    private void forbidden() {
        if (!jar.header("DynamicImport-Package").isEmpty()) {
            refusals.add(Text.of("host.dynamic-import", jar.header("DynamicImport-Package")));
        }
        if (!jar.header("Bundle-NativeCode").isEmpty()) {
            refusals.add(Text.of("host.native-code", "Bundle-NativeCode"));
        }
        String host = Headers.name(jar.header("Fragment-Host"));
        if (!host.isEmpty()) {
            refusals.add(Text.of("host.fragment", host));
        }
        for (Clause clause : Headers.clauses(jar.header("Require-Bundle"))) {
            if (!clause.optional()) {
                refusals.add(Text.of("host.requires-bundle", clause.paths().get(0)));
            }
        }
    }

    private void exports() {
        for (String exported : exported()) {
            if (!around.exported(exported).isEmpty() || around.ours(exported).isPresent() || exported.startsWith("java.")) {
                refusals.add(Text.of("host.package-of-ours", exported));
            }
        }
    }

    List<String> exported() {
        return Headers.clauses(jar.header("Export-Package")).stream().flatMap(clause -> clause.paths().stream()).toList();
    }

    private void imports() {
        Set<String> own = new HashSet<>(exported());
        for (Clause clause : Headers.clauses(jar.header("Import-Package"))) {
            for (String wanted : clause.paths()) {
                if (!clause.optional() && !own.contains(wanted)) {
                    imported(wanted, clause.attributes().getOrDefault("version", "0"));
                }
            }
        }
    }

    private void imported(String wanted, String range) {
        List<Version> offered = around.offered(wanted);
        try {
            VersionRange versions = new VersionRange(range);
            if (offered.stream().anyMatch(versions::includes)) {
                return;
            }
        } catch (IllegalArgumentException noRange) {
            refusals.add(Text.of("host.range-unreadable", wanted, range));
            return;
        }
        if (!offered.isEmpty()) {
            String there = offered.stream().map(Version::toString).collect(Collectors.joining(", "));
            refusals.add(Text.of("host.import-range", wanted, range, there));
        } else {
            refusals.add(around.exported(wanted).isEmpty()
                    ? Text.of("host.import-unknown", wanted)
                    : Text.of("host.import-inside", wanted));
        }
    }

    /** The Java that it wants; services come and go and keep nothing from resolving. */
    private void requirements() {
        for (Clause clause : Headers.clauses(jar.header("Require-Capability"))) {
            String filter = clause.directives().getOrDefault("filter", "");
            boolean needed = !clause.optional() && clause.directives().getOrDefault("effective", "resolve").equals("resolve");
            if (needed && clause.paths().contains("osgi.ee") && !filter.isEmpty() && !runsOn(filter)) {
                refusals.add(Text.of("host.java-too-old", filter, around.java()));
            } else if (needed && !Set.of("osgi.ee", "osgi.extender").contains(clause.paths().get(0))) {
                refusals.add(Text.of("host.capability-unknown", clause.paths().get(0), filter));
            }
        }
    }

    private boolean runsOn(String filter) {
        List<String> editions = new ArrayList<>(List.of("1.8"));
        for (int version = 9; version <= around.java(); version++) {
            editions.add("" + version);
        }
        try {
            var wanted = FrameworkUtil.createFilter(filter);
            return editions.stream().anyMatch(edition ->
                    wanted.matches(java.util.Map.of("osgi.ee", "JavaSE", "version", new Version(edition))));
        } catch (InvalidSyntaxException noFilter) {
            return false;
        }
    }
}
