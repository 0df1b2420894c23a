package dev.kontor.host.inspect;

import dev.kontor.api.department.DepartmentId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** With what the commands and pages of a bundle begin: its departments' ids, and the last part of its name. */
public final class Roots {

    private Roots() {}

    /** @param taken what others call theirs */
    public static Set<String> of(Set<String> departments, String bundle, Map<String, String> taken) {
        Set<String> roots = new TreeSet<>(departments);
        String last = bundle.substring(bundle.lastIndexOf('.') + 1);
        if (!taken.containsKey(last) && !DepartmentId.isReserved(last)) {
            roots.add(last);
        }
        return roots;
    }

    public static boolean cover(Set<String> roots, String path) {
        return roots.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }
}
