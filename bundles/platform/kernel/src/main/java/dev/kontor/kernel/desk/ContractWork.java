package dev.kontor.kernel.desk;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How an order's file begins: with a signed contract, or with the draft of one that is signed later. */
final class ContractWork {

    private final Office office;
    private final Work work;

    ContractWork(Office office, Work work) {
        this.office = office;
        this.work = work;
    }

    /** @param on the day on which it was registered, today or before */
    OpenFile open(Contract contract, CustomerId id, PersonId representative, boolean judged, LocalDate on) {
        Customer customer = customer(id);
        demandFree(contract, Optional.empty());
        OrderNumber number = office.orderWrites.next(work.today().getYear());
        office.orderWrites.open(number, contract, customer, representative, judged, work.now());
        OpenFile file = OpenFile.fresh(office, number, work);
        registered(file, contract, on);
        return file;
    }

    OpenFile prepare(Contract intended, CustomerId id, PersonId representative) {
        Customer customer = customer(id);
        OrderNumber number = office.orderWrites.next(work.today().getYear());
        office.orderWrites.prepare(number, intended, customer, representative, work.now());
        OpenFile file = OpenFile.fresh(office, number, work);
        Text what = Text.of("kernel.order-prepared", intended.number().written(), customer.name());
        note(file, "order.prepared", what, new Change("plannedOn", "", intended.signedOn().toString()));
        index(file, intended);
        file.reach(MilestoneName.ENTRY_PREPARED);
        return file;
    }

    void register(OpenFile file, Contract signed, boolean judged) {
        boolean prepared = file.milestones().contains(MilestoneName.ENTRY_PREPARED);
        if (!prepared || file.milestones().contains(MilestoneName.ENTRY_REGISTERED)) {
            throw new IllegalStateException("%s is no prepared file whose contract could be registered.".formatted(file.number()));
        }
        demandFree(signed, Optional.of(file.number()));
        office.orderWrites.register(file.number(), signed, judged, work.now());
        file.view().changed(OpenView.Part.SUMMARY);
        registered(file, signed, work.today());
    }

    /** A contract that is corrected afterwards may stand in the way of another as little as one that is new. */
    void revise(OpenFile file, Order content) {
        boolean signed = file.milestones().contains(MilestoneName.ENTRY_REGISTERED);
        if (signed) {
            demandFree(content.contract(), Optional.of(file.number()));
        }
        office.orderWrites.revise(content, signed, work.actor().id(), work.now());
        file.view().forget(content.revision());
        file.view().changed(OpenView.Part.SUMMARY);
    }

    private Customer customer(CustomerId id) {
        return office.customers
                .customer(id)
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("kernel.no-customer", id.value())));
    }

    /** Names the order that carries the contract only to somebody who may see it. */
    private void demandFree(Contract contract, Optional<OrderNumber> asking) {
        office.orderWrites.holder(contract, asking).ifPresent(order -> {
            boolean visible = office.orders.seen(order, work.actor()).isPresent();
            Text words = visible
                    ? Text.of("kernel.contract-taken-by", contract.number().written(), order.value())
                    : Text.of("kernel.contract-taken", contract.number().written());
            throw Refused.because(Refused.Reason.CONFLICT, words);
        });
    }

    private static void registered(OpenFile file, Contract contract, LocalDate on) {
        Text what = Text.of("kernel.order-registered", contract.number().written(), file.summary().customerName());
        note(file, "order.registered", what, new Change("signedOn", "", contract.signedOn().toString()));
        index(file, contract);
        file.reach(MilestoneName.ENTRY_REGISTERED, on);
    }

    private static void note(OpenFile file, String kind, Text what, Change day) {
        file.note(kind, what, List.of(day, new Change("representative", "", file.summary().representative().value())));
    }

    private static void index(OpenFile file, Contract contract) {
        OrderSummary order = file.summary();
        String callOff = contract.callOff().isEmpty() ? "" : " " + contract.callOff();
        file.index("order", order.number() + " " + contract.number() + callOff + " " + contract.customerNumber() + " "
                + order.customer() + " " + order.customerName());
    }
}
