package dev.kontor.review.book;

import dev.kontor.api.order.Order;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.review.Judged;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One round of a review over one revision, on the rule versions it began with, or was moved to (审核轮次). */
@Entity
@Table(name = "review_round")
public class Round {

    public static final String OPEN = "open";
    public static final String CLEARED = "cleared";
    public static final String OBJECTED = "objected";
    public static final String RECALLED = "recalled";
    /** A later revision came while the round was open. */
    public static final String SUPERSEDED = "superseded";
    /** The draft was signed or dropped while its contract review was open. */
    public static final String ENDED = "ended";

    @Id
    private String id;

    private String stage;

    @Column(name = "order_number")
    private String orderNumber;

    @Column(name = "round_number")
    private int roundNumber;

    private int revision;

    private String state = OPEN;

    @Column(name = "opened_at")
    private long openedAt;

    @Column(name = "closed_at")
    private long closedAt;

    private String decision;

    private String sets;

    @Column(name = "file_digest")
    private String fileDigest;

    @Column(name = "content_digest")
    private String contentDigest;

    protected Round() {}

    public Round(Stage stage, Order order, int number, Instant openedAt, Decision decision) {
        Judged judged = Judged.of(order);
        this.id = UUID.randomUUID().toString();
        this.stage = stage.kept();
        this.orderNumber = order.number().value();
        this.roundNumber = number;
        this.revision = order.revision();
        this.fileDigest = judged.file();
        this.contentDigest = judged.content();
        this.openedAt = openedAt.toEpochMilli();
        this.decision = decision.id();
        this.sets = Sets.kept(decision.sets());
    }

    /** It stands on the versions of another decision from now on. */
    public void move(Decision moved) {
        decision = moved.id();
        sets = Sets.kept(moved.sets());
    }

    public void close(String how, Instant at) {
        state = how;
        closedAt = at.toEpochMilli();
    }

    public String id() {
        return id;
    }

    public String order() {
        return orderNumber;
    }

    public Stage stage() {
        return Stage.of(stage);
    }

    /** Which contract it judged. */
    public Judged judged() {
        return new Judged(fileDigest, contentDigest);
    }

    /** Counted within its stage. */
    public int number() {
        return roundNumber;
    }

    public int revision() {
        return revision;
    }

    public String state() {
        return state;
    }

    public boolean isOpen() {
        return state.equals(OPEN);
    }

    public Instant openedAt() {
        return Instant.ofEpochMilli(openedAt);
    }

    public Optional<Instant> closedAt() {
        return closedAt > 0 ? Optional.of(Instant.ofEpochMilli(closedAt)) : Optional.empty();
    }

    public String decision() {
        return decision;
    }

    /** The versions that it began with, or was moved to. */
    public List<SetVersion> sets() {
        return Sets.read(sets);
    }
}
