package dev.kontor.finance.penalty;

import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What the breach clause of an order says about one side's lateness, entered by finance from the contract. */
@Entity
@Table(name = "finance_penalty_term")
public class PenaltyTerm {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private String side;

    private String clause = "";

    @Column(name = "per_mille")
    private BigDecimal perMille = BigDecimal.ZERO;

    @Column(name = "cap_percent")
    private BigDecimal capPercent = BigDecimal.ZERO;

    @Column(name = "grace_days")
    private int graceDays;

    @Column(name = "grace_counts")
    private int graceCounts;

    @Column(name = "ends_with")
    private String endsWith = "";

    @Column(name = "by_part")
    private int byPart;

    @Column(name = "set_by")
    private String setBy = "";

    @Column(name = "set_at")
    private long setAt;

    protected PenaltyTerm() {}

    PenaltyTerm(OrderNumber order, Side side) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order.value();
        this.side = side.value();
    }

    /** @param contractClause the number of the term in the contract */
    void agree(String contractClause, Accrual.Rate rate, String by, Instant at) {
        clause = contractClause;
        perMille = rate.perMille();
        capPercent = rate.capPercent();
        graceDays = rate.graceDays();
        graceCounts = rate.graceCounts() ? 1 : 0;
        setBy = by;
        setAt = at.toEpochMilli();
    }

    /**
     * Of late delivery.
     *
     * @param end by what the goods count as delivered
     * @param each the late machines alone count, otherwise the whole order does until the last of them
     */
    void deliver(MilestoneName end, boolean each) {
        endsWith = end.value();
        byPart = each ? 1 : 0;
    }

    Side side() {
        return Side.of(side);
    }

    String clause() {
        return clause;
    }

    Accrual.Rate rate() {
        return new Accrual.Rate(perMille, capPercent, graceDays, graceCounts == 1);
    }

    MilestoneName end() {
        return new MilestoneName(endsWith);
    }

    boolean isByPart() {
        return byPart == 1;
    }
}
