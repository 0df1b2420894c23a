package dev.kontor.api.people;

/**
 * What somebody may do, {@code sales.head}: a department and a duty. An open set; a bundle brings its own.
 * Shown to people by the message {@code role.<name>}.
 */
public record Role(String value) {

    public static final Role SALES_REP = new Role("sales.rep");
    public static final Role SALES_HEAD = new Role("sales.head");
    public static final Role LEADERSHIP = new Role("company.leadership");
    public static final Role PRODUCTION_REVIEWER = new Role("production.reviewer");
    public static final Role FINANCE_REVIEWER = new Role("finance.reviewer");
    public static final Role FINANCE_CREDIT = new Role("finance.credit");
    public static final Role LEGAL_REVIEWER = new Role("legal.reviewer");
    /** Changes rule files. Holds no business role. */
    public static final Role RULE_ADMINISTRATOR = new Role("admin.rules");
    /** Runs the platform: roster, calendars, bundles. Holds no business role. */
    public static final Role SYSTEM_ADMINISTRATOR = new Role("admin.system");
    /** Grants roles. Holds no business role. */
    public static final Role SECURITY_ADMINISTRATOR = new Role("admin.security");
    /** Reads everything and changes nothing. */
    public static final Role AUDITOR = new Role("audit.reader");

    public Role {
        if (!value.matches("[a-z][a-z-]*\\.[a-z][a-z-]*")) {
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
