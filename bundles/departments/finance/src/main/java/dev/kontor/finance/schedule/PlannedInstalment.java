package dev.kontor.finance.schedule;

import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One instalment of an order as finance follows it (付款节点): when it falls due, what was paid, how far dunning is.
 *
 * <p>It waits for its events, is open from the day that its due day is known, and is paid when nothing of it is open; it is
 * closed when a later revision, or the end of the order, no longer has it. What is not paid and not closed is owed.
 */
@Entity
@Table(name = "finance_instalment")
public class PlannedInstalment {

    public static final String RETENTION = "retention";

    static final String WAITING = "waiting";
    static final String OPEN = "open";
    static final String PAID = "paid";
    static final String CLOSED = "closed";

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int position;

    private int revision;

    private String customer;

    @Column(name = "customer_name")
    private String customerName;

    private String kind;

    private BigDecimal amount;

    private BigDecimal paid = BigDecimal.ZERO;

    private String currency;

    @Column(name = "waiting_for")
    private String waitingFor = "";

    @Column(name = "contract_due_on")
    private String contractDueOn = "";

    @Column(name = "agreed_on")
    private String agreedOn = "";

    @Column(name = "due_on")
    private String dueOn = "";

    @Column(name = "reminded_for")
    private String remindedFor = "";

    @Column(name = "last_receipt")
    private String lastReceipt = "";

    @Column(name = "promised_on")
    private String promisedOn = "";

    private String state = WAITING;

    private String level = "";

    private int disputed;

    protected PlannedInstalment() {}

    PlannedInstalment(OrderNumber order, int position) {
        this.id = id(order, position);
        this.orderNumber = order.value();
        this.position = position;
    }

    static String id(OrderNumber order, int position) {
        return order.value() + "/" + position;
    }

    /** As the revision in force has it. Its due day is said afterwards. */
    void agreed(Order order, Instalment instalment) {
        revision = order.revision();
        customer = order.customer().value();
        customerName = order.customerName();
        kind = instalment.kind();
        amount = instalment.amount().amount();
        currency = instalment.amount().currency();
        state = WAITING;
    }

    /** What was agreed about an instalment, promised for it or disputed of it is of that instalment, not of its position. */
    void forget() {
        agreedOn = "";
        promisedOn = "";
        disputed = 0;
    }

    void falls(DueDays.Day day) {
        contractDueOn = day.on().map(LocalDate::toString).orElse("");
        waitingFor = String.join(",", day.waitingFor());
        stand();
    }

    /** Another day was agreed, in a hardship case or for a guarantee, instead of any that was promised; the contract's stays visible. */
    public void reschedule(LocalDate day) {
        agreedOn = day.toString();
        promisedOn = "";
        stand();
    }

    void pay(Money sum, Optional<LocalDate> last) {
        paid = sum.amount();
        lastReceipt = last.map(LocalDate::toString).orElse("");
        stand();
    }

    /** The state follows from what was paid and from what is known of the due day. */
    private void stand() {
        dueOn = agreedOn.isEmpty() ? contractDueOn : agreedOn;
        if (!state.equals(CLOSED)) {
            state = amount.compareTo(paid) <= 0 ? PAID : dueOn.isEmpty() ? WAITING : OPEN;
        }
        if (!state.equals(OPEN)) {
            level = "";
            promisedOn = "";
        }
    }

    void close() {
        state = CLOSED;
        stand();
    }

    public void reminded() {
        remindedFor = dueOn;
    }

    /** @return whether it was not disputed before, and is now */
    boolean dispute(boolean open) {
        boolean begins = open && disputed == 0;
        disputed = open ? 1 : 0;
        return begins;
    }

    /** @param reached a dunning level; empty when none is */
    public void dun(String reached) {
        level = reached;
    }

    public void promise(LocalDate day) {
        promisedOn = day.toString();
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    public int position() {
        return position;
    }

    public String customerName() {
        return customerName;
    }

    public String kind() {
        return kind;
    }

    int revision() {
        return revision;
    }

    boolean isClosed() {
        return state.equals(CLOSED);
    }

    /** Whether the revision that it follows had an instalment of this kind and due term at its position. */
    boolean isOfTheSame(Optional<Order> followed, Instalment now) {
        return !isClosed() && followed.stream()
                .flatMap(order -> order.payment().instalments().stream())
                .anyMatch(before -> before.position() == now.position() && before.kind().equals(now.kind()) && before.due().equals(now.due()));
    }

    /** Neither paid in full nor closed. */
    public boolean isOwed() {
        return state.equals(OPEN) || state.equals(WAITING);
    }

    /** Whether sales was told to talk to the customer before this due day. */
    public boolean isReminded() {
        return !remindedFor.isEmpty() && remindedFor.equals(dueOn);
    }

    /** For reading. */
    public Due due() {
        return new Due(
                order(),
                position,
                kind,
                customer,
                customerName,
                new Money(amount, currency),
                new Money(paid, currency),
                day(dueOn),
                day(contractDueOn),
                waitingFor.isEmpty() ? List.of() : List.of(waitingFor.split(",")),
                day(lastReceipt),
                day(promisedOn),
                level,
                disputed == 1);
    }

    private static Optional<LocalDate> day(String written) {
        return written.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(written));
    }
}
