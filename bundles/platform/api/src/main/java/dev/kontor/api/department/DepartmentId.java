package dev.kontor.api.department;

import java.util.Set;
import java.util.regex.Pattern;

/** The name of a department, {@code review}. Shown to people by the message {@code department.<id>}. */
public record DepartmentId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]*");
    private static final Set<String> RESERVED = Set.of(
            // addresses that the console answers itself, whatever page there is
            "api", "assets", "bell", "do", "documents", "events", "export", "health", "language", "nav", "parcels", "sign-in", "sign-out",
            "suggest", "upload",
            // departments that ship, and what else begins names of roles, tasks, commands, tables and words of the platform
            "accounts", "admin", "aftersales", "archive", "audit", "bundles", "calendars", "company", "console", "contract", "customers",
            "delegations", "entry", "finance", "host", "kernel", "legal", "logistics", "machines", "models", "notes", "notices", "orders",
            "production", "rest", "review", "roles", "roster", "rules", "sales", "search", "store", "supervision", "tasks", "wall");

    public DepartmentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("The department (%s) must be lower-case letters and -.".formatted(value));
        }
    }

    /** Whether the platform keeps this name for itself, so that no partner's department can have it. */
    public static boolean isReserved(String id) {
        return RESERVED.contains(id);
    }

    @Override
    public String toString() {
        return value;
    }
}
