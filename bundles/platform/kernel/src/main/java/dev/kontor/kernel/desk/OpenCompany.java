package dev.kontor.kernel.desk;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.document.Upload;
import dev.kontor.api.journal.Change;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.journal.Ledger;
import dev.kontor.kernel.journal.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a command does that belongs to no order. */
final class OpenCompany implements CompanyFile {

    /** Of what keeps a file, within its department. */
    private static final int LONGEST_NAME = 60;

    private final Office office;
    private final Work work;
    private final ContractWork contracts;
    private final String department;
    private final String session;

    /** @param department of the command; empty when the platform acts by itself */
    OpenCompany(Office office, Work work, String department, String session) {
        this.office = office;
        this.work = work;
        this.contracts = new ContractWork(office, work);
        this.department = department;
        this.session = session;
    }

    @Override
    public OrderFile open(Contract contract, CustomerId id, PersonId representative, boolean judged) {
        return contracts.open(contract, id, representative, judged, work.today());
    }

    @Override
    public OrderFile takeOver(
            Contract contract, CustomerId id, PersonId representative, OpenedOrder opened, Consumer<OrderFile> entering) {
        TakingOver taking = TakingOver.of(opened, office.departments.parts());
        OpenFile file = contracts.open(contract, id, representative, true, contract.signedOn());
        entering.accept(file);
        taking.bringIn(file);
        return file;
    }

    @Override
    public List<Text> taken(Collection<Contract> numbered, Collection<SerialNumber> machines) {
        Stream<Text> carried = numbered.stream()
                .filter(each -> office.orderWrites.carrier(each, Optional.empty()).isPresent())
                .map(each -> Text.of("kernel.contract-taken", each.number().written()));
        Stream<Text> plates = machines.stream()
                .filter(each -> office.machines.holder(each).isPresent())
                .map(each -> Text.of("kernel.serial-in-use", each.value()));
        return Stream.concat(carried, plates).toList();
    }

    @Override
    public OrderFile prepare(Contract intended, CustomerId id, PersonId representative) {
        return contracts.prepare(intended, id, representative);
    }

    @Override
    public OrderFile order(OrderNumber number) {
        if (office.orders.seen(number, work.actor()).isEmpty()) {
            throw OpenView.notFound(number);
        }
        return OpenFile.locked(office, number, work);
    }

    @Override
    public void entrust(OrderNumber number, String matter) {
        if (department.isEmpty() || matter.isEmpty() || matter.length() > 100) {
            throw new IllegalArgumentException("The matter (%s) of %s cannot be left to (%s).".formatted(matter, number, department));
        }
        if (office.orders.summary(number).isEmpty()) {
            throw OpenView.notFound(number);
        }
        office.arrivals.entrust(number.value(), department, matter, work.now());
    }

    @Override
    public Decision consult(Question question) {
        return office.consultation.consult(work, question);
    }

    @Override
    public void plan(DepartmentId planned, String matter, LocalDate on) {
        office.plans.put("", planned.value(), matter, on);
    }

    @Override
    public void keep(String what, Upload upload) {
        office.documents.keep(upload, keeper(what));
    }

    @Override
    public void release(String what, Upload upload) {
        office.documents.release(upload, keeper(what));
    }

    private String keeper(String what) {
        if (department.isEmpty() || what.isEmpty() || what.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("Nothing is kept by (%s) of (%s).".formatted(what, department));
        }
        return department + "/" + what;
    }

    @Override
    public void note(String kind, Text what, List<Change> changes) {
        work.note(Ledger.COMPANY, new Line(kind, what, changes, ""));
    }

    @Override
    public void notify(Role role, Text what) {
        work.tell("person.told", Optional.empty(), what, Set.of(role), Set.of());
    }

    @Override
    public void notify(PersonId person, Text what) {
        work.tell("person.told", Optional.empty(), what, Set.of(), Set.of(person));
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
    public String session() {
        return session;
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
