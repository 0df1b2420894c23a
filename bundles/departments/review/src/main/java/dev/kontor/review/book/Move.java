package dev.kontor.review.book;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.SetVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An open round is moved to other versions, because an administrator asked so. */
@Entity
@Table(name = "review_move")
public class Move {

    public static final String UNDER_WAY = "under-way";
    public static final String MOVED = "moved";
    /** The round ended, or somebody gave an opinion in it, before its turn came. */
    public static final String SKIPPED = "skipped";

    @Id
    private String id;

    @Column(name = "round_id")
    private String roundId;

    @Column(name = "order_number")
    private String orderNumber;

    @Column(name = "round_number")
    private int roundNumber;

    private String stage;

    private String stood;

    private String sets;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asked_at")
    private long askedAt;

    private String state = UNDER_WAY;

    @Column(name = "settled_at")
    private long settledAt;

    protected Move() {}

    /** @param stood how the round stood when it was asked for ({@link ReviewBook#stands}) */
    public Move(Round round, String stood, List<SetVersion> to, PersonId by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.roundId = round.id();
        this.orderNumber = round.order();
        this.roundNumber = round.number();
        this.stage = round.stage().kept();
        this.stood = stood;
        this.sets = Sets.kept(to);
        this.askedBy = by.value();
        this.askedAt = at.toEpochMilli();
    }

    public void settle(String how, Instant at) {
        state = how;
        settledAt = at.toEpochMilli();
    }

    public String id() {
        return id;
    }

    public String round() {
        return roundId;
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    public int roundNumber() {
        return roundNumber;
    }

    public Stage stage() {
        return Stage.of(stage);
    }

    public String stood() {
        return stood;
    }

    public List<SetVersion> sets() {
        return Sets.read(sets);
    }

    public PersonId askedBy() {
        return new PersonId(askedBy);
    }

    public Instant askedAt() {
        return Instant.ofEpochMilli(askedAt);
    }

    public String state() {
        return state;
    }

    public boolean isUnderWay() {
        return state.equals(UNDER_WAY);
    }
}
