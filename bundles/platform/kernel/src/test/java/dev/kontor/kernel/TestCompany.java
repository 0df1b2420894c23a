package dev.kontor.kernel;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.form.FormCheck;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.time.SystemClock;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A company on a real store, and company commands run in it as the desk runs them: roles, form, one transaction. */
public final class TestCompany {

    private static Optional<TestCompany> open = Optional.empty();

    private final Database database;

    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final StoreHarness store;
    private final Rows rows;
    private final SystemClock clock = new SystemClock(
            Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC), ZoneId.of("Asia/Shanghai"), Duration.ZERO);
    private final FormCheck check = FormCheck.with(asked -> Optional.<Upload>empty());
    /** Kinds of the company journal's lines, in order. */
    public final List<String> journal = new ArrayList<>();

    private TestCompany(Database database) {
        this.database = database;
        store = database.open();
        rows = new Rows(store.statements("kernel"));
    }

    /** The company on that store, opened once for tests that follow one another; one at a time. */
    public static synchronized TestCompany on(Database database) {
        if (open.filter(company -> company.database == database).isEmpty()) {
            open.ifPresent(company -> company.store.close());
            open = Optional.of(new TestCompany(database));
        }
        return open.get();
    }

    public Transactions transactions() {
        return store.transactions();
    }

    public Rows rows() {
        return rows;
    }

    public SystemClock clock() {
        return clock;
    }

    public void sql(String statement, Object... values) {
        transactions().command(() -> rows.run(statement, values));
    }

    public Answer run(CompanyCommand command, Person actor, String subject, Map<String, Object> typed) {
        return run(command, actor, "", subject, typed);
    }

    /** As it comes from a browser with this session. */
    public Answer run(CompanyCommand command, Person actor, String session, String subject, Map<String, Object> typed) {
        if (!command.roles().isEmpty() && !actor.holdsAny(command.roles())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("kernel.forbidden"));
        }
        List<String> lines = new ArrayList<>();
        Answer answer = transactions().command(() -> {
            lines.clear();
            return command.run(new File(actor, session, lines), check.check(command.form(actor, subject), new Values(typed)));
        });
        journal.addAll(lines);
        return answer;
    }

    private final class File implements CompanyFile {

        private final Person actor;
        private final String session;
        private final List<String> lines;

        File(Person actor, String session, List<String> lines) {
            this.actor = actor;
            this.session = session;
            this.lines = lines;
        }

        @Override
        public Person actor() {
            return actor;
        }

        @Override
        public String session() {
            return session;
        }

        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public LocalDate today() {
            return clock.today();
        }

        @Override
        public OrderFile open(Contract contract, CustomerId customer, PersonId representative, boolean judged) {
            throw new UnsupportedOperationException("no orders here");
        }

        @Override
        public OrderFile prepare(Contract intended, CustomerId customer, PersonId representative) {
            throw new UnsupportedOperationException("no orders here");
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
            throw new UnsupportedOperationException("no orders here");
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
        public void entrust(OrderNumber number, String matter) {
            throw new UnsupportedOperationException("no orders here");
        }

        @Override
        public void note(String kind, Text what, List<Change> changes) {
            lines.add(kind);
        }

        @Override
        public Customer enrol(Customer customer) {
            throw new UnsupportedOperationException("asked of the book itself");
        }

        @Override
        public void lock(CustomerId customer) {
            throw new UnsupportedOperationException("asked of the book itself");
        }
    }
}
