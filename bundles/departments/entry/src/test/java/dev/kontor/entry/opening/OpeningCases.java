package dev.kontor.entry.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.opening.OpenedOrder.Reached;
import dev.kontor.api.opening.OpeningPart;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.entry.Entry;
import dev.kontor.entry.FakeCompany;
import dev.kontor.entry.draft.Draft;
import dev.kontor.entry.draft.Drafts;
import dev.kontor.entry.need.ChannelCounts;
import dev.kontor.store.StoreHarness;
import dev.kontor.testkit.FakeAccounts;
import dev.kontor.testkit.StillClock;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The opening from the sheet to the orders; the same on both stores. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OpeningCases {

    private static final Person OPERATOR = new Person(new PersonId("operator"), "Operator", Set.of(Entry.IMPORTER), "en");
    private static final Person ZHOU = new Person(new PersonId("zhou"), "Zhou", Set.of(Role.FINANCE_CREDIT), "zh-CN");
    private static final Person GAO = new Person(new PersonId("gao"), "Gao", Set.of(Role.LEADERSHIP), "zh-CN");
    private static final Person BOTH = new Person(new PersonId("both"), "Both", Set.of(Role.FINANCE_CREDIT, Role.LEADERSHIP), "en");
    private static final Upload EVIDENCE = new Upload("balances.pdf", "application/pdf", 9, "a".repeat(64));

    private final StoreHarness store;
    private final EntityManager unit;
    private final Drafts drafts;
    private final Openings openings;
    private final BeginOpening begin;
    private final AddRow add;
    private final SignOpening sign;
    private final DropOpening drop;
    private final DropRow dropRow;
    private final Admission admission;
    private final FakeCompany company = new FakeCompany();

    OpeningCases(StoreHarness store) {
        this.store = store;
        this.unit = store.unit("entry");
        this.drafts = new Drafts(unit);
        this.openings = new Openings(new OpeningBook(unit), new OpeningRows(unit));
        this.begin = new BeginOpening(openings);
        this.add = new AddRow(openings, new FakeAccounts().with("lina", Role.SALES_REP));
        this.sign = new SignOpening(openings);
        this.drop = new DropOpening(openings);
        this.dropRow = new DropRow(openings);
        this.admission = new Admission(openings, drafts, new ChannelCounts(unit, new StillClock(() -> Instant.EPOCH)));
    }

    @BeforeEach
    void nothingIsOpened() {
        run(() -> List.of("", "_total", "_evidence", "_signature", "_row", "_field", "_number").stream()
                .mapToInt(table -> unit.createNativeQuery("DELETE FROM entry_opening" + table).executeUpdate())
                .sum());
        company.numbers.clear();
        company.names.clear();
        openings.parts = List.of();
        company.planned.clear();
        company.kept.clear();
        company.takenOver.clear();
        company.actor = OPERATOR;
    }

    @AfterAll
    void close() {
        store.close();
    }

    private <R> R run(Supplier<R> command) {
        return store.transactions().command(command::get);
    }

    private Answer begin(String asOf, String receivable, String exposure) {
        company.actor = OPERATOR;
        return run(() -> begin.run(company, new Values(Map.of("as-of", asOf, "evidence", EVIDENCE, "totals", List.of(new Values(
                Map.of("customer", "haitian", "orders", "1", "receivable", receivable, "exposure", exposure)))))));
    }

    /** Two machines at 500 000, 30 % of which are paid; delivered. */
    private static Map<String, Object> row() {
        Map<String, Object> row = new HashMap<>(Map.of(
                "source", "old", "row", "7", "state", "delivered", "representative", "lina", "contract-number", "HT-7",
                "signed-on", "2025-06-02", "customer", "haitian", "customer-name", "宁波海天", "contact-name", "王强"));
        row.putAll(Map.of("contact-phone", "0574-8618", "delivery-date", "2025-12-31", "delivery-place", "宁波",
                "lines", List.of(new Values(Map.of("model", "VMC-850", "name", "立式加工中心", "quantity", "2", "unit", "台", "price", "500000", "tax", "13"))),
                "payment", List.of(
                        new Values(Map.of("kind", "advance", "percent", "30", "due-event", "contract-in-force", "means", "transfer")),
                        new Values(Map.of("kind", "on-acceptance", "percent", "70", "due-event", "acceptance", "means", "transfer"))),
                "machines", List.of(machine("VMC-1"), machine("VMC-2")),
                "paid", List.of(new Values(Map.of("instalment", "1", "amount", "300000.00", "on", "2025-06-09", "voucher", "V-1"))),
                "columns", "delivered-on=Accepted\nmachines.serial=machines.csv: Plate"));
        row.putAll(Map.of("cleared-on", "2025-06-10", "started-on", "2025-07-01", "finished-on", "2025-11-20", "dispatched-on", "2025-11-21",
                "arrived-on", "2025-11-25", "delivered-on", "2025-12-01"));
        return row;
    }

    private static Values machine(String serial) {
        return new Values(Map.of("serial", serial, "line", "1"));
    }

    private Answer bring(Map<String, Object> row) {
        company.actor = OPERATOR;
        return run(() -> add.run(company, new Values(row)));
    }

    private Answer signs(Person person) {
        company.actor = person;
        return run(() -> sign.run(company, new Values(Map.of("checked", "yes"))));
    }

    private List<Opening.Signature> signatures() {
        return run(() -> openings.book().signatures(openings.book().current().orElseThrow()));
    }

    private Opening current() {
        return run(() -> openings.book().current().orElseThrow());
    }

    private List<Row> rows() {
        Opening opening = current();
        return run(() -> openings.all(opening).toList());
    }

    private List<String> gaps(Map<String, Object> row) {
        try {
            bring(row);
            return List.of();
        } catch (Refused refused) {
            return refused.gaps().stream().map(Gap::field).toList();
        }
    }

    private static void refused(Runnable command, String words) {
        assertThatThrownBy(command::run).isInstanceOfSatisfying(Refused.class, it -> assertThat(it.words().key()).isEqualTo(words));
    }

    private static Map<String, Object> with(Object... changes) {
        Map<String, Object> row = row();
        for (int i = 0; i < changes.length; i += 2) {
            row.put((String) changes[i], changes[i + 1]);
        }
        return row;
    }

    private void state(String part, String... customers) {
        company.actor = OPERATOR;
        List<Values> totals = Stream.of(customers)
                .map(each -> new Values(Map.of("customer", each, "orders", "1", "receivable", "1", "exposure", "1")))
                .toList();
        run(() -> begin.run(company, new Values(Map.of("as-of", "2025-12-31", "evidence", EVIDENCE, "part", part, "totals", totals))));
    }

    private List<String> customers() {
        Opening opening = current();
        return run(() -> openings.book().stated(opening)).stream().map(Opening.Stated::customer).toList();
    }

    @Test
    @DisplayName("R-0.4: the books of many customers are stated in parts; said again they change nothing, and what is left out is gone")
    void totals_are_stated_in_parts() {
        state("1/3", "A-1", "A-2");
        state("2/3", "B-1", "B-2");
        state("3/3", "C-1");
        assertThat(customers()).containsExactly("A-1", "A-2", "B-1", "B-2", "C-1");
        long version = current().version();

        state("1/3", "A-1", "A-2");
        state("2/3", "B-1", "B-2");
        state("3/3", "C-1");
        assertThat(current().version()).as("signed on as it was").isEqualTo(version);

        state("1/2", "A-2", "B-1");
        state("2/2", "B-2", "C-2");
        assertThat(customers()).containsExactly("A-2", "B-1", "B-2", "C-2");
        assertThat(current().version()).isGreaterThan(version);
        refused(() -> state("2/2", "A-2"), "form.gaps");
        refused(() -> state("3/2", "D-1"), "form.gaps");
    }

    @Test
    @DisplayName("What is wrong with a row is named by its column; what had not happened by the day of the opening is wrong")
    void what_is_wrong_is_named_by_its_column() {
        begin("2025-12-31", "700000.00", "700000.00");

        assertThat(gaps(with("delivered-on", "2026-01-01"))).containsExactly("Accepted");
        assertThat(gaps(with("delivered-on", "2025-12-31"))).isEmpty();
        assertThat(gaps(with("delivered-on", "2025-11-24"))).containsExactly("Accepted");
        assertThat(gaps(with("state", "arrived"))).containsExactly("Accepted");
        assertThat(gaps(with("state", "invoiced"))).containsExactly("state");
        assertThat(gaps(with("machines", List.of(machine("VMC-1"), machine("?"))))).containsExactly("machines.csv: Plate #2");
        assertThat(gaps(with("machines", List.of(machine("VMC-1"))))).containsExactly("machines");
        assertThat(gaps(with("lines", List.of()))).contains("lines");
    }

    @Test
    @DisplayName("No instalment is paid beyond its amount, to the cent")
    void no_instalment_is_paid_beyond_its_amount() {
        begin("2025-12-31", "0.00", "0.00");
        Values whole = new Values(Map.of("instalment", "1", "amount", "300000.00", "on", "2025-06-09"));
        Values cent = new Values(Map.of("instalment", "1", "amount", "0.01", "on", "2025-06-09"));

        assertThat(gaps(with("paid", List.of(whole)))).isEmpty();
        assertThat(gaps(with("paid", List.of(whole, cent)))).containsExactly("paid[1].amount");
    }

    @Test
    void an_order_that_production_had_not_finished_brings_no_serial_numbers() {
        begin("2025-12-31", "0.00", "700000.00");
        Map<String, Object> started = with("state", "started");
        List.of("finished-on", "dispatched-on", "arrived-on", "delivered-on").forEach(started::remove);

        assertThat(gaps(started)).containsExactly("machines");
        started.remove("machines");
        assertThat(gaps(started)).isEmpty();
    }

    @Test
    void a_contract_or_a_serial_number_comes_once() {
        begin("2025-12-31", "700000.00", "700000.00");
        bring(row());

        assertThat(gaps(with("row", "8"))).containsExactly("contract-number");
        assertThat(gaps(with("row", "8", "contract-number", "ht 8"))).containsExactly("machines.csv: Plate #1");
        company.numbers.add("HT-9");
        assertThat(gaps(with("row", "9", "contract-number", "HT-9", "machines", List.of(machine("VMC-3"), machine("VMC-4")))))
                .containsExactly("contract-number");
    }

    @Test
    @DisplayName("The receivable of an order of which part was delivered is as its row states it, up to what is not paid")
    void a_receivable_may_be_stated() {
        begin("2025-12-31", "200000.00", "700000.00");
        assertThat(gaps(with("receivable", "700000.01"))).containsExactly("receivable");
        assertThat(gaps(with("receivable", "all"))).containsExactly("receivable");
        assertThat(gaps(with("receivable", "700000.00"))).isEmpty();
        refused(() -> signs(ZHOU), "entry.opening.differs");

        bring(with("receivable", "200000"));

        signs(ZHOU);
    }

    @Test
    @DisplayName("Nobody signs what differs from the books by a cent")
    void nobody_signs_what_differs_from_the_books() {
        begin("2025-12-31", "700000.01", "700000.00");
        bring(row());

        refused(() -> signs(ZHOU), "entry.opening.differs");
        begin("2025-12-31", "700000.00", "700000.00");
        signs(ZHOU);

        assertThat(signatures()).extracting(Opening.Signature::role).containsExactly(Role.FINANCE_CREDIT);
    }

    @Test
    void the_same_row_again_changes_nothing_and_another_one_unsigns() {
        begin("2025-12-31", "700000.00", "700000.00");
        bring(row());
        signs(ZHOU);
        long version = current().version();

        bring(row());
        begin("2025-12-31", "700000", "700000.0");
        assertThat(current().version()).isEqualTo(version);
        assertThat(signatures()).hasSize(1);

        bring(with("delivery-place", "上海"));
        assertThat(signatures()).isEmpty();
        assertThat(rows()).hasSize(1);
    }

    @Test
    @DisplayName("Two people sign, neither of whom brought it in")
    void two_people_sign() {
        begin("2025-12-31", "700000.00", "700000.00");
        bring(row());

        signs(BOTH);
        refused(() -> signs(BOTH), "entry.opening.second-person");
        refused(() -> signs(ZHOU), "entry.opening.signed-already");
        refused(() -> signs(new Person(OPERATOR.id(), "Operator", Set.of(Role.LEADERSHIP), "en")), "entry.opening.own");
        assertThat(current().isOpen()).isTrue();

        signs(GAO);
        assertThat(current().state()).isEqualTo(Opening.State.CLOSED);
        assertThat(signatures()).extracting(Opening.Signature::digest).hasSize(2).doesNotContain("").containsOnly(signatures().get(0).digest());
    }

    @Test
    @DisplayName("R-0.4: once it is signed twice the opening is closed for good")
    void signed_twice_it_is_closed_for_good() {
        begin("2025-12-31", "700000.00", "700000.00");
        String id = bring(row()).id();
        signs(ZHOU);
        assertThat(company.planned).isEmpty();
        signs(GAO);

        assertThat(company.planned).containsExactly("open " + id);
        refused(() -> bring(with("row", "8")), "entry.opening.is-closed");
        refused(() -> bring(row()), "entry.opening.is-closed");
        refused(() -> begin("2025-12-31", "1.00", "1.00"), "entry.opening.is-closed");
        refused(() -> run(() -> drop.run(company, new Values(Map.of("reason", "why")))), "entry.opening.is-closed");
        refused(() -> run(() -> dropRow.run(company, new Values(Map.of("subject", id, "reason", "why")))), "entry.opening.is-closed");
    }

    @Test
    void rows_and_the_whole_opening_can_be_dropped_before() {
        begin("2025-12-31", "700000.00", "700000.00");
        String id = bring(row()).id();

        run(() -> dropRow.run(company, new Values(Map.of("subject", id, "reason", "not ours"))));
        refused(() -> signs(ZHOU), "entry.opening.no-rows");
        company.actor = OPERATOR;
        refused(() -> begin("2025-11-30", "0.00", "0.00"), "form.gaps");
        run(() -> drop.run(company, new Values(Map.of("reason", "wrong day"))));

        assertThat(begin("2025-11-30", "0.00", "0.00").id()).isEqualTo("2-0");
        assertThat(current().asOf()).isEqualTo(LocalDate.of(2025, 11, 30));
    }

    @Test
    @DisplayName("A row becomes an order on the milestones of its state, each on its day, once")
    void a_row_becomes_an_order() {
        begin("2025-12-31", "700000.00", "700000.00");
        bring(row());
        signs(ZHOU);
        signs(GAO);

        String matter = company.planned.get(0);
        attend(matter);
        attend(matter);

        assertThat(company.takenOver).hasSize(1);
        OpenedOrder opened = company.takenOver.get(0);
        assertThat(opened.asOf()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(opened.reached()).extracting(Reached::milestone).extracting(Object::toString).containsExactly(
                "entry.submitted", "review.passed", "review.cleared", "production.started", "production.finished",
                "logistics.dispatched", "logistics.arrived", "logistics.delivered");
        assertThat(opened.on(Stage.DELIVERED.milestone())).contains(LocalDate.of(2025, 12, 1));
        assertThat(opened.machines()).extracting(OpenedOrder.Numbered::serial).containsExactly(new SerialNumber("VMC-1"), new SerialNumber("VMC-2"));
        assertThat(opened.paid()).containsExactly(new OpenedOrder.Paid(1, Money.cny(300_000), LocalDate.of(2025, 6, 9), "V-1"));
        var file = company.opened.get(company.opened.size() - 1);
        assertThat(file.order().orElseThrow().total()).isEqualTo(new Money(new BigDecimal("1000000.00"), "CNY"));
        assertThat(file.documents()).singleElement().satisfies(evidence -> assertThat(evidence.digest()).isEqualTo(EVIDENCE.digest()));
        assertThat(file.tasks).isEmpty();
        Draft draft = run(() -> drafts.find(file.number()).orElseThrow());
        assertThat(draft.written("delivery-place").orElseThrow().by()).isEqualTo(OPERATOR.id());
        assertThat(draft.fields().keySet()).doesNotContain("state", "delivered-on", "paid[0].amount");
        assertThat(run(() -> drafts.isSubmitted(file.number()))).isTrue();
    }

    private void attend(String matter) {
        run(() -> {
            admission.attend(company, matter);
            return true;
        });
    }

    @Test
    void a_contract_that_was_entered_meanwhile_is_left_out_and_said() {
        begin("2025-12-31", "700000.00", "700000.00");
        bring(row());
        signs(ZHOU);
        company.numbers.add("HT-7");
        refused(() -> signs(GAO), "entry.opening.taken");
        company.numbers.clear();
        signs(GAO);
        company.numbers.add("HT-7");

        attend(company.planned.get(0));

        assertThat(company.takenOver).isEmpty();
        assertThat(company.noted).contains("entry.opening.left-out");
        assertThat(rows()).singleElement().satisfies(row -> assertThat(row.leftOut()).isEqualTo("taken"));
    }

    @Test
    @DisplayName("A name that another customer has and an invoice that is registered refuse the signature, not the order a day later")
    void what_would_fail_later_is_not_signed() {
        begin("2025-12-31", "700000.00", "700000.00");
        bring(row());
        openings.parts = List.of(new Registered());
        refused(() -> signs(ZHOU), "entry.opening.taken");
        openings.parts = List.of();
        signs(ZHOU);
        company.names.add("宁波海天");
        refused(() -> signs(GAO), "kernel.customer.taken");
        company.names.clear();
        signs(GAO);

        openings.parts = List.of(new Registered());
        attend(company.planned.get(0));
        assertThat(company.takenOver).as("registered meanwhile").isEmpty();
        View page = run(() -> new OpeningPage(openings).show(new Query(GAO, List.of(), Map.of())));
        assertThat(page.toString()).contains("entry.opening.was-left-out", "invoice 25 is registered");
    }

    /** Has an invoice of every order in its books already. */
    private static final class Registered implements OpeningPart {

        @Override
        public Set<MilestoneName> brings() {
            return Set.of();
        }

        @Override
        public void takeOver(OrderFile file, OpenedOrder opened) {
            throw new UnsupportedOperationException("nothing is brought in");
        }

        @Override
        public List<Text> conflicts(OpenedOrder opened) {
            return List.of(Text.plain("invoice 25 is registered"));
        }
    }

    @Test
    @DisplayName("Who stated the books, or brought what proves them, does not sign them")
    void who_states_the_books_does_not_sign() {
        begin("2025-12-31", "1.00", "1.00");
        bring(row());
        company.actor = GAO;
        run(() -> begin.run(company, new Values(Map.of("as-of", "2025-12-31", "evidence", EVIDENCE, "totals", List.of(new Values(
                Map.of("customer", "haitian", "orders", "1", "receivable", "700000.00", "exposure", "700000.00")))))));
        company.actor = ZHOU;
        Upload other = new Upload("ledger-2.pdf", "application/pdf", 1, "c".repeat(64));
        run(() -> begin.run(company, new Values(Map.of("as-of", "2025-12-31", "evidence", other, "totals", List.of(new Values(
                Map.of("customer", "haitian", "orders", "1", "receivable", "700000.00", "exposure", "700000.00")))))));

        refused(() -> signs(GAO), "entry.opening.own");
        refused(() -> signs(ZHOU), "entry.opening.own");
        signs(BOTH);
    }

    @Test
    void the_page_gives_the_evidence_to_its_readers_alone_by_its_digest() {
        begin("2025-12-31", "700000.00", "700000.00");
        OpeningPage page = new OpeningPage(openings);

        assertThat(run(() -> page.file(new Query(GAO, List.of(EVIDENCE.digest()), Map.of())))).contains(EVIDENCE);
        assertThat(run(() -> page.file(new Query(GAO, List.of("b".repeat(64)), Map.of())))).isEmpty();
        assertThat(page.roles()).doesNotContain(Role.SALES_REP);
    }

    @Test
    @DisplayName("what proves an opening is kept for good, a contract's file until it is filed with its order or its row is dropped")
    void filesAreKeptWhileTheyAreNeeded() {
        begin("2025-12-31", "700000.00", "700000.00");
        Map<String, Object> row = row();
        row.put("contract-file", new Upload("HT-7.pdf", "application/pdf", 5, "c".repeat(64)));
        bring(row);
        row.put("contract-file", new Upload("HT-7 better.pdf", "application/pdf", 6, "d".repeat(64)));
        bring(row);
        assertThat(company.kept).hasSize(2).anyMatch(each -> each.matches("opening-\\d+ balances.pdf")).contains("opening-row HT-7 better.pdf");

        signs(ZHOU);
        signs(GAO);
        company.planned.forEach(this::attend);
        assertThat(company.kept).singleElement().asString().endsWith("balances.pdf");
    }

    private static final Upload SIGNED = new Upload("report.pdf", "application/pdf", 7, "f".repeat(64));

    /** Of two machines one is delivered, with its report; the other as far as is said, each stage ten days after the one before. */
    private static Map<String, Object> half(String rowState, Map<String, Object> other) {
        Map<String, Object> row = with("state", rowState, "receivable", "350000.00");
        List.of("finished-on", "dispatched-on", "arrived-on", "delivered-on").forEach(row::remove);
        row.put("machines", List.of(new Values(delivered("VMC-1")), new Values(other)));
        return row;
    }

    private static Map<String, Object> delivered(String serial) {
        return new HashMap<>(Map.of("serial", serial, "line", "1", "state", "delivered", "finished-on", "2025-08-01", "dispatched-on", "2025-08-11",
                "arrived-on", "2025-08-21", "delivered-on", "2025-08-31", "carrier", "Sinotrans", "waybill", "W-1", "evidence", SIGNED));
    }

    private static Map<String, Object> begun(String serial) {
        return new HashMap<>(Map.of("serial", serial, "line", "1", "state", "started"));
    }

    @Test
    @DisplayName("R-0.4: of a half-shipped order each machine comes with its own stage, days, carrier and signed report, and the order goes on from there")
    void machinesInDifferentStages() {
        begin("2025-12-31", "350000.00", "700000.00");
        Map<String, Object> row = half("started", begun("VMC-2"));
        assertThat(gaps(row)).isEmpty();
        assertThat(company.kept).anyMatch(each -> each.endsWith("report.pdf"));
        signs(ZHOU);
        signs(GAO);
        company.planned.forEach(this::attend);

        OpenedOrder opened = company.takenOver.get(0);
        assertThat(opened.on(MilestoneName.PRODUCTION_STARTED)).contains(LocalDate.of(2025, 7, 1));
        assertThat(opened.on(MilestoneName.PRODUCTION_FINISHED)).isEmpty();
        SerialNumber one = new SerialNumber("VMC-1");
        SerialNumber two = new SerialNumber("VMC-2");
        assertThat(opened.on(one, MilestoneName.LOGISTICS_DELIVERED)).contains(LocalDate.of(2025, 8, 31));
        assertThat(opened.numbered(one).orElseThrow().proof()).contains(SIGNED);
        assertThat(company.opened.get(0).documents()).as("no department has filed it").extracting(Document::digest).contains(SIGNED.digest());
        assertThat(opened.more(one, "logistics.carrier") + " " + opened.more(one, "logistics.waybill")).isEqualTo("Sinotrans W-1");
        assertThat(opened.on(two, MilestoneName.PRODUCTION_STARTED)).contains(LocalDate.of(2025, 7, 1));
        assertThat(opened.on(two, MilestoneName.PRODUCTION_FINISHED)).isEmpty();
    }

    @Test
    @DisplayName("R-0.4: a machine that is delivered comes with its report, each stage with its day, and the order with the stage of its last machine")
    void whatIsWrongWithAMachineIsNamed() {
        begin("2025-12-31", "350000.00", "700000.00");
        Map<String, Object> one = begun("VMC-2");
        one.put("state", "");
        assertThat(gaps(half("started", one))).as("one that does not say how far").containsExactly("machines[1].state");
        one.put("state", "cleared");
        assertThat(gaps(half("started", one))).containsExactly("machines[1].state");

        Map<String, Object> two = delivered("VMC-2");
        two.remove("evidence");
        assertThat(gaps(half("delivered", two))).contains("finished-on");
        assertThat(gaps(half("started", two))).containsExactly("machines[1].evidence");
        two.put("evidence", SIGNED);
        two.put("arrived-on", "2025-08-10");
        assertThat(gaps(half("started", two))).as("before it left").containsExactly("machines[1].arrived-on");
        two.put("arrived-on", "2026-01-01");
        assertThat(gaps(half("started", two))).as("after the opening").contains("machines[1].arrived-on");
        two.remove("arrived-on");
        assertThat(gaps(half("started", two))).containsExactly("machines[1].arrived-on");
        two.put("arrived-on", "2025-08-21");
        assertThat(gaps(half("started", two))).as("by its machines it is delivered").containsExactly("state");

        Map<String, Object> three = begun("VMC-2");
        three.put("finished-on", "2025-08-01");
        assertThat(gaps(half("started", three))).as("not so far").containsExactly("machines[1].finished-on");
        Map<String, Object> four = begun("VMC-2");
        four.put("evidence", SIGNED);
        assertThat(gaps(half("started", four))).as("a report of what is not delivered").containsExactly("machines[1].evidence");
        assertThat(gaps(half("started", begun("VMC-1")))).as("twice").containsExactly("machines.csv: Plate #2");
        Map<String, Object> lot = begun("VMC-2");
        lot.put("quantity", "1.5");
        assertThat(gaps(half("started", lot))).as("more than was ordered").containsExactly("machines");
    }

    @Test
    @DisplayName("R-0.4: an order of which every machine says its stage stood where the last of them did, since that day")
    void theOrderStoodWhereItsLastMachineDid() {
        begin("2025-12-31", "700000.00", "700000.00");
        Map<String, Object> later = delivered("VMC-2");
        later.putAll(Map.of("state", "arrived", "arrived-on", "2025-09-01"));
        List.of("delivered-on", "evidence").forEach(later::remove);
        Map<String, Object> row = half("arrived", later);
        row.putAll(Map.of("finished-on", "2025-08-01", "dispatched-on", "2025-08-11", "arrived-on", "2025-08-21"));
        assertThat(gaps(row)).as("the last arrived later").containsExactly("arrived-on");
        row.put("arrived-on", "2025-09-01");
        assertThat(gaps(row)).isEmpty();
    }
}
