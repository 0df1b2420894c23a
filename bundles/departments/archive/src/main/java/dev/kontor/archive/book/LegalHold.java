package dev.kontor.archive.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** While it stands nothing of the volume is destroyed (停止销毁). Released, it stays to be seen. */
@Entity
@Table(name = "archive_hold")
public class LegalHold {

    @Id
    private String id;

    private String volume;

    @Column(name = "order_number")
    private String orderNumber;

    private String reason;

    @Column(name = "set_by")
    private String setBy;

    @Column(name = "set_at")
    private long setAt;

    @Column(name = "release_reason")
    private String releaseReason = "";

    @Column(name = "released_by")
    private String releasedBy = "";

    @Column(name = "released_at")
    private long releasedAt;

    protected LegalHold() {}

    /** @param volume at which it was set; it stands for every volume of its order, those to come included */
    public LegalHold(Volume volume, String reason, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.volume = volume.id();
        this.orderNumber = volume.order().value();
        this.reason = reason;
        this.setBy = by;
        this.setAt = at.toEpochMilli();
    }

    public void release(String why, String by, Instant at) {
        releaseReason = why;
        releasedBy = by;
        releasedAt = at.toEpochMilli();
    }

    public boolean stands() {
        return releasedAt == 0;
    }

    public String id() {
        return id;
    }

    public String reason() {
        return reason;
    }

    public String setBy() {
        return setBy;
    }

    public Instant setAt() {
        return Instant.ofEpochMilli(setAt);
    }

    public String releaseReason() {
        return releaseReason;
    }

    public String releasedBy() {
        return releasedBy;
    }
}
