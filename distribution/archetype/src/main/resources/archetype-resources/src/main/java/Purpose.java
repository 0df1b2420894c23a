package ${package};

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What an order is for. */
@Entity
@Table(name = "${unit}_purpose")
public class Purpose {

    @Id
    @Column(name = "order_number")
    private String orderNumber;

    private String purpose;

    protected Purpose() {}

    Purpose(String orderNumber, String purpose) {
        this.orderNumber = orderNumber;
        this.purpose = purpose;
    }

    String words() {
        return purpose;
    }
}
