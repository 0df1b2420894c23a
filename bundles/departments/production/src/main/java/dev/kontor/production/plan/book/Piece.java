package dev.kontor.production.plan.book;

import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What a line of an order is built as: one of its machines, or the whole of it as a lot. */
@Entity
@Table(name = "production_piece")
public class Piece {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int line;

    private int piece;

    private BigDecimal quantity;

    private String serial = "";

    @Column(name = "presents_for")
    private String presentsFor = "";

    protected Piece() {}

    /** @param piece 1 for the first machine of the line; 0 for a lot */
    public Piece(OrderNumber order, int line, int piece, BigDecimal quantity) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order.value();
        this.line = line;
        this.piece = piece;
        this.quantity = quantity;
    }

    public void carry(SerialNumber number) {
        serial = number.value();
    }

    /** Its number is struck; it stays taken. */
    public void giveUp() {
        serial = "";
    }

    /**
     * The plan says on which day the step begins before which the machine is to be presented.
     *
     * @return whether it said another one before
     */
    public boolean presentFor(LocalDate day) {
        boolean moved = !presentsFor.isEmpty() && !presentsFor.equals(day.toString());
        presentsFor = day.toString();
        return moved;
    }

    /** {@code 2-1}: the first machine of the second line. */
    public String key() {
        return line + "-" + piece;
    }

    public boolean isSame(Piece other) {
        return key().equals(other.key()) && quantity.compareTo(other.quantity) == 0;
    }

    public boolean isLot() {
        return piece == 0;
    }

    public String orderNumber() {
        return orderNumber;
    }

    public int line() {
        return line;
    }

    public int piece() {
        return piece;
    }

    public BigDecimal quantity() {
        return quantity;
    }

    /** Empty until the plan is released. */
    public Optional<SerialNumber> serial() {
        return serial.isEmpty() ? Optional.empty() : Optional.of(new SerialNumber(serial));
    }
}
