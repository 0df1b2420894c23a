package dev.kontor.host.inspect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Version;

/**
 * What is there already when a bundle comes.
 *
 * @param neighbours every other bundle, the framework too
 * @param taken ids of departments, commands and pages, each with the symbolic name of the bundle that has it
 * @param java the Java that runs: 17
 */
public record Surroundings(List<Neighbour> neighbours, Map<String, String> taken, int java) {

    /**
     * @param partner whether it came through this door
     * @param exports packages with their versions
     * @param unit of its tables; empty if it has none
     */
    public record Neighbour(
            String name, boolean partner, List<Exported> exports, Set<String> imports, String unit) {}

    /** A package as somebody exports it. */
    public record Exported(String name, Version version) {}

    public Surroundings {
        neighbours = List.copyOf(neighbours);
        taken = Map.copyOf(taken);
    }

    /** As a bundle of this name finds them, of which an older version may be there. */
    Surroundings without(String name) {
        return new Surroundings(
                neighbours.stream().filter(each -> !each.partner() || !each.name().equals(name)).toList(),
                taken.entrySet().stream()
                        .filter(entry -> !entry.getValue().equals(name))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                java);
    }

    List<Exported> exported(String name) {
        return neighbours.stream().flatMap(each -> each.exports().stream()).filter(each -> each.name().equals(name)).toList();
    }

    /** What partners may import of it: of the platform what is shared, of other partners all. */
    List<Version> offered(String name) {
        return neighbours.stream()
                .filter(each -> each.partner() || Shared.offers(name))
                .flatMap(each -> each.exports().stream())
                .filter(each -> each.name().equals(name))
                .map(Exported::version)
                .toList();
    }

    Set<String> units() {
        return neighbours.stream().map(Neighbour::unit).filter(unit -> !unit.isEmpty()).collect(Collectors.toSet());
    }

    /** The bundle of ours that this name, or one above it, belongs to. */
    Optional<String> ours(String name) {
        return neighbours.stream()
                .filter(each -> !each.partner() && each.name().startsWith("dev.kontor."))
                .map(Neighbour::name)
                .filter(each -> name.equals(each) || name.startsWith(each + "."))
                .findFirst();
    }

    /** Who has a bundle of this name already. */
    boolean has(String name) {
        return neighbours.stream().anyMatch(each -> each.name().equals(name));
    }

    /** Who imports one of these packages and would be wired anew. */
    List<String> importers(List<String> packages) {
        return neighbours.stream()
                .filter(each -> each.imports().stream().anyMatch(packages::contains))
                .map(Neighbour::name)
                .sorted()
                .toList();
    }
}
