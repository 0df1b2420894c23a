package dev.kontor.production.purchasing.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Who may be bought from (供应商), as long as the company approves of it. */
@Entity
@Table(name = "production_supplier")
public class Supplier {

    private static final String PROPOSED = "proposed";
    private static final String APPROVED = "approved";
    private static final String BARRED = "barred";

    @Id
    private String code;

    private String name;

    private String contact;

    private String state = PROPOSED;

    @Column(name = "approved_until")
    private String approvedUntil = "";

    private String reason = "";

    @Column(name = "decided_by")
    private String decidedBy = "";

    @Column(name = "decided_at")
    private long decidedAt;

    private BigDecimal score;

    private long version;

    protected Supplier() {}

    /** 1 to 32 capitals, digits, hyphens and ampersands, the first a capital or digit: as vendors are numbered elsewhere, too. */
    public static boolean isCode(String written) {
        return written.matches("[A-Z0-9][A-Z0-9&-]{0,31}");
    }

    public Supplier(String code, String name, String contact) {
        this.code = code;
        describe(name, contact);
    }

    public final void describe(String newName, String newContact) {
        name = newName;
        contact = newContact;
        version++;
    }

    /** @param until its last day */
    public void approve(LocalDate until, String why, String by, Instant at) {
        decide(APPROVED, until.toString(), why, by, at);
    }

    public void bar(String why, String by, Instant at) {
        decide(BARRED, "", why, by, at);
    }

    private void decide(String newState, String until, String why, String by, Instant at) {
        state = newState;
        approvedUntil = until;
        reason = why;
        decidedBy = by;
        decidedAt = at.toEpochMilli();
        version++;
    }

    public void score(BigDecimal latest) {
        score = latest;
    }

    /** Whether it may be bought from on the day. */
    public boolean isApproved(LocalDate on) {
        return state.equals(APPROVED) && approvedUntil.compareTo(on.toString()) >= 0;
    }

    public boolean isBarred() {
        return state.equals(BARRED);
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String contact() {
        return contact;
    }

    /** {@code proposed}, {@code approved} or {@code barred}. */
    public String state() {
        return state;
    }

    /** The last day of its approval; empty when it has none. */
    public Optional<LocalDate> approvedUntil() {
        return Optional.of(approvedUntil.strip()).filter(day -> !day.isEmpty()).map(LocalDate::parse);
    }

    public String reason() {
        return reason;
    }

    public String decidedBy() {
        return decidedBy;
    }

    /** Of its latest evaluation, 0 to 100; empty before the first. */
    public Optional<BigDecimal> score() {
        return Optional.ofNullable(score);
    }

    public long version() {
        return version;
    }
}
