package ${package};

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A statement on an order. */
@Entity
@Table(name = "${unit}_statement")
public class Statement {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private String verdict;

    private String remarks;

    @Column(name = "given_on")
    private String givenOn;

    @Column(name = "given_by")
    private String givenBy;

    protected Statement() {}

    /** @param id of the task that was done, so that the same work is kept once */
    Statement(String id, String orderNumber, String verdict, String remarks, LocalDate givenOn, String givenBy) {
        this.id = id;
        this.orderNumber = orderNumber;
        this.verdict = verdict;
        this.remarks = remarks;
        this.givenOn = givenOn.toString();
        this.givenBy = givenBy;
    }

    String orderNumber() {
        return orderNumber;
    }

    String verdict() {
        return verdict;
    }

    String remarks() {
        return remarks;
    }

    LocalDate givenOn() {
        return LocalDate.parse(givenOn);
    }

    String givenBy() {
        return givenBy;
    }
}
