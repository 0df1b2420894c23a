package dev.kontor.supervision.score;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** An event behind a score: from here it is one click to the order's journal and to the decision. */
@Entity
@Table(name = "supervision_score_event")
public class ScoreEvent {

    @Id
    private String id;

    @Column(name = "score_id")
    private String score;

    private String name;

    @Column(name = "order_number")
    private String order;

    @Column(name = "happened_at")
    private long at;

    private String kind;

    private int good;

    private String decision;

    private BigDecimal share = BigDecimal.valueOf(100);

    protected ScoreEvent() {}

    public ScoreEvent(Score score, Counts.Event event) {
        this.id = UUID.randomUUID().toString();
        this.score = score.id();
        this.name = event.indicator();
        this.order = event.order().value();
        this.at = event.counted().at().toEpochMilli();
        this.kind = event.counted().kind();
        this.good = event.counted().good() ? 1 : 0;
        this.decision = event.counted().decision();
        this.share = event.counted().share();
    }

    public String name() {
        return name;
    }

    public String order() {
        return order;
    }

    public Instant at() {
        return Instant.ofEpochMilli(at);
    }

    public String kind() {
        return kind;
    }

    public boolean isGood() {
        return good == 1;
    }

    public String decision() {
        return decision;
    }

    /** How much of it counts, in per cent. */
    public BigDecimal share() {
        return share;
    }
}
