package dev.kontor.finance.settlement;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.order.Waiting;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Query;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.finance.CollectionRoom;
import dev.kontor.finance.TaxRoom;
import dev.kontor.finance.dunning.DunningBook;
import dev.kontor.finance.schedule.Schedule;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeCompanyFile;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.FakePrinter;
import dev.kontor.testkit.RuleBook;
import dev.kontor.testkit.StillClock;
import dev.kontor.testkit.WeekdayCalendar;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 7.2: statements of account (R-7.6)")
final class StatementTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 12);
    private static final Customer HUADONG =
            new Customer(new CustomerId("C-0001"), "Huadong Machinery", "91310000MA1FL00000", "CN", "", "", "", List.of(), 1);
    private static final Person TANG = new Person(new PersonId("tang"), "Tang", Set.of(Role.FINANCE_CLERK), "en");

    private static final TaskKind SAVE = new TaskKind("finance.dunning-limitation");

    private final TaxRoom room = new TaxRoom(Dialect.DERBY, anOrder().worth(Money.cny(500_000)).build());
    private final Statement statement = new Statement(new OneOrder(), room.schedule, room.invoices);
    private final FakePrinter printer = new FakePrinter();
    private final HalfYear halfYear = new HalfYear(room.rows, new WeekdayCalendar());

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("what is due is told from what falls due later; the due day itself counts as due")
    void dueAndLater() {
        room.paid(1, Money.cny(50_000), DUE);

        assertThat(rows(DUE.minusDays(1))).singleElement().satisfies(row -> {
            assertThat(row.due()).isEqualTo(Money.cny(0));
            assertThat(row.later()).isEqualTo(Money.cny(450_000));
        });
        assertThat(rows(DUE)).singleElement().satisfies(row -> {
            assertThat(row.paid()).isEqualTo(Money.cny(50_000));
            assertThat(row.due()).isEqualTo(Money.cny(100_000));
            assertThat(row.later()).isEqualTo(Money.cny(350_000));
        });
    }

    @Test
    @DisplayName("it is printed for the customer's stamp and filed with the order that is owed on")
    void printedAndFiled() {
        Answer answer = print();

        assertThat(room.file.documents()).singleElement().satisfies(document -> {
            assertThat(document.kind().value()).isEqualTo("finance.statement");
            assertThat(answer.next()).isEqualTo("documents/" + document.id());
        });
        assertThat(printer.printed()).singleElement().satisfies(paper -> assertThat(paper.signatures()).hasSize(2));
    }

    @Test
    @DisplayName("policy 13: a customer is sent one statement for a half year, asked for on its first order that is owed; it comes back stamped")
    void oncePerHalfYear() {
        room.run(() -> new Schedule(room.rows, new WeekdayCalendar())
                .refresh(new FakeOrderFile(anOrder().numbered(2).build(), RuleBook.of(List.of(Path.of("..", "..", "..", "rules")), "finance/due"))));
        FakeOrderFile second = new FakeOrderFile(anOrder().numbered(2).build(), RuleBook.of(List.of()));
        room.run(() -> halfYear.attend(second));
        assertThat(second.openTasks()).isEmpty();

        room.run(() -> halfYear.attend(room.file));
        room.run(() -> halfYear.attend(room.file));
        assertThat(room.file.openTasks(HalfYear.TASK)).hasSize(1);
        print();
        assertThat(room.file.openTasks(HalfYear.TASK)).isEmpty();
        assertThat(room.file.task(HalfYear.RETURN, "").deadline()).isPresent();

        room.run(() -> halfYear.attend(room.file));
        print();
        assertThat(room.file.openTasks()).as("nobody waits for two").extracting(Task::kind).containsExactly(HalfYear.RETURN);
        confirm(room.file.today());
        assertThat(room.file.openTasks()).isEmpty();
    }

    @Test
    @DisplayName("policy 13: a customer that does not stamp says why; the limitation period goes on, and a statement between half years waits for no stamp")
    void notStamped() {
        print();
        assertThat(room.file.openTasks()).isEmpty();
        room.run(() -> halfYear.attend(room.file));
        print();

        room.command(() -> new CloseStatement().run(
                room.file.as("tang", Role.FINANCE_CLERK), Optional.of(room.file.task(HalfYear.RETURN, "")), new Values(Map.of("reason", "it disputes a delivery"))));

        assertThat(room.file.openTasks()).isEmpty();
        assertThat(room.file.noted()).contains("finance.statement-closed").doesNotContain("finance.statement-confirmed");
    }

    @Test
    @DisplayName("policy 13: what is paid meanwhile needs no stamp")
    void paidBeforeItIsStamped() {
        room.run(() -> halfYear.attend(room.file));
        print();
        room.paid(1, Money.cny(150_000), DUE);
        room.paid(2, Money.cny(300_000), DUE);
        room.run(() -> halfYear.look(room.file));
        assertThat(room.file.openTasks()).hasSize(1);

        room.paid(3, Money.cny(50_000), DUE);
        room.run(() -> halfYear.look(room.file));

        assertThat(room.file.openTasks()).isEmpty();
    }

    @Test
    @DisplayName("a customer that owes nothing gets none")
    void nothingOwed() {
        room.paid(1, Money.cny(150_000), DUE);
        room.paid(2, Money.cny(300_000), DUE);
        room.paid(3, Money.cny(50_000), DUE);

        assertThatExceptionOfType(Refused.class).isThrownBy(this::print);
    }

    @Test
    @DisplayName("R-7.3, Civil Code art. 195: the customer's stamp begins the limitation period anew, with the paper as its proof")
    void aStampedStatementInterruptsLimitation() {
        room.file.with(room.department);
        LocalDate stamped = DUE.plusMonths(6);
        goOnTo(stamped.minusDays(10));
        assertThatExceptionOfType(Refused.class).as("nothing was printed").isThrownBy(() -> confirm(stamped.minusDays(10)));
        print();
        goOnTo(stamped.plusDays(4));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> confirm(stamped.plusDays(5)));

        confirm(stamped);

        Document proof = room.file.documents().get(room.file.documents().size() - 1);
        assertThat(proof.kind().value()).isEqualTo("finance.limitation-proof");
        assertThat(room.read(() -> new DunningBook(room.entities).contacts(room.file.number())))
                .allSatisfy(contact -> assertThat(contact.document()).isEqualTo(proof.id()))
                .anySatisfy(contact -> assertThat(contact.position()).isEqualTo(1));
        LocalDate watch = stamped.plusMonths(36).minusDays(90);
        goOnTo(watch.minusDays(1));
        assertThat(room.file.openTasks(SAVE)).isEmpty();
        goOnTo(watch);
        assertThat(room.file.openTasks(SAVE)).extracting(Task::subject).contains("1");

        print();
        confirm(watch);
        assertThat(room.file.openTasks(SAVE)).as("nobody owes another step").isEmpty();
    }

    private void goOnTo(LocalDate day) {
        room.run(() -> room.file.goOnTo(day));
    }

    private void confirm(LocalDate day) {
        FakeCompanyFile company = new FakeCompanyFile(room.file.today(), RuleBook.of(List.of())).with(room.file).as("tang", Role.FINANCE_CLERK);
        ConfirmStatement confirm = new ConfirmStatement(new OneCustomer(), statement, room.limitation, new StillClock(() -> Instant.EPOCH));
        room.command(() -> confirm.run(company, new Values(Map.of(
                "subject", "C-0001", "confirmed-on", day.toString(), "person", "Wang Wei", "proof", CollectionRoom.PAPER))));
    }

    @Test
    @DisplayName("the page finds the customer and offers to print to a clerk")
    void thePage() {
        StatementPage page = new StatementPage(new OneCustomer(), statement, new StillClock(() -> Instant.parse("2026-03-12T02:00:00Z")));

        assertThat(show(page, List.of()).stream().filter(Block.Table.class::isInstance).map(Block.Table.class::cast))
                .singleElement()
                .satisfies(table -> assertThat(table.rows().toString()).contains("finance/statements/C-0001"));
        assertThat(show(page, List.of("C-0001"))).anyMatch(Block.Ask.class::isInstance);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> show(page, List.of("C-0009")));
    }

    private List<Block> show(StatementPage page, List<String> tail) {
        return room.read(() -> page.show(new Query(TANG, tail, Map.of()))).blocks();
    }

    private List<Statement.Row> rows(LocalDate today) {
        return room.read(() -> statement.rows(HUADONG, TANG, today));
    }

    private Answer print() {
        FakeCompanyFile company = new FakeCompanyFile(DUE, RuleBook.of(List.of())).with(room.file).as("tang", Role.FINANCE_CLERK);
        return room.command(() -> new PrintStatement(new OneCustomer(), statement, printer, halfYear).run(company, new Values(Map.of("subject", "C-0001"))));
    }

    private final class OneOrder implements Orders {

        @Override
        public Optional<OrderSummary> summary(OrderNumber number, Person reader) {
            return Optional.of(room.file.summary());
        }

        @Override
        public Optional<Order> order(OrderNumber number, Person reader) {
            return room.file.order();
        }

        @Override
        public Optional<Order> order(OrderNumber number, int revision, Person reader) {
            return room.file.order(revision);
        }

        @Override
        public List<Milestone> milestones(OrderNumber number, Person reader) {
            return room.file.passed();
        }

        @Override
        public Page list(OrderFilter filter, OrderSort sort, String after, int limit, Person reader) {
            return new Page(List.of(room.file.summary()), "");
        }

        @Override
        public List<Waiting> waiting(OrderNumber number, Person reader) {
            return List.of();
        }
    }

    private static final class OneCustomer implements Customers {

        @Override
        public Optional<Customer> customer(CustomerId id) {
            return Optional.of(HUADONG).filter(each -> each.id().equals(id));
        }

        @Override
        public List<Customer> search(String words, int limit) {
            return List.of(HUADONG);
        }

        @Override
        public Page list(String words, String after, int limit) {
            return new Page(List.of(HUADONG), "");
        }

        @Override
        public List<CustomerId> group(CustomerId id) {
            return List.of(id);
        }
    }
}
