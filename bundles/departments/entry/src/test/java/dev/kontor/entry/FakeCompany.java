package dev.kontor.entry;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Upload;
import dev.kontor.api.journal.Change;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The company in memory, for one importing account at one moment. */
public final class FakeCompany implements CompanyFile {

    static final Customer HAITIAN = new Customer(new CustomerId("C-00042"), "宁波海天", "", "CN", "", "", "", List.of(), 0);

    /** What every prepared file's rules conclude. */
    final List<Concluded> concluded = new ArrayList<>();
    public final List<FakeFile> opened = new ArrayList<>();
    public final List<Customer> enrolled = new ArrayList<>();
    public final List<OpenedOrder> takenOver = new ArrayList<>();
    /** Contract numbers that orders carry. */
    public final Set<String> numbers = new HashSet<>();
    /** Names of customers that other customers have. */
    public final Set<String> names = new HashSet<>();
    public final List<String> planned = new ArrayList<>();
    public final List<String> noted = new ArrayList<>();
    /** What is kept beside orders, and its file. */
    public final List<String> kept = new ArrayList<>();
    public boolean judged;
    public Person actor = new Person(new PersonId("operator"), "Operator", Set.of(Entry.IMPORTER), "en");

    @Override
    public Person actor() {
        return actor;
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-03-03T02:00:00Z");
    }

    @Override
    public LocalDate today() {
        return LocalDate.of(2026, 3, 3);
    }

    @Override
    public OrderFile open(Contract contract, CustomerId customer, PersonId representative, boolean judge) {
        FakeFile file = new FakeFile();
        file.actor = actor;
        judged = judge;
        opened.add(file);
        return file;
    }

    @Override
    public OrderFile prepare(Contract intended, CustomerId customer, PersonId representative) {
        FakeFile file = new FakeFile();
        file.actor = actor;
        file.conclusions.addAll(concluded);
        file.milestones.remove(MilestoneName.ENTRY_REGISTERED);
        file.milestones.add(MilestoneName.ENTRY_PREPARED);
        opened.add(file);
        return file;
    }

    @Override
    public OrderFile takeOver(
            Contract contract, CustomerId customer, PersonId representative, OpenedOrder taken, Consumer<OrderFile> entering) {
        FakeFile file = new FakeFile();
        file.actor = actor;
        opened.add(file);
        takenOver.add(taken);
        entering.accept(file);
        return file;
    }

    @Override
    public List<Text> taken(Collection<Contract> contracts, Collection<SerialNumber> machines) {
        return contracts.stream().map(each -> each.number().written()).filter(numbers::contains).map(Text::plain).toList();
    }

    @Override
    public OrderFile order(OrderNumber number) {
        throw new UnsupportedOperationException("no orders here");
    }

    @Override
    public Decision consult(Question question) {
        throw new UnsupportedOperationException("no rules here");
    }

    @Override
    public void plan(DepartmentId department, String matter, LocalDate on) {
        planned.add(matter);
    }

    @Override
    public void entrust(OrderNumber number, String matter) {
        throw new UnsupportedOperationException("no orders here");
    }

    @Override
    public void keep(String what, Upload upload) {
        kept.add(what.replaceAll("-[0-9a-f-]{36}$", "") + " " + upload.name());
    }

    @Override
    public void release(String what, Upload upload) {
        kept.remove(what.replaceAll("-[0-9a-f-]{36}$", "") + " " + upload.name());
    }

    @Override
    public void note(String kind, Text what, List<Change> changes) {
        noted.add(what.key());
    }

    @Override
    public Customer enrol(Customer customer) {
        if (names.contains(customer.name())) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.customer.taken", customer.name(), "C-1"));
        }
        enrolled.add(customer);
        return customer;
    }

    @Override
    public void lock(CustomerId customer) {
        // one thread
    }
}
