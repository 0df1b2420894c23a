package dev.kontor.kernel.people;

import dev.kontor.api.people.Role;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which duties one person may hold together: business, administration and audit are apart (三员分立). */
final class Duties {

    static final Role IMPORTER = new Role("entry.importer");
    private static final Set<Role> GATES =
            Set.of(Role.SALES_HEAD, Role.LEADERSHIP, Role.FINANCE_CREDIT, Role.PRODUCTION_INSPECTOR, Role.SECURITY_ADMINISTRATOR);

    /** Roles that are always offered for a grant, besides those already held by somebody. */
    static final List<Role> KNOWN = List.of(
            Role.SALES_REP, Role.SALES_HEAD, Role.PRODUCTION_REVIEWER, Role.PRODUCTION_PLANNER, Role.PRODUCTION_PURCHASER,
            Role.PRODUCTION_INSPECTOR, Role.LOGISTICS_CLERK, Role.FINANCE_REVIEWER, Role.FINANCE_CREDIT, Role.FINANCE_CLERK,
            Role.LEGAL_REVIEWER, Role.AFTERSALES_ENGINEER, Role.ARCHIVIST, Role.LEADERSHIP, IMPORTER, Role.SUPERVISOR, Role.AUDITOR,
            Role.RULE_ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);

    private enum Side {
        BUSINESS,
        ADMINISTRATION,
        AUDIT,
        /** Brings data in without judging it: goes with any. */
        EITHER
    }

    private Duties() {}

    /** A role that decides at a gate, or makes those who do: a second administrator has to confirm its grant. */
    static boolean passesGates(Role role) {
        return GATES.contains(role) || role.value().endsWith(".reviewer");
    }

    static boolean agree(Collection<Role> roles) {
        return roles.stream().map(Duties::side).filter(side -> side != Side.EITHER).distinct().count() <= 1;
    }

    /** Roles of business can be lent for a time; administration and audit are granted, never lent. */
    static boolean canBeLent(Role role) {
        return side(role) == Side.BUSINESS;
    }

    private static Side side(Role role) {
        if (role.isAdministrator()) {
            return Side.ADMINISTRATION;
        }
        if (role.equals(Role.AUDITOR) || role.equals(Role.SUPERVISOR)) {
            return Side.AUDIT;
        }
        return role.equals(IMPORTER) ? Side.EITHER : Side.BUSINESS;
    }
}
