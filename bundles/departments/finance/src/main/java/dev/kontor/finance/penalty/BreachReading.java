package dev.kontor.finance.penalty;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Finance has read the breach clauses of a revision: what they agree for lateness is entered, or it is nothing. */
@Entity
@Table(name = "finance_breach_reading")
public class BreachReading {

    @Id
    @Column(name = "order_number")
    private String orderNumber;

    private int revision;

    private int nothing;

    @Column(name = "read_by")
    private String readBy = "";

    @Column(name = "read_at")
    private long readAt;

    protected BreachReading() {}

    BreachReading(OrderNumber order) {
        this.orderNumber = order.value();
    }

    /** @param nothingAgreed the clauses agree on no penalty */
    void read(OrderFile file, boolean nothingAgreed) {
        revision = file.order().orElseThrow().revision();
        nothing = nothingAgreed ? 1 : 0;
        readBy = file.actor().id().value();
        readAt = file.now().toEpochMilli();
    }

    int revision() {
        return revision;
    }

    boolean isNothing() {
        return nothing == 1;
    }

    String readBy() {
        return readBy;
    }
}
