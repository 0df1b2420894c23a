package dev.kontor.review.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One item of the checklist as it was when the preliminary review was passed. */
@Entity
@Table(name = "review_finding")
public class Finding {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int revision;

    private String item;

    @Column(name = "by_rules")
    private String byRules;

    @Column(name = "by_head")
    private String byHead;

    @Column(name = "reason_en")
    private String reasonEn;

    @Column(name = "reason_zh")
    private String reasonZh;

    private String approval;

    protected Finding() {}

    /** @param approval the id of the special approval that let a failing item pass; empty if none was needed */
    public Finding(
            String order, int revision, String item, String byRules, String byHead, String reasonEn, String reasonZh, String approval) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order;
        this.revision = revision;
        this.item = item;
        this.byRules = byRules;
        this.byHead = byHead;
        this.reasonEn = reasonEn;
        this.reasonZh = reasonZh;
        this.approval = approval;
    }

    public int revision() {
        return revision;
    }

    public String item() {
        return item;
    }

    /** {@code passed}, {@code failed}, or {@code none} when no rule speaks of the item. */
    public String byRules() {
        return byRules;
    }

    public String byHead() {
        return byHead;
    }

    public String reasonEn() {
        return reasonEn;
    }

    public String reasonZh() {
        return reasonZh;
    }

    public String approval() {
        return approval;
    }
}
