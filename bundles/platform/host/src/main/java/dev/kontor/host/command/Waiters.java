package dev.kontor.host.command;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.department.Roster;
import dev.kontor.api.text.Text;
import dev.kontor.host.run.JarLook;
import dev.kontor.host.shelf.BundleShelf;
import dev.kontor.host.shelf.KeptBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What waits for a bundle's departments: orders that have it written down, and every decision that their rules take part in.
 *
 * @param live ids that the departments of a bundle which runs say, by its name: not every id is a constant of the jar
 */
record Waiters(BundleShelf shelf, JarLook look, Roster roster, Function<String, Set<String>> live) {

    private static final String RULE_SET = "rule-set";

    Text say(KeptBundle kept) {
        Set<String> departments = new TreeSet<>(look.at(shelf.content(kept.digest()), kept.file()).departments());
        departments.addAll(live.apply(kept.name()));
        int orders = departments.stream().mapToInt(department -> roster.waitingFor(new DepartmentId(department))).sum();
        Text waits = orders == 0 ? Text.of("host.nothing-waits") : Text.of("host.waits", orders);
        String points = roster.members().stream()
                .filter(member -> member.kind().equals(RULE_SET))
                .map(member -> member.name().split("/", 2))
                .filter(name -> departments.contains(name[0]) && name[1].contains("."))
                .map(name -> name[1].replace('.', '/'))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return points.isEmpty() ? waits : Text.of("host.stands-still", waits, points);
    }
}
