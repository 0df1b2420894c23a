package dev.kontor.production.plan.book;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;

/** An order in production's hands (工单): which version of its plan stands, and when it will be ready as things are now. */
@Entity
@Table(name = "production_work_order")
public class WorkOrder {

    @Id
    @Column(name = "order_number")
    private String orderNumber;

    private String plan;

    private int number;

    @Column(name = "is_open")
    private int open = 1;

    @Column(name = "released_on")
    private String releasedOn = "";

    @Column(name = "forecast_on")
    private String forecastOn;

    @Column(name = "told_on")
    private String toldOn = "";

    private String calendar = "";

    private int percent;

    private int reports;

    private long version;

    protected WorkOrder() {}

    public WorkOrder(OrderNumber order) {
        this.orderNumber = order.value();
    }

    /** Another version of the plan stands. */
    public void stand(ProductionPlan newPlan) {
        plan = newPlan.id();
        number = newPlan.number();
        forecastOn = newPlan.finishOn().toString();
        version++;
    }

    public void release(LocalDate on) {
        releasedOn = on.toString();
        version++;
    }

    /** Its operations were placed by this version of the working calendar. */
    public void placedBy(String version) {
        calendar = version;
    }

    public String calendar() {
        return calendar;
    }

    /** @param done how much of the planned hours is done, in percent */
    public void expect(LocalDate finish, int done) {
        forecastOn = finish.toString();
        percent = done;
        version++;
    }

    /** Its progress was reported. */
    public void report() {
        reports++;
        version++;
    }

    /** Sales was told another day of delivery. */
    public void tell(LocalDate delivery) {
        toldOn = delivery.toString();
        version++;
    }

    /** The order's own day of delivery is another: what sales was told before counts no longer. */
    public void forgetTold() {
        toldOn = "";
        version++;
    }

    /** Whether some of its machines is still to be made, or to pass its inspections. */
    public void keepOpen(boolean some) {
        open = some ? 1 : 0;
        version++;
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    /** Id of the version that stands. */
    public String plan() {
        return plan;
    }

    public int number() {
        return number;
    }

    public boolean isOpen() {
        return open == 1;
    }

    public Optional<LocalDate> releasedOn() {
        return day(releasedOn);
    }

    public LocalDate forecastOn() {
        return LocalDate.parse(forecastOn);
    }

    /** The day of delivery that sales was told last; empty while the order's own stands. */
    public Optional<LocalDate> toldOn() {
        return day(toldOn);
    }

    public int percent() {
        return percent;
    }

    public int reports() {
        return reports;
    }

    public long version() {
        return version;
    }

    private static Optional<LocalDate> day(String kept) {
        return kept.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(kept));
    }
}
