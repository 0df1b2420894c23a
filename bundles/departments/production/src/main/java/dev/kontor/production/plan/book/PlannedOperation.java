package dev.kontor.production.plan.book;

import dev.kontor.production.plan.capacity.Scheduler.Work;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A step of the process by which one machine, or one lot, is made (工序): as planned, as expected now, and as done.
 */
@Entity
@Table(name = "production_operation")
public class PlannedOperation {

    @Id
    private String id;

    private String plan;

    @Column(name = "order_number")
    private String orderNumber;

    private int standing = 1;

    private int line;

    private int piece;

    private int step;

    private String name;

    private String centre;

    private BigDecimal hours;

    @Column(name = "hours_left")
    private BigDecimal hoursLeft;

    @Column(name = "planned_first")
    private String plannedFirst = "";

    @Column(name = "planned_last")
    private String plannedLast = "";

    @Column(name = "expected_first")
    private String expectedFirst = "";

    @Column(name = "expected_last")
    private String expectedLast = "";

    @Column(name = "finished_on")
    private String finishedOn = "";

    @Column(name = "confirmed_by")
    private String confirmedBy = "";

    protected PlannedOperation() {}

    /** @param step 1 for the first of its machine */
    public PlannedOperation(ProductionPlan plan, Piece of, int step, String name, String centre, BigDecimal hours) {
        this.id = UUID.randomUUID().toString();
        this.plan = plan.id();
        this.orderNumber = of.orderNumber();
        this.line = of.line();
        this.piece = of.piece();
        this.step = step;
        this.name = name;
        this.centre = centre;
        this.hours = hours;
        this.hoursLeft = hours;
    }

    /** A later version of the plan takes over what is done of the same step; what was planned before counts on. */
    public void goOnFrom(PlannedOperation before) {
        finishedOn = before.finishedOn;
        confirmedBy = before.confirmedBy;
        plannedFirst = before.plannedFirst;
        plannedLast = before.plannedLast;
        expectedFirst = before.expectedFirst;
        expectedLast = before.expectedLast;
        BigDecimal done = before.hours.subtract(before.hoursLeft);
        hoursLeft = isFinished() ? BigDecimal.ZERO.setScale(2) : hours.compareTo(done) > 0 ? hours.subtract(done) : hours;
    }

    /** By a later version of the plan, or because its machine was struck. */
    public void replaced() {
        standing = 0;
    }

    public boolean isStanding() {
        return standing == 1;
    }

    public void expect(LocalDate first, LocalDate last) {
        boolean begun = !expectedFirst.isEmpty() && hoursLeft.compareTo(hours) < 0;
        expectedFirst = begun ? expectedFirst : first.toString();
        expectedLast = last.toString();
    }

    /** What is expected now is what the plan says, for whatever is still to be done. */
    public void plan() {
        if (!isFinished()) {
            plannedFirst = expectedFirst;
            plannedLast = expectedLast;
        }
    }

    public void leaves(BigDecimal left) {
        hoursLeft = left;
    }

    /** Done to the process flow and the quality standard, as who reports it confirms. */
    public void finish(LocalDate on, String by) {
        finishedOn = on.toString();
        confirmedBy = by;
        hoursLeft = BigDecimal.ZERO.setScale(2);
    }

    /** What it was done for is another machine now: it is done once more. */
    public void reopen() {
        finishedOn = "";
        confirmedBy = "";
        hoursLeft = hours;
    }

    public Work work() {
        return new Work(id, centre, hoursLeft);
    }

    public boolean isSameStep(PlannedOperation other) {
        return line == other.line && piece == other.piece && name.equals(other.name);
    }

    public boolean isOf(Piece other) {
        return line == other.line() && piece == other.piece();
    }

    public boolean isFinished() {
        return !finishedOn.isEmpty();
    }

    public String id() {
        return id;
    }

    public int line() {
        return line;
    }

    public int piece() {
        return piece;
    }

    public int step() {
        return step;
    }

    public String name() {
        return name;
    }

    public String centre() {
        return centre;
    }

    public BigDecimal hours() {
        return hours;
    }

    public BigDecimal hoursLeft() {
        return hoursLeft;
    }

    public LocalDate plannedFirst() {
        return LocalDate.parse(plannedFirst);
    }

    public LocalDate plannedLast() {
        return LocalDate.parse(plannedLast);
    }

    public LocalDate expectedFirst() {
        return LocalDate.parse(expectedFirst);
    }

    public LocalDate expectedLast() {
        return LocalDate.parse(expectedLast);
    }

    public Optional<LocalDate> finishedOn() {
        return finishedOn.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(finishedOn));
    }

    public String confirmedBy() {
        return confirmedBy;
    }
}
