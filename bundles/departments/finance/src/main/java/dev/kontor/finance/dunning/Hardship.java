package dev.kontor.finance.dunning;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The customer cannot pay an instalment (付款困难): sales reports it with a plan, finance gives its opinion, leadership decides
 * . Never deleted.
 */
@Entity
@Table(name = "finance_hardship")
public class Hardship {

    /** Paid later, on a day that is agreed. */
    public static final String RESCHEDULE = "reschedule";
    /** Secured by a guarantee, a pledge or somebody else's word. */
    public static final String SECURE = "secure";
    /** Nothing is delivered to the customer until it is paid. */
    public static final String STOP = "stop";
    /** No plan: dunning goes on as before. */
    public static final String NONE = "none";

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private String customer;

    private int position;

    private String said;

    @Column(name = "proposed_plan")
    private String proposedPlan;

    @Column(name = "proposed_on")
    private String proposedOn;

    @Column(name = "reported_by")
    private String reportedBy;

    @Column(name = "reported_at")
    private long reportedAt;

    private String opinion = "";

    @Column(name = "opinion_by")
    private String opinionBy = "";

    @Column(name = "decided_plan")
    private String decidedPlan = "";

    @Column(name = "decided_on")
    private String decidedOn = "";

    private String remarks = "";

    @Column(name = "decided_by")
    private String decidedBy = "";

    @Column(name = "decided_at")
    private long decidedAt;

    protected Hardship() {}

    /** @param day on which the customer could pay, where the plan is to reschedule */
    Hardship(OrderFile file, int position, String said, String plan, Optional<LocalDate> day) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = file.number().value();
        this.customer = file.order().orElseThrow().customer().value();
        this.position = position;
        this.said = said;
        this.proposedPlan = plan;
        this.proposedOn = day.map(LocalDate::toString).orElse("");
        this.reportedBy = file.actor().id().value();
        this.reportedAt = file.now().toEpochMilli();
    }

    void judge(String words, OrderFile file) {
        opinion = words;
        opinionBy = file.actor().id().value();
    }

    void decide(String plan, Optional<LocalDate> day, String words, OrderFile file) {
        decidedPlan = plan;
        decidedOn = day.map(LocalDate::toString).orElse("");
        remarks = words;
        decidedBy = file.actor().id().value();
        decidedAt = file.now().toEpochMilli();
    }

    public String id() {
        return id;
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    public int position() {
        return position;
    }

    public String said() {
        return said;
    }

    public String proposedPlan() {
        return proposedPlan;
    }

    public Optional<LocalDate> proposedOn() {
        return day(proposedOn);
    }

    public String reportedBy() {
        return reportedBy;
    }

    public Instant reportedAt() {
        return Instant.ofEpochMilli(reportedAt);
    }

    public String opinion() {
        return opinion;
    }

    public String opinionBy() {
        return opinionBy;
    }

    public boolean isDecided() {
        return decidedAt != 0;
    }

    public String decidedPlan() {
        return decidedPlan;
    }

    public Optional<LocalDate> decidedOn() {
        return day(decidedOn);
    }

    public String remarks() {
        return remarks;
    }

    public String decidedBy() {
        return decidedBy;
    }

    private static Optional<LocalDate> day(String written) {
        return written.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(written));
    }
}
