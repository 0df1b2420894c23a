package dev.kontor.api.opening;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.document.Upload;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An order that was under way when the company began to work here, as it stood at the end of a day (期初).
 *
 * @param asOf that day; nothing in it is later
 * @param reached the milestones behind {@code entry.registered} on which it stood, as an order passes them
 * @param machines that have their number: every one of a finished order, and of any order that was begun those of which it is known
 *     how far each was
 * @param paid what had come, by instalment; of no instalment more than its amount
 * @param invoices that were issued; together no more than the order's total
 * @param more what single departments want to know, by qualified name: {@code logistics.carrier}; absent if not known
 */
public record OpenedOrder(
        LocalDate asOf,
        List<Reached> reached,
        List<Numbered> machines,
        List<Paid> paid,
        List<Invoiced> invoices,
        Map<String, String> more) {

    /** What the opening's totals were proved by; filed with each of its orders. */
    public static final DocumentKind EVIDENCE = new DocumentKind("entry.opening");

    public OpenedOrder {
        reached = List.copyOf(reached);
        machines = List.copyOf(machines);
        paid = List.copyOf(paid);
        invoices = List.copyOf(invoices);
        more = Map.copyOf(more);
    }

    /** @param on the day on which it happened */
    public record Reached(MilestoneName milestone, LocalDate on) {}

    /**
     * A machine with the number on its plate.
     *
     * @param line position of the order's line
     * @param quantity 1 for a machine; of a lot how much of the line it is
     * @param reached the milestones on which it stood, where it was not as far as its order or farther; empty: those of the order
     * @param proof that the customer has accepted it, the signed report; empty where the opening's evidence proves it
     * @param more as the order's, for this machine; empty: what the order has
     */
    public record Numbered(
            SerialNumber serial, int line, BigDecimal quantity, List<Reached> reached, Optional<Upload> proof, Map<String, String> more) {

        public Numbered {
            reached = List.copyOf(reached);
            more = Map.copyOf(more);
        }

        /** One that stood where its order did. */
        public Numbered(SerialNumber serial, int line, BigDecimal quantity) {
            this(serial, line, quantity, List.of(), Optional.empty(), Map.of());
        }
    }

    /**
     * Money that had come.
     *
     * @param instalment its position
     * @param voucher the receipt's number; empty if it is not known
     */
    public record Paid(int instalment, Money amount, LocalDate on, String voucher) {}

    /**
     * A value-added tax invoice that had been issued.
     *
     * @param instalment its position; 0 for the whole order
     * @param special whether the customer may deduct its tax (专票)
     * @param code of an invoice on paper; empty for a digital one
     * @param total including tax
     * @param receivedOn when the customer had it; empty if it had not come
     */
    public record Invoiced(
            int instalment, boolean special, String code, String number, Money total, LocalDate issuedOn, Optional<LocalDate> receivedOn) {}

    /** The day on which it reached the milestone; empty if it had not. */
    public Optional<LocalDate> on(MilestoneName milestone) {
        return reached.stream().filter(each -> each.milestone().equals(milestone)).map(Reached::on).findFirst();
    }

    /** The day on which a machine of it reached the milestone: its own, or the order's where it stood there; empty if it had not. */
    public Optional<LocalDate> on(SerialNumber machine, MilestoneName milestone) {
        List<Reached> own = numbered(machine).map(Numbered::reached).orElse(List.of());
        return own.isEmpty()
                ? on(milestone)
                : own.stream().filter(each -> each.milestone().equals(milestone)).map(Reached::on).findFirst();
    }

    /** What is known of a machine by its number; empty where nothing is said of it alone. */
    public Optional<Numbered> numbered(SerialNumber machine) {
        return machines.stream().filter(each -> each.serial().equals(machine)).findFirst();
    }

    /** What a department wants to know of a machine, or else of its order; empty if it is not known. */
    public String more(SerialNumber machine, String name) {
        return numbered(machine).map(each -> each.more().get(name)).orElse(more.getOrDefault(name, ""));
    }

    /** What it was proved by, as filed with the order; a file that was taken over has it. */
    public static Document evidence(OrderView file) {
        return file.documents().stream()
                .filter(each -> each.kind().equals(EVIDENCE))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The order %s was opened without evidence.".formatted(file.number())));
    }

    /** Whether the order is still what was taken over: what it had passed by then is over, and was recorded elsewhere. */
    public static boolean isTakenOver(OrderView file) {
        return file.milestones().contains(MilestoneName.ENTRY_OPENED) && file.summary().revision() == 1;
    }
}
