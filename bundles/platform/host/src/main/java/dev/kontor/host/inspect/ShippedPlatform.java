package dev.kontor.host.inspect;

import dev.kontor.host.inspect.Headers.Clause;
import dev.kontor.host.inspect.Surroundings.Exported;
import dev.kontor.host.inspect.Surroundings.Neighbour;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.osgi.framework.Version;

/** The platform as its archive ships it, read from its repository of bundles: what a jar will find where nothing else was installed. */
final class ShippedPlatform {

    private final List<Neighbour> neighbours = new ArrayList<>();
    private final Map<String, String> taken = new HashMap<>();

    private ShippedPlatform() {}

    static Surroundings in(Path repository) throws IOException {
        ShippedPlatform platform = new ShippedPlatform();
        try (Stream<Path> files = Files.walk(repository)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                platform.take(jar);
            }
        }
        platform.neighbours.add(java());
        return new Surroundings(platform.neighbours, platform.taken, Runtime.version().feature());
    }

    private void take(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null || manifest.getMainAttributes().getValue("Bundle-SymbolicName") == null) {
                return;
            }
            Neighbour neighbour = neighbour(manifest);
            neighbours.add(neighbour);
            if (neighbour.name().startsWith("dev.kontor.") && manifest.getMainAttributes().getValue("Service-Component") != null) {
                names(jar, neighbour.name());
            }
        }
    }

    private void names(JarFile jar, String bundle) throws IOException {
        DepartmentIds departments = new DepartmentIds();
        for (var entry : jar.stream().filter(each -> each.getName().startsWith("dev/kontor/") && each.getName().endsWith(".class")).toList()) {
            ClassLook.at(jar.getInputStream(entry).readAllBytes(), (reach, place) -> {}, (kind, id) -> taken.putIfAbsent(id, bundle), departments);
        }
        departments.all().forEach(id -> taken.putIfAbsent(id, bundle));
    }

    private static Neighbour neighbour(Manifest manifest) {
        List<Exported> exports = new ArrayList<>();
        Set<String> imports = new HashSet<>();
        for (Clause clause : Headers.clauses(header(manifest, "Export-Package"))) {
            Version version = Version.parseVersion(clause.attributes().getOrDefault("version", "0"));
            clause.paths().forEach(path -> exports.add(new Exported(path, version)));
        }
        Headers.clauses(header(manifest, "Import-Package")).forEach(clause -> imports.addAll(clause.paths()));
        return new Neighbour(Headers.name(header(manifest, "Bundle-SymbolicName")), false, exports, imports, header(manifest, "Kontor-Unit").strip());
    }

    private static String header(Manifest manifest, String name) {
        String value = manifest.getMainAttributes().getValue(name);
        return value == null ? "" : value;
    }

    /** What the framework exports of the Java machine. */
    private static Neighbour java() {
        List<Exported> exports = ModuleLayer.boot().modules().stream()
                .flatMap(module -> module.getDescriptor().exports().stream())
                .filter(exported -> !exported.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .map(name -> new Exported(name, Version.emptyVersion))
                .toList();
        return new Neighbour("java", false, exports, Set.of(), "");
    }
}
