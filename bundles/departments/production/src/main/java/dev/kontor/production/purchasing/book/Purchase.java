package dev.kontor.production.purchasing.book;

import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A purchase contract with a supplier for one order (采购合同), and the purchase that follows from it. */
@Entity
@Table(name = "production_purchase")
public class Purchase {

    private static final String AWAITING = "awaiting";
    private static final String PLACED = "placed";
    private static final String REFUSED = "refused";
    private static final String RECEIVED = "received";

    @Id
    private String id;

    private String contract;

    @Column(name = "order_number")
    private String orderNumber;

    private String supplier;

    @Column(name = "signed_on")
    private String signedOn;

    @Column(name = "due_on")
    private String dueOn;

    private BigDecimal amount;

    private String document;

    private String reason;

    private String state = AWAITING;

    @Column(name = "bought_by")
    private String boughtBy;

    @Column(name = "bought_at")
    private long boughtAt;

    @Column(name = "answered_by")
    private String answeredBy = "";

    private String grounds = "";

    @Column(name = "override_reason")
    private String override = "";

    @Column(name = "supplier_by")
    private String supplierBy = "";

    @Column(name = "supplier_grounds")
    private String supplierGrounds = "";

    protected Purchase() {}

    /** @param contract number of the signed purchase contract */
    public Purchase(OrderNumber order, String contract, Supplier supplier, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order.value();
        this.contract = contract;
        this.supplier = supplier.code();
        this.boughtBy = by;
        this.boughtAt = at.toEpochMilli();
    }

    /**
     * @param due day on which the supplier delivers
     * @param filed id of the filed contract
     * @param why this supplier was chosen
     */
    public void agree(LocalDate signed, LocalDate due, Money total, String filed, String why) {
        signedOn = signed.toString();
        dueOn = due.toString();
        amount = total.amount();
        document = filed;
        reason = why;
    }

    public void place() {
        state = PLACED;
    }

    /** Leadership has answered whether it may cost more than the budget. */
    public void answer(boolean allowed, String why, String by) {
        state = allowed ? state : REFUSED;
        grounds = why;
        answeredBy = by;
    }

    /** Why this supplier in spite of what the company holds of it; somebody else may have to answer. */
    public void override(String why) {
        override = why;
    }

    /** A second person has answered whether a supplier that is not approved may be bought from. */
    public void answerSupplier(boolean allowed, String why, String by) {
        state = allowed ? state : REFUSED;
        supplierGrounds = why;
        supplierBy = by;
    }

    /** Nobody has answered about its price. */
    public boolean isPriceOpen() {
        return answeredBy.isEmpty();
    }

    /** Nobody has answered about its supplier. */
    public boolean isSupplierOpen() {
        return supplierBy.isEmpty();
    }

    public String override() {
        return override;
    }

    public void receive() {
        state = RECEIVED;
    }

    /** Waits for an approval to cost more than the budget. */
    public boolean isAwaiting() {
        return state.equals(AWAITING);
    }

    /** Placed, and not everything has come. */
    public boolean isPlaced() {
        return state.equals(PLACED);
    }

    public boolean isRefused() {
        return state.equals(REFUSED);
    }

    public String id() {
        return id;
    }

    public String contract() {
        return contract;
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    public String supplier() {
        return supplier;
    }

    public LocalDate signedOn() {
        return LocalDate.parse(signedOn);
    }

    public LocalDate dueOn() {
        return LocalDate.parse(dueOn);
    }

    public Money amount() {
        return new Money(amount, "CNY");
    }

    public String document() {
        return document;
    }

    public String reason() {
        return reason;
    }

    /** {@code awaiting}, {@code placed}, {@code refused} or {@code received}. */
    public String state() {
        return state;
    }

    public String boughtBy() {
        return boughtBy;
    }

    public String answeredBy() {
        return answeredBy;
    }

    public String grounds() {
        return grounds;
    }
}
