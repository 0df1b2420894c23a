package dev.kontor.finance.receipt;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.order.Waiting;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.text.Text;
import dev.kontor.finance.CollectionRoom;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 3.2: a receipt without an order is an order outside the flow (R-3.3)")
final class StrayReceiptTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Parameter
    private Dialect dialect;

    private final List<OrderSummary> registered = new ArrayList<>();
    private final List<String> noted = new ArrayList<>();
    private CollectionRoom room;
    private StoreHarness store;
    private StrayReceipts receipts;

    @BeforeEach
    void open() {
        room = new CollectionRoom(dialect, anOrder().numbered(1).build());
        store = room.store;
        receipts = new StrayReceipts(store.unit("finance"), new KnownOrders());
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("it is found, stands open in the company journal, and is closed by the order that was registered for it")
    void itIsFoundAndClosed() {
        String id = report(Map.of()).id();
        assertThat(all()).singleElement().satisfies(receipt -> {
            assertThat(receipt.isOpen()).isTrue();
            assertThat(receipt.payer()).isEqualTo("Huadong");
            assertThat(receipt.reportedBy()).isEqualTo("zhou");
        });
        registered("SO-2026-00001", "HT-2026-9");

        assertThat(gaps(() -> settle(id, "SO-2026-00002"))).containsExactly("order");
        settle(id, "SO-2026-00001");

        assertThat(all()).singleElement().satisfies(receipt -> {
            assertThat(receipt.order()).isEqualTo("SO-2026-00001");
            assertThat(receipt.explanation()).isEqualTo("sold at the fair");
        });
        assertThat(noted).containsExactly("finance.receipt-reported", "finance.receipt-settled");
        assertThat(room.file.task(Posting.RECORDING, "V-1").role()).isEqualTo(Role.FINANCE_CLERK);
        room.receive("V-1", "1000.50", Map.of("to", "none", "received-on", DAY.minusDays(30).toString()));
        assertThat(room.file.openTasks(Posting.RECORDING)).as("it is recorded on the order").isEmpty();
        assertThat(refusal(() -> settle(id, "SO-2026-00001")).reason()).isEqualTo(Refused.Reason.CONFLICT);
    }

    @Test
    @DisplayName("with a contract that an order carries, however it is written, it is no finding")
    void aContractWithAnOrderIsNoFinding() {
        registered("SO-2026-00001", "HT-2026-9");

        assertThat(gaps(() -> report(Map.of("contract", "ht 2026-９")))).as("other letters").isEmpty();
        assertThat(gaps(() -> report(Map.of("contract", "ht-2026-９", "voucher", "V-2")))).containsExactly("contract");
    }

    @Test
    @DisplayName("a voucher is reported once; today is no day ahead, tomorrow is; nothing is no receipt")
    void whatCannotBeIsRefused() {
        report(Map.of());

        assertThat(gaps(() -> report(Map.of()))).containsExactly("voucher");
        assertThat(gaps(() -> report(Map.of("voucher", "V-2", "received-on", DAY.plusDays(1).toString())))).containsExactly("received-on");
        assertThat(gaps(() -> report(Map.of("voucher", "V-2", "amount", "0")))).containsExactly("amount");
    }

    @Test
    @DisplayName("money of an order that is not submitted yet waits without a last day: nobody can record it there before")
    void ofARegisteredOrder() {
        room.file.notSubmitted();
        String id = report(Map.of()).id();
        registered("SO-2026-00001", "HT-2026-9");

        settle(id, "SO-2026-00001");

        assertThat(room.file.task(Posting.RECORDING, "V-1").deadline()).isEmpty();
    }

    @Test
    @DisplayName("money that was given to the wrong order is waited for no longer, and it is said why")
    void givenToTheWrongOrder() {
        String id = report(Map.of()).id();
        registered("SO-2026-00001", "HT-2026-9");
        settle(id, "SO-2026-00001");

        room.on(Posting.RECORDING, "V-1", "tang", Role.FINANCE_CLERK, new CloseRecording(), Map.of("reason", "it is SO-2026-00003"));

        assertThat(room.file.openTasks(Posting.RECORDING)).isEmpty();
        assertThat(room.file.noted()).contains("finance.recording-closed");
    }

    @Test
    @DisplayName("the order that carries the named contract by now is proposed")
    void theOrderIsProposed() {
        String id = report(Map.of("contract", "HT-2026-9")).id();
        registered("SO-2026-00001", "HT-2026-9");

        Values initial = store.transactions().read(() -> new SettleReceipt(receipts, new KnownOrders(), room.posting).initial(FileOfZhou.ZHOU, id));

        assertThat(initial.text("order")).isEqualTo("SO-2026-00001");
    }

    @Test
    @DisplayName("money without an order is in a currency that the company has")
    void theCurrencyIsOneThatTheCompanyHas() {
        assertThat(refusal(() -> report(Map.of("currency", "XYZ"))).gaps()).extracting(Refused.Gap::field).containsExactly("currency");
        report(Map.of("currency", "HKD"));
        assertThat(all()).extracting(each -> each.amount().currency()).contains("HKD");
    }

    private Answer report(Map<String, Object> changed) {
        Map<String, Object> values = new HashMap<>(Map.of("voucher", "V-1", "payer", "Huadong", "amount", "1000.50", "currency", "CNY",
                "received-on", DAY.toString()));
        values.putAll(changed);
        return run(new ReportReceipt(receipts), values);
    }

    private Answer settle(String id, String order) {
        return run(new SettleReceipt(receipts, new KnownOrders(), room.posting), Map.of("subject", id, "order", order, "explanation", "sold at the fair"));
    }

    private Answer run(CompanyCommand command, Map<String, Object> values) {
        return store.transactions().command(() -> command.run(new FileOfZhou(noted, room.file), new Values(values)));
    }

    private List<StrayReceipt> all() {
        return store.transactions().read(() -> receipts.all(10));
    }

    private static Refused refusal(Runnable attempt) {
        return catchThrowableOfType(Refused.class, attempt::run);
    }

    private static List<String> gaps(Runnable attempt) {
        return Optional.ofNullable(refusal(attempt)).stream().flatMap(each -> each.gaps().stream()).map(Refused.Gap::field).toList();
    }

    private void registered(String order, String contract) {
        registered.add(new OrderSummary(new OrderNumber(order), 0, new ContractNumber(contract), new CustomerId("C-1"), "Huadong", DAY,
                new PersonId("lina"), MilestoneName.ENTRY_REGISTERED, Optional.empty(), true, Instant.EPOCH, 1));
    }

    private final class KnownOrders implements Orders {

        @Override
        public Optional<OrderSummary> summary(OrderNumber number, Person reader) {
            return registered.stream().filter(order -> order.number().equals(number)).findFirst();
        }

        @Override
        public Optional<Order> order(OrderNumber number, Person reader) {
            return Optional.empty();
        }

        @Override
        public Optional<Order> order(OrderNumber number, int revision, Person reader) {
            return Optional.empty();
        }

        @Override
        public List<Milestone> milestones(OrderNumber number, Person reader) {
            return List.of();
        }

        @Override
        public Page list(OrderFilter filter, OrderSort sort, String after, int limit, Person reader) {
            return new Page(List.copyOf(registered), "");
        }

        @Override
        public List<Waiting> waiting(OrderNumber number, Person reader) {
            return List.of();
        }
    }

    /** The company, for one credit controller on one day. */
    private record FileOfZhou(List<String> noted, OrderFile found) implements CompanyFile {

        static final Person ZHOU = new Person(new PersonId("zhou"), "Zhou", Set.of(Role.FINANCE_CREDIT), "en");

        @Override
        public Person actor() {
            return ZHOU;
        }

        @Override
        public Instant now() {
            return Instant.parse("2026-03-02T02:00:00Z");
        }

        @Override
        public LocalDate today() {
            return DAY;
        }

        @Override
        public OrderFile open(Contract contract, CustomerId customer, PersonId representative, boolean judged) {
            throw new UnsupportedOperationException("finance registers no contracts");
        }

        @Override
        public OrderFile prepare(Contract intended, CustomerId customer, PersonId representative) {
            throw new UnsupportedOperationException("finance drafts no contracts");
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
            return found;
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
            throw new UnsupportedOperationException("finance leaves nothing for later");
        }

        @Override
        public void note(String kind, Text what, List<Change> changes) {
            noted.add(kind);
        }

        @Override
        public Customer enrol(Customer customer) {
            throw new UnsupportedOperationException("finance enrols nobody");
        }

        @Override
        public void lock(CustomerId customer) {
            // one thread
        }
    }
}
