package dev.kontor.testkit;

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
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.RuleEngine.Answer;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** What a department's company commands work with, in memory: orders that were handed in, rules, plans and lines of the journal. */
public final class FakeCompanyFile implements CompanyFile {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Map<OrderNumber, OrderFile> orders = new LinkedHashMap<>();
    private final Map<String, LocalDate> planned = new TreeMap<>();
    private final List<String> entrusted = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final List<String> noted = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<Decision> decided = new ArrayList<>();
    private final RuleBook rules;
    private Optional<Runnable> ahead = Optional.empty();
    private Person actor = new Person(PersonId.SYSTEM, "system", Set.of(), "en");
    private LocalDate today;

    public FakeCompanyFile(LocalDate today, RuleBook rules) {
        this.today = today;
        this.rules = rules;
    }

    public FakeCompanyFile with(OrderFile file) {
        orders.put(file.number(), file);
        return this;
    }

    public FakeCompanyFile as(String person, Role... roles) {
        actor = new Person(new PersonId(person), person, Set.of(roles), "en");
        return this;
    }

    public void setToday(LocalDate day) {
        today = day;
    }

    /** Day by {@code <department> <matter>}. */
    public Map<String, LocalDate> planned() {
        return Map.copyOf(planned);
    }

    /** {@code <order> <matter>}, in order. */
    public List<String> entrusted() {
        return List.copyOf(entrusted);
    }

    /** What is kept beside orders, {@code <what> <digest>}, in order. */
    public List<String> kept() {
        return List.copyOf(kept);
    }

    @Override
    public void keep(String what, Upload upload) {
        if (!kept.contains(what + " " + upload.digest())) {
            kept.add(what + " " + upload.digest());
        }
    }

    @Override
    public void release(String what, Upload upload) {
        kept.remove(what + " " + upload.digest());
    }

    /** The kinds of the journal's lines. */
    public List<String> noted() {
        return List.copyOf(noted);
    }

    @Override
    public Person actor() {
        return actor;
    }

    @Override
    public Instant now() {
        return today.atTime(9, 0).atZone(ZONE).toInstant();
    }

    @Override
    public LocalDate today() {
        return today;
    }

    @Override
    public OrderFile open(Contract contract, CustomerId customer, PersonId representative, boolean judged) {
        throw new UnsupportedOperationException("A fake company opens no orders; hand them in.");
    }

    @Override
    public OrderFile prepare(Contract intended, CustomerId customer, PersonId representative) {
        throw new UnsupportedOperationException("A fake company opens no orders; hand them in.");
    }

    @Override
    public OrderFile takeOver(
            Contract contract, CustomerId customer, PersonId representative, OpenedOrder opened, Consumer<OrderFile> entering) {
        throw new UnsupportedOperationException("A fake company opens no orders; hand them in.");
    }

    @Override
    public List<Text> taken(Collection<Contract> contracts, Collection<SerialNumber> machines) {
        return List.of();
    }

    @Override
    public OrderFile order(OrderNumber number) {
        return Optional.ofNullable(orders.get(number))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("kernel.no-order", number.value())));
    }

    @Override
    public void entrust(OrderNumber order, String matter) {
        entrusted.add(order + " " + matter);
    }

    @Override
    public Decision consult(Question question) {
        List<SetVersion> versions = question.versions().isEmpty() ? rules.versions(question.point()) : question.versions();
        LocalDate day = question.eventDay().orElse(today);
        Answer answer = rules.ask(versions, day, question.facts());
        Decision decision = new Decision(UUID.randomUUID().toString(), "", question.point(), versions, List.of(), day,
                new WeekdayCalendar().version(), answer.parameters(), answer.firings(), answer.conclusions(), actor.id(), now());
        decided.add(decision);
        return decision;
    }

    /** What rules answered, in order. */
    public List<Decision> decided() {
        return List.copyOf(decided);
    }

    @Override
    public void plan(DepartmentId department, String matter, LocalDate on) {
        planned.put(department + " " + matter, on);
    }

    @Override
    public void note(String kind, Text what, List<Change> changes) {
        noted.add(kind);
    }

    /** {@code <role or person> <key of what they were told>}, in order. */
    public List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public void notify(Role role, Text what) {
        told.add(role + " " + what.key());
    }

    @Override
    public void notify(PersonId person, Text what) {
        told.add(person + " " + what.key());
    }

    @Override
    public Customer enrol(Customer customer) {
        return customer;
    }

    @Override
    public void lock(CustomerId customer) {
        ahead.ifPresent(Runnable::run); // otherwise there is nobody to wait for
        ahead = Optional.empty();
    }

    /** Somebody else had the lock first: this is done, and kept, before the next one is given. */
    public FakeCompanyFile behind(Runnable other) {
        ahead = Optional.of(other);
        return this;
    }
}
