package dev.kontor.production.quality;

import dev.kontor.api.form.Field;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.purchasing.book.Supplier;
import dev.kontor.production.purchasing.book.SupplierBook;
import dev.kontor.production.quality.book.QualityBook;
import dev.kontor.production.quality.book.QualityBook.Blamed;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Of which batches a machine can be built: received for its order, inspected, and in no other machine's open nonconformity (R-5.11,
 * Usable only inside a command or a read.
 */
@Component(service = Batches.class)
public final class Batches {

    private final QualityBook book;
    private final SupplierBook suppliers;

    @Activate
    public Batches(@Reference QualityBook book, @Reference SupplierBook suppliers) {
        this.book = book;
        this.suppliers = suppliers;
    }

    /** For the machine with this serial number; one that waits to be inspected again can have what was found in it. */
    List<Delivery> of(OrderNumber order, String serial) {
        List<Blamed> blamed = book.blamed();
        return usable(order).stream().filter(each -> !isDoubtful(each, serial, blamed)).toList();
    }

    /** For which of the machines something came of which they can be built. */
    Set<String> supplied(OrderNumber order, Set<String> serials) {
        List<Delivery> usable = serials.isEmpty() ? List.of() : usable(order);
        List<Blamed> blamed = usable.isEmpty() ? List.of() : book.blamed();
        return serials.stream()
                .filter(serial -> usable.stream().anyMatch(each -> !isDoubtful(each, serial, blamed)))
                .collect(Collectors.toSet());
    }

    private List<Delivery> usable(OrderNumber order) {
        return book.receipts(order).stream().filter(Delivery::isUsable).toList();
    }

    private static boolean isDoubtful(Delivery batch, String serial, List<Blamed> blamed) {
        return blamed.stream().anyMatch(each -> !each.serial().equals(serial) && each.batch().lot().equals(batch.lot()));
    }

    /** What the machines were found to be made of so far. */
    List<Delivery> in(Collection<Machine> machines) {
        return book.foundIn(machines.stream().map(machine -> machine.serial().value()).toList());
    }

    List<Field.Option> options(Collection<Delivery> batches) {
        return batches.stream()
                .map(each -> new Field.Option(each.id(), Text.of("production.quality.batch-of",
                        each.material(), supplier(each), each.batch(), each.deliveredOn())))
                .toList();
    }

    /** The supplier's name. */
    String supplier(Delivery of) {
        return suppliers.supplier(of.supplier()).map(Supplier::name).orElse(of.supplier());
    }

    /** Who delivered for the order, by name. */
    List<Field.Option> suppliers(OrderNumber order) {
        return book.receipts(order).stream()
                .map(each -> new Field.Option(each.supplier(), Text.plain(supplier(each))))
                .distinct()
                .toList();
    }

    static Optional<Delivery> find(Collection<Delivery> batches, String id) {
        return batches.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
