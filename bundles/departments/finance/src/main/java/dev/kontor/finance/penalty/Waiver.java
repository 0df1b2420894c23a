package dev.kontor.finance.penalty;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A penalty, or part of it, that nobody asks for any more. */
@Entity
@Table(name = "finance_penalty_waiver")
public class Waiver extends PenaltyProposal {

    private String side;

    protected Waiver() {}

    Waiver(OrderFile file, Side side, Money amount, String reason) {
        super(file, amount, reason);
        this.side = side.value();
    }

    Side side() {
        return Side.of(side);
    }
}
