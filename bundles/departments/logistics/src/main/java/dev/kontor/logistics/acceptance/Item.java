package dev.kontor.logistics.acceptance;

import dev.kontor.api.order.Acceptance;
import dev.kontor.api.rule.ReasonWords;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One item of an acceptance's checklist, made from the order's revision in force. */
@Entity
@Table(name = "logistics_item")
public class Item {

    /**
     * What is to be looked at.
     *
     * @param serial of the machine; empty for what concerns the shipment
     * @param kind {@code model}, {@code quantity}, {@code parameter}, {@code accessory}, {@code undamaged} or {@code rule}
     * @param name of the parameter or accessory, or what the rules call it; may be empty
     * @param expected what the contract says
     * @param reason why rules added it; empty words for an item of the regulation
     */
    public record Asked(String serial, String kind, String name, String expected, ReasonWords reason) {}

    private static final int MOST = 2000;

    public static final String RIGHT = "right";
    public static final String WRONG = "wrong";
    /** It was wrong, and the customer's objection to it is settled. */
    public static final String SETTLED = "settled";

    @Id
    private String id;

    /** Id of the shipment, or of the pre-acceptance, which has none. */
    @Column(name = "shipment_id")
    private String subject;

    private String acceptance;

    private int revision;

    private int position;

    private String serial;

    private String kind;

    private String name;

    private String expected;

    @Column(name = "reason_en")
    private String reasonEn;

    @Column(name = "reason_zh")
    private String reasonZh;

    private String finding = "";

    private String remark = "";

    @Column(name = "found_by")
    private String foundBy = "";

    @Column(name = "found_at")
    private long foundAt;

    protected Item() {}

    /** @param subject id of the shipment, or of the pre-acceptance */
    public Item(String subject, Acceptance acceptance, int revision, int position, Asked asked) {
        this.id = UUID.randomUUID().toString();
        this.subject = subject;
        this.acceptance = acceptance.word();
        this.revision = revision;
        this.position = position;
        this.serial = asked.serial();
        this.kind = asked.kind();
        this.name = cut(asked.name());
        this.expected = cut(asked.expected());
        this.reasonEn = cut(asked.reason().english());
        this.reasonZh = cut(asked.reason().chinese());
    }

    /** Rules may say more than there is room for. */
    private static String cut(String words) {
        return words.substring(0, Math.min(words.length(), MOST));
    }

    /** @param how {@link #RIGHT}, {@link #WRONG} or {@link #SETTLED} */
    public void find(String how, String words, String by, Instant at) {
        finding = how;
        remark = words;
        foundBy = by;
        foundAt = at.toEpochMilli();
    }

    /** The customer is satisfied: wrong again is another objection. */
    void settle() {
        finding = SETTLED;
    }

    /** Takes over what was found of the same item when the order had another revision. */
    public void keep(Item before) {
        finding = before.finding;
        remark = before.remark;
        foundBy = before.foundBy;
        foundAt = before.foundAt;
    }

    public Asked asked() {
        return new Asked(serial, kind, name, expected, new ReasonWords(reasonEn, reasonZh));
    }

    public String id() {
        return id;
    }

    public int revision() {
        return revision;
    }

    /** 1 for the first of its shipment and revision. */
    public int position() {
        return position;
    }

    public boolean isChecked() {
        return !finding.isEmpty();
    }

    public boolean isWrong() {
        return finding.equals(WRONG);
    }

    /** Empty while nobody has looked. */
    public String finding() {
        return finding;
    }

    public String remark() {
        return remark;
    }

    public String foundBy() {
        return foundBy;
    }
}
