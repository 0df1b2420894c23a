package dev.kontor.aftersales.visit;

import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A follow-up visit (回访): planned some months after delivery, due for some days, and held; or the customer was not reached, or
 * declined. One that nobody planned is held whenever there is reason to, or when the customer was not reached before.
 */
@Entity
@Table(name = "aftersales_visit")
public class Visit {

    static final String HELD = "held";

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int position;

    private String customer;

    @Column(name = "customer_name")
    private String customerName;

    private int months;

    @Column(name = "planned_on")
    private String plannedOn;

    @Column(name = "due_on")
    private String dueOn = "";

    /** Of those to come 0. */
    @Column(name = "is_held")
    private int over;

    private String outcome = "";

    private int unplanned;

    private int tries = 1;

    @Column(name = "held_on")
    private String heldOn = "";

    @Column(name = "held_month")
    private String heldMonth = "";

    private String way = "";

    @Column(name = "spoke_with")
    private String spokeWith = "";

    private int equipment;

    private int service;

    private String words = "";

    @Column(name = "held_by")
    private String heldBy = "";

    protected Visit() {}

    /**
     * @param position 1 for the first
     * @param months after delivery
     */
    public Visit(Order order, int position, int months, LocalDate planned) {
        this(order, position, months, planned, 0);
    }

    /** One that is not among those planned from delivery on. @param position 1 for the first of these */
    static Visit unplanned(Order order, int position, LocalDate from) {
        return new Visit(order, position, 0, from, 1);
    }

    private Visit(Order order, int position, int months, LocalDate planned, int unplanned) {
        this.unplanned = unplanned;
        this.orderNumber = order.number().value();
        this.position = position;
        this.id = orderNumber + "-" + number();
        this.customer = order.customer().value();
        this.customerName = order.customerName();
        this.months = months;
        this.plannedOn = planned.toString();
    }

    /** Its day has come. */
    public void await(LocalDate lastDay) {
        dueOn = lastDay.toString();
    }

    public void hold(LocalDate on, String how, String with, String by) {
        heldOn = on.toString();
        heldMonth = YearMonth.from(on).toString();
        way = how;
        spokeWith = with;
        heldBy = by;
        outcome = HELD;
        over = 1;
    }

    /** Nobody was visited, and why; it counts in no month. @param how {@code not-reached} or {@code declined} */
    void miss(LocalDate on, String how, String why, String by) {
        heldOn = on.toString();
        outcome = how;
        words = why;
        heldBy = by;
        over = 1;
    }

    /** It follows one at which the customer was not reached. */
    void follows(Visit missed) {
        tries = missed.tries + 1;
    }

    /** Both from 1, not at all satisfied, to 5. */
    public void score(int withEquipment, int withService, String said) {
        equipment = withEquipment;
        service = withService;
        words = said;
    }

    public String id() {
        return id;
    }

    /** As it is called within its order, and as the subject of its task. */
    public String number() {
        return (isPlanned() ? "V" : "U") + position;
    }

    boolean isPlanned() {
        return unplanned == 0;
    }

    /** How often the customer was to be visited by now: 1 the first time. */
    int tries() {
        return tries;
    }

    public int position() {
        return position;
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    public String customer() {
        return customer;
    }

    public String customerName() {
        return customerName;
    }

    public int months() {
        return months;
    }

    public LocalDate plannedOn() {
        return LocalDate.parse(plannedOn);
    }

    /** The last day on which it is in time; empty before it is due. */
    public Optional<LocalDate> dueOn() {
        return dueOn.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(dueOn));
    }

    public boolean isHeld() {
        return outcome.equals(HELD);
    }

    /** Nothing more is owed of it: it was held, or the customer was not reached, or declined. */
    public boolean isOver() {
        return over == 1;
    }

    /** {@code held}, {@code not-reached} or {@code declined}; empty before it is over. */
    public String outcome() {
        return outcome;
    }

    public boolean isLate(LocalDate today) {
        return !isOver() && dueOn().filter(last -> last.isBefore(today)).isPresent();
    }

    /** The day on which it was held, or was to be; empty until it is over. */
    public Optional<LocalDate> heldOn() {
        return heldOn.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(heldOn));
    }

    public String way() {
        return way;
    }

    public String spokeWith() {
        return spokeWith;
    }

    public int equipment() {
        return equipment;
    }

    public int service() {
        return service;
    }

    public String words() {
        return words;
    }

    public String heldBy() {
        return heldBy;
    }
}
