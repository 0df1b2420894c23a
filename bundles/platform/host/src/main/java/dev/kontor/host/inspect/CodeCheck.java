package dev.kontor.host.inspect;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.text.Text;
import dev.kontor.host.inspect.ClassLook.Offered;
import dev.kontor.host.inspect.Inspection.Places;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every class of a jar, looked at without being loaded. */
final class CodeCheck {

    private static final int SHOWN = 5;
    /** Where libraries look for classes of their types in every bundle, past the service registry. */
    private static final String SERVICES = "META-INF/services/";

    private final Map<Reach, Set<String>> reached = new EnumMap<>(Reach.class);
    private final Map<Offered, Set<String>> offered = new EnumMap<>(Offered.class);
    private final DepartmentIds departments = new DepartmentIds();
    private final Set<String> packages = new TreeSet<>();
    private final Set<String> types = new HashSet<>();
    private final List<Text> refusals = new ArrayList<>();
    private final List<String> offeredPast;

    CodeCheck(JarContent jar) {
        offeredPast = jar.names().stream().filter(name -> name.startsWith(SERVICES) && name.length() > SERVICES.length()).sorted().toList();
        jar.files().forEach((name, content) -> {
            if (name.endsWith(".class") && !name.endsWith("module-info.class")) {
                look(name, content);
            }
        });
        jar.names().stream()
                .filter(name -> name.matches(".*\\.(so|dll|dylib|jnilib)"))
                .findFirst()
                .ifPresent(name -> refusals.add(Text.of("host.native-code", name)));
    }

    private void look(String name, byte[] content) {
        String path = name.substring(name.lastIndexOf('!') + 1).replaceFirst("^/", "").replaceFirst("^META-INF/versions/\\d+/", "");
        types.add(path.substring(0, path.length() - ".class".length()).replace('/', '.'));
        packages.add(path.contains("/") ? path.substring(0, path.lastIndexOf('/')).replace('/', '.') : "");
        try {
            ClassLook.at(content,
                    (reach, place) -> reached.computeIfAbsent(reach, any -> new LinkedHashSet<>()).add(place),
                    (kind, id) -> offered.computeIfAbsent(kind, any -> new TreeSet<>()).add(id),
                    departments);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notRead) {
            refusals.add(Text.of("host.class-unreadable", name));
        }
    }

    List<Text> refusals(Surroundings around, Set<String> roots) {
        List<Text> all = new ArrayList<>(refusals);
        reached.forEach((reach, places) -> {
            if (reach.refused()) {
                all.add(Text.of("host.reach-refused", reach(reach), places.iterator().next(), places.size()));
            }
        });
        offeredPast.stream()
                .filter(name -> !has(name.substring(SERVICES.length())))
                .forEach(name -> all.add(Text.of("host.service-file", name)));
        packages.stream()
                .filter(name -> around.ours(name).isPresent() || name.startsWith("java."))
                .forEach(name -> all.add(Text.of("host.package-of-ours", name)));
        Set<String> names = new LinkedHashSet<>(departments());
        names.addAll(paths());
        names.stream().filter(around.taken()::containsKey)
                .forEach(id -> all.add(Text.of("host.id-of-ours", id, around.taken().get(id))));
        departments().stream()
                .filter(id -> DepartmentId.isReserved(id) && !around.taken().containsKey(id))
                .forEach(id -> all.add(Text.of("host.id-reserved", id)));
        paths().stream()
                .filter(path -> !around.taken().containsKey(path))
                .filter(path -> !Roots.cover(roots, path))
                .forEach(path -> all.add(Text.of("host.path-of-others", path, String.join(", ", roots))));
        return all;
    }

    /** What a sentence calls it. */
    static Text reach(Reach reach) {
        return Text.of("host.reach." + reach.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    /** Whether the type is the jar's own. */
    boolean has(String type) {
        return types.contains(type);
    }

    Set<String> departments() {
        return departments.all();
    }

    /** Commands and pages. */
    Set<String> paths() {
        Set<String> paths = new TreeSet<>(offered.getOrDefault(Offered.COMMAND, Set.of()));
        paths.addAll(offered.getOrDefault(Offered.PAGE, Set.of()));
        return paths;
    }

    Map<Reach, Places> reaches() {
        Map<Reach, Places> reaches = new TreeMap<>();
        reached.forEach((reach, places) -> reaches.put(reach, new Places(places.size(), places.stream().limit(SHOWN).toList())));
        return reaches;
    }
}
