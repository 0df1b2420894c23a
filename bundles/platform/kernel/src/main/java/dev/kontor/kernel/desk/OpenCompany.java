package dev.kontor.kernel.desk;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.journal.Ledger;
import dev.kontor.kernel.journal.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a command does that belongs to no order. */
final class OpenCompany implements CompanyFile {

    private final Office office;
    private final Work work;

    OpenCompany(Office office, Work work) {
        this.office = office;
        this.work = work;
    }

    @Override
    public OrderFile open(Contract contract, CustomerId id, PersonId representative, boolean judged) {
        Customer customer = office.customers
                .customer(id)
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("kernel.no-customer", id.value())));
        office.orderWrites.holder(contract).ifPresent(taken -> {
            throw taken(contract, taken);
        });
        OrderNumber number = office.orderWrites.next(work.today().getYear());
        office.orderWrites.open(number, contract, customer, representative, judged, work.now());
        OpenFile file = OpenFile.fresh(office, number, work);
        file.note(
                "order.registered",
                Text.of("kernel.order-registered", contract.number().written(), customer.name()),
                List.of(new Change("signedOn", "", contract.signedOn().toString()),
                        new Change("representative", "", representative.value())));
        String callOff = contract.callOff().isEmpty() ? "" : " " + contract.callOff();
        file.index("order", number + " " + contract.number() + callOff + " " + contract.customerNumber() + " "
                + customer.id() + " " + customer.name());
        file.reach(MilestoneName.ENTRY_REGISTERED);
        return file;
    }

    /** Names the order that carries the contract only to somebody who may see it. */
    private Refused taken(Contract contract, OrderNumber order) {
        boolean visible = office.orders.seen(order, work.actor()).isPresent();
        Text words = visible
                ? Text.of("kernel.contract-taken-by", contract.number().written(), order.value())
                : Text.of("kernel.contract-taken", contract.number().written());
        return Refused.because(Refused.Reason.CONFLICT, words);
    }

    @Override
    public void note(String kind, Text what, List<Change> changes) {
        work.note(Ledger.COMPANY, new Line(kind, what, changes, ""));
    }

    @Override
    public Customer enrol(Customer customer) {
        return office.customers.enrol(customer);
    }

    @Override
    public void lock(CustomerId customer) {
        office.customers.lock(customer);
    }

    @Override
    public Person actor() {
        return work.actor();
    }

    @Override
    public Instant now() {
        return work.now();
    }

    @Override
    public LocalDate today() {
        return work.today();
    }
}
