package dev.kontor.api.people;

import java.util.regex.Pattern;

/**
 * What somebody may do, {@code sales.head}: a department and a duty. An open set; a bundle brings its own.
 * Shown to people by the message {@code role.<name>}.
 */
public record Role(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]*\\.[a-z][a-z-]*");

    public static final Role SALES_REP = new Role("sales.rep");
    public static final Role SALES_HEAD = new Role("sales.head");
    public static final Role LEADERSHIP = new Role("company.leadership");
    public static final Role PRODUCTION_REVIEWER = new Role("production.reviewer");
    /** Plans production, reports its progress and gives serial numbers. */
    public static final Role PRODUCTION_PLANNER = new Role("production.planner");
    public static final Role PRODUCTION_PURCHASER = new Role("production.purchaser");
    public static final Role PRODUCTION_INSPECTOR = new Role("production.inspector");
    public static final Role LOGISTICS_CLERK = new Role("logistics.clerk");
    public static final Role FINANCE_REVIEWER = new Role("finance.reviewer");
    public static final Role FINANCE_CREDIT = new Role("finance.credit");
    /** Receipts, invoices, dunning, settlement. */
    public static final Role FINANCE_CLERK = new Role("finance.clerk");
    public static final Role LEGAL_REVIEWER = new Role("legal.reviewer");
    public static final Role AFTERSALES_ENGINEER = new Role("aftersales.engineer");
    /** The dedicated person who keeps the archive. */
    public static final Role ARCHIVIST = new Role("archive.archivist");
    /** One of the supervision group, who inspects and never handled what they inspect. */
    public static final Role SUPERVISOR = new Role("supervision.inspector");
    /** Changes rule files. Holds no business role. */
    public static final Role RULE_ADMINISTRATOR = new Role("admin.rules");
    /** Runs the platform: roster, calendars, bundles. Holds no business role. */
    public static final Role SYSTEM_ADMINISTRATOR = new Role("admin.system");
    /** Grants roles. Holds no business role. */
    public static final Role SECURITY_ADMINISTRATOR = new Role("admin.security");
    /** Reads everything and changes nothing. */
    public static final Role AUDITOR = new Role("audit.reader");

    public Role {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("The role (%s) must look like sales.head.".formatted(value));
        }
    }

    /** Whether this is one of the three administrators, who see no order content. */
    public boolean isAdministrator() {
        return value.startsWith("admin.");
    }

    @Override
    public String toString() {
        return value;
    }
}
