package dev.kontor.review.joint;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The company's file in the hands of a rule administrator, who sees no order. */
final class Administrator implements CompanyFile {

    static final Person RULES = new Person(new PersonId("rules"), "Rules", Set.of(Role.RULE_ADMINISTRATOR), "en");

    /** Oldest first. */
    final List<String> entrusted = new ArrayList<>();

    final List<Change> changes = new ArrayList<>();
    final List<String> noted = new ArrayList<>();
    private final LocalDate today;

    Administrator(LocalDate today) {
        this.today = today;
    }

    @Override
    public Person actor() {
        return RULES;
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public LocalDate today() {
        return today;
    }

    @Override
    public Decision consult(Question question) {
        throw new UnsupportedOperationException("no rules here");
    }

    @Override
    public void plan(DepartmentId department, String matter, LocalDate on) {
        throw new UnsupportedOperationException("nothing is planned here");
    }

    @Override
    public void entrust(OrderNumber order, String matter) {
        entrusted.add(matter);
    }

    @Override
    public void note(String kind, Text what, List<Change> changed) {
        noted.add(kind);
        changes.addAll(changed);
    }

    @Override
    public OrderFile open(Contract contract, CustomerId customer, PersonId representative, boolean judged) {
        throw new UnsupportedOperationException("sees no order");
    }

    @Override
    public OrderFile prepare(Contract intended, CustomerId customer, PersonId representative) {
        throw new UnsupportedOperationException("sees no order");
    }

    @Override
    public OrderFile takeOver(
            Contract contract, CustomerId customer, PersonId representative, OpenedOrder opened, Consumer<OrderFile> entering) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Text> taken(Collection<Contract> contracts, Collection<SerialNumber> machines) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OrderFile order(OrderNumber number) {
        throw new UnsupportedOperationException("sees no order");
    }

    @Override
    public Customer enrol(Customer customer) {
        throw new UnsupportedOperationException("knows no customer");
    }

    @Override
    public void lock(CustomerId customer) {
        throw new UnsupportedOperationException("knows no customer");
    }
}
