package dev.kontor.aftersales.service;

import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A service case (服务工单): a customer asks, is answered, is helped, and confirms. Whether it is done under
 * warranty is decided once, by the rules of the day on which it was asked for.
 */
@Entity
@Table(name = "aftersales_case")
public class ServiceCase {

    /** How a case ends that no customer asked for. */
    static final String STRUCK = "struck";

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int position;
    private String serial;
    private String customer;

    @Column(name = "customer_name")
    private String customerName;

    private String kind;
    private String alike;
    private String need;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asked_on")
    private String askedOn;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "opened_at")
    private long openedAt;

    @Column(name = "in_warranty")
    private int inWarranty;

    private String decision;

    @Column(name = "is_open")
    private int open = 1;

    @Column(name = "due_on")
    private String dueOn;

    @Column(name = "resolve_by")
    private String resolveBy;

    private String response = "";

    @Column(name = "responded_on")
    private String respondedOn = "";

    @Column(name = "responded_by")
    private String respondedBy = "";

    @Column(name = "work_done")
    private String work = "";

    private String parts = "";
    private String result = "";

    @Column(name = "resolved_on")
    private String resolvedOn = "";

    @Column(name = "resolved_by")
    private String resolvedBy = "";

    @Column(name = "confirmed_by")
    private String confirmedBy = "";

    private String document = "";

    protected ServiceCase() {}

    /** @param position 1 for the order's first */
    public ServiceCase(Order order, int position, Optional<Machine> machine, String kind, String like) {
        this.orderNumber = order.number().value();
        this.position = position;
        this.id = orderNumber + "-" + number();
        this.serial = machine.map(each -> each.serial().value()).orElse("");
        this.customer = order.customer().value();
        this.customerName = order.customerName();
        this.kind = kind;
        this.alike = like;
    }

    public void ask(String what, String who, LocalDate on) {
        need = what;
        askedBy = who;
        askedOn = on.toString();
    }

    public void open(boolean warranty, String by, Instant at, String decidedIn) {
        inWarranty = warranty ? 1 : 0;
        openedBy = by;
        openedAt = at.toEpochMilli();
        decision = decidedIn;
    }

    /** The last days of the answer and of the service, as they were when it was opened. */
    public void promise(LocalDate respondBy, LocalDate resolve) {
        dueOn = respondBy.toString();
        resolveBy = resolve.toString();
    }

    public void respond(String words, LocalDate on, String by) {
        response = words;
        respondedOn = on.toString();
        respondedBy = by;
        dueOn = resolveBy;
    }

    public void resolve(String done, String used, String how, LocalDate on, String by) {
        work = done;
        parts = used;
        result = how;
        resolvedOn = on.toString();
        resolvedBy = by;
        open = 0;
    }

    /** @param filed id of the document; empty where the customer signs nothing */
    public void confirm(String who, String filed) {
        confirmedBy = who;
        document = filed;
    }

    public String id() {
        return id;
    }

    /** As it is called within its order, and as the subject of its tasks. */
    public String number() {
        return "S" + position;
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    public String serial() {
        return serial;
    }

    public String customer() {
        return customer;
    }

    public String customerName() {
        return customerName;
    }

    public String kind() {
        return kind;
    }

    public String like() {
        return alike;
    }

    public String need() {
        return need;
    }

    public String askedBy() {
        return askedBy;
    }

    public LocalDate askedOn() {
        return LocalDate.parse(askedOn);
    }

    public Instant openedAt() {
        return Instant.ofEpochMilli(openedAt);
    }

    public boolean inWarranty() {
        return inWarranty == 1;
    }

    /** Id of the decision on the warranty. */
    public String decision() {
        return decision;
    }

    /** Nobody asked for it. */
    public boolean isStruck() {
        return result.equals(STRUCK);
    }

    public boolean isOpen() {
        return open == 1;
    }

    /** The last day of what is owed next. */
    public LocalDate dueOn() {
        return LocalDate.parse(dueOn);
    }

    public boolean isLate(LocalDate today) {
        return isOpen() && dueOn().isBefore(today);
    }

    /** What was done about it, when, and by whom. */
    public record Act(LocalDate on, String by, String words) {}

    /** Empty until the customer is answered. */
    public Optional<Act> answer() {
        return act(respondedOn, respondedBy, response);
    }

    /** Empty while it is open. */
    public Optional<Act> service() {
        return act(resolvedOn, resolvedBy, work);
    }

    private static Optional<Act> act(String on, String by, String words) {
        return on.isEmpty() ? Optional.empty() : Optional.of(new Act(LocalDate.parse(on), by, words));
    }

    /** One line each. */
    public String parts() {
        return parts;
    }

    public String result() {
        return result;
    }

    public String confirmedBy() {
        return confirmedBy;
    }

    /** Id of the paper by which the customer confirmed or withdrew it. */
    public Optional<String> confirmation() {
        return document.isEmpty() ? Optional.empty() : Optional.of(document);
    }
}
