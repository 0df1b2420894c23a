package dev.kontor.finance.penalty;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What the company owes as a penalty, or part of it, and the customer keeps back from an instalment (抵扣). */
@Entity
@Table(name = "finance_set_off")
public class SetOff extends PenaltyProposal {

    private int position;

    private String agreement;

    protected SetOff() {}

    /**
     * @param position of the instalment that it is kept back from
     * @param agreement id of the document that both sides have signed
     */
    SetOff(OrderFile file, int position, Money amount, String agreement, String reason) {
        super(file, amount, reason);
        this.position = position;
        this.agreement = agreement;
    }

    public int position() {
        return position;
    }

    String agreement() {
        return agreement;
    }
}
