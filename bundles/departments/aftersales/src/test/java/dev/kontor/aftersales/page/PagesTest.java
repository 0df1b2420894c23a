package dev.kontor.aftersales.page;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.aftersales.Room;
import dev.kontor.aftersales.Vocabulary;
import dev.kontor.aftersales.improvement.ImprovementsPage;
import dev.kontor.aftersales.improvement.PlanImprovement;
import dev.kontor.aftersales.service.CaseTable;
import dev.kontor.aftersales.service.CaseView;
import dev.kontor.aftersales.service.CasesPage;
import dev.kontor.aftersales.visit.Visit;
import dev.kontor.aftersales.visit.VisitsPage;
import dev.kontor.aftersales.warranty.Entitlement;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 8.1: service is seen by customer, by machine, by order and by what is late (R-8.1, R-8.3)")
final class PagesTest {

    private static final LocalDate DELIVERED = LocalDate.of(2026, 3, 2);
    private static final Person XU = new Person(new PersonId("xu"), "Xu", Set.of(Role.AFTERSALES_ENGINEER), "en");
    private static final Person LINA = new Person(new PersonId("lina"), "Lina", Set.of(Role.SALES_REP), "zh-CN");

    private Room room;
    private OneOrder company;
    private CaseTable table;
    private CasesPage cases;

    @BeforeEach
    void open() {
        room = new Room(Dialect.DERBY, anOrder().signedOn(LocalDate.of(2026, 1, 5)).build()).delivered(DELIVERED, "K-1").opened();
        room.file.as("xu", Role.AFTERSALES_ENGINEER);
        company = new OneOrder(room.file);
        table = new CaseTable(room.kinds, room.clock());
        cases = new CasesPage(room.cases, room.kinds, new CaseView(room.cases, table, company), table);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("a machine's file says whether it is under warranty today, in the words of the rules and the reader")
    void aMachineShowsItsWarranty() {
        assertThat(warranty(DELIVERED.plusMonths(12))).startsWith(Text.of("aftersales.in-warranty")).hasSize(2);
        assertThat(warranty(DELIVERED.plusMonths(12).plusDays(1))).startsWith(Text.of("aftersales.out-of-warranty"));
        assertThat(warranty(DELIVERED.plusMonths(12)).get(1).arguments().get(0).toString()).contains("公司质保期为 12 个月");
    }

    @Test
    @DisplayName("the contract's last day stands on the machine's and the order's page, once somebody has read its clause")
    void theLastDayIsSeen() {
        Block.Fact until = new Block.Fact(Text.of("aftersales.warranty-until"), new Cell.Day(LocalDate.of(2027, 3, 2)));
        assertThat(facts(machine())).doesNotContain(until).hasSize(2);

        ask("repair");

        assertThat(facts(machine())).contains(until);
        assertThat(facts(tab())).contains(until);
    }

    @Test
    @DisplayName("machine, customer and order show the same case")
    void theCaseIsSeenEverywhere() {
        ask("repair");

        assertThat(rows(machine())).hasSize(1);
        assertThat(rows(customer())).hasSize(1);
        List<Block> tab = tab();
        assertThat(rows(tab)).hasSize(1);
        assertThat(tab).as("warranty, cases, visits").hasSize(3);
    }

    @Test
    @DisplayName("only who may open the page of a case is led to it")
    void nobodyIsLedToAClosedDoor() {
        ask("repair");

        Block forXu = room.read(() -> table.of(room.cases.of(room.file.number()), XU, ""));
        Block forLina = room.read(() -> table.of(room.cases.of(room.file.number()), LINA, ""));

        assertThat(rows(List.of(forXu)).get(0).get(0)).isInstanceOf(Cell.Link.class);
        assertThat(rows(List.of(forLina)).get(0).get(0)).isInstanceOf(Cell.Words.class);
        assertThat(cases.roles()).doesNotContain(Role.SALES_REP);
    }

    @Test
    @DisplayName("the desk shows what is late, goes on where a part ended, and keeps what narrows it")
    void theDeskIsNarrowed() {
        ask("repair");
        ask("repair");
        ask("consulting");

        assertThat(rows(show(cases, Map.of("state", "late")))).isEmpty();
        Block.Table first = table(show(cases, Map.of("kind", "repair", "rows", "1")));
        assertThat(first.rows()).hasSize(1);
        assertThat(first.next()).isEqualTo("aftersales/cases?kind=repair&after=SO-2026-00001-S1");
        assertThat(rows(show(cases, Map.of("kind", "repair", "after", "SO-2026-00001-S1")))).hasSize(1);
        room.file.setToday(LocalDate.of(2026, 3, 4));
        assertThat(rows(show(cases, Map.of("state", "late")))).hasSize(3);
    }

    @Test
    @DisplayName("a case shows what was asked, with the decision on its warranty; one that is not there is refused")
    void oneCase() {
        ask("repair");

        Query query = new Query(XU, List.of("SO-2026-00001-S1"), Map.of());
        List<Block> blocks = room.read(() -> cases.show(query).blocks());
        Refused refused = catchThrowableOfType(
                Refused.class, () -> room.read(() -> cases.show(new Query(XU, List.of("SO-2026-00001-S9"), Map.of()))));

        assertThat(blocks).hasSize(1);
        assertThat(blocks.toString()).contains("decisions/").contains("The spindle");
        assertThat(refused.reason()).isEqualTo(Refused.Reason.NOT_FOUND);
    }

    @Test
    @DisplayName("R-8.3: a resolved case leads to the paper that the customer signed")
    void aCaseLeadsToItsPaper() {
        ask("repair");
        room.run(room.answering(), Optional.of(room.file.task(Vocabulary.RESPONSE, "S1")),
                Map.of("response", "We come.", "responded-on", DELIVERED.toString()));
        room.run(room.resolving(), Optional.of(room.file.task(Vocabulary.RESOLUTION, "S1")), Map.of(
                "work", "Done.", "resolved-on", DELIVERED.toString(), "result", "solved", "confirmed-by", "Wang Wei", "confirmation", Room.SIGNED));

        List<Block> blocks = room.read(() -> cases.show(new Query(XU, List.of("SO-2026-00001-S1"), Map.of())).blocks());

        assertThat(blocks.toString()).contains("documents/" + room.file.documents().get(0).id());
    }

    @Test
    @DisplayName("R-8.3: a customer's file shows what is improved, and leads to every visit there was")
    void aCustomersFileLeadsToTheRest() {
        for (int i = 1; i <= 21; i++) {
            int month = i;
            room.command(() -> {
                Visit visit = new Visit(room.file.order().orElseThrow(), 100 + month, month, DELIVERED.plusMonths(month));
                visit.hold(DELIVERED.plusMonths(month), "phone", "Wang Wei", "xu");
                room.unit.persist(visit);
                return visit;
            });
        }
        room.run(new PlanImprovement(room.improvements), Optional.empty(),
                Map.of("what", "safe crates", "owner", "logistics.clerk", "due-on", DELIVERED.toString()));

        List<Block> blocks = customer();

        Block.Table visits = (Block.Table) blocks.get(0);
        assertThat(visits.rows()).hasSize(20);
        assertThat(visits.next()).isEqualTo("aftersales/visits?state=held&customer=C-0001");
        assertThat(blocks.get(1).toString()).contains("safe crates");
        Page page = new VisitsPage(room.visits, room.clock());
        assertThat(rows(show(page, Map.of("state", "held", "customer", "c-0001")))).hasSize(21);
        assertThat(rows(show(page, Map.of("state", "held", "customer", "C-0002")))).isEmpty();
        assertThat(table(show(page, Map.of("state", "held", "customer", "C-0001", "rows", "20"))).next())
                .startsWith("aftersales/visits?state=held&customer=C-0001&after=");
        Page better = new ImprovementsPage(room.improvements, room.clock());
        assertThat(rows(show(better, Map.of("customer", "C-0001")))).hasSize(1);
        assertThat(rows(show(better, Map.of("customer", "C-0002")))).isEmpty();
    }

    @Test
    @DisplayName("visits to come are listed, and satisfaction below; nothing to improve says who asks for it")
    void visitsAndImprovements() {
        List<Block> visits = show(new VisitsPage(room.visits, room.clock()), Map.of());
        List<Block> improvements = show(new ImprovementsPage(room.improvements, room.clock()), Map.of());

        assertThat(rows(visits)).hasSize(1);
        assertThat(rows(show(new VisitsPage(room.visits, room.clock()), Map.of("state", "held")))).isEmpty();
        assertThat(table(improvements).empty()).isEqualTo(Text.of("aftersales.no-improvements"));
    }

    private List<Text> warranty(LocalDate today) {
        room.file.setToday(today);
        Block.Facts facts = (Block.Facts) machine(LINA).get(0);
        Cell.Many said = (Cell.Many) ((Cell.Many) facts.facts().get(0).value()).cells().get(0);
        return said.cells().stream()
                .map(cell -> cell instanceof Cell.Badge badge ? badge.text() : ((Cell.Words) cell).text())
                .toList();
    }

    private List<Block> machine() {
        return machine(XU);
    }

    private List<Block> machine(Person reader) {
        return room.read(() -> new MachineService(entitlement(), room.cases, table).show(room.file.machines().get(0), reader));
    }

    private Entitlement entitlement() {
        return new Entitlement(company, company, room.warranties, room.clock());
    }

    private List<Block> customer() {
        FollowUp followUp = new FollowUp(room.visits, room.improvements);
        return room.read(() -> new CustomerService(room.cases, table, followUp, room.clock()).show(new CustomerId("C-0001"), XU));
    }

    private List<Block> tab() {
        FollowUp followUp = new FollowUp(room.visits, room.improvements);
        return room.read(() -> new AfterSalesTab(entitlement(), room.cases, table, followUp).show(room.file));
    }

    private List<Block> show(Page page, Map<String, String> parameters) {
        return room.read(() -> page.show(new Query(XU, List.of(), parameters)).blocks());
    }

    private static List<Block.Fact> facts(List<Block> blocks) {
        return ((Block.Facts) blocks.get(0)).facts();
    }

    private static List<List<Cell>> rows(List<Block> blocks) {
        return table(blocks).rows();
    }

    private static Block.Table table(List<Block> blocks) {
        return (Block.Table) blocks.stream().filter(Block.Table.class::isInstance).findFirst().orElseThrow();
    }

    private void ask(String kind) {
        room.run(room.opening(), Optional.empty(), Map.of(
                "machine", "K-1", "kind", kind, "need", "The spindle makes a noise.", "asked-by", "Wang Wei", "asked-on",
                room.file.today().toString(), "months", "12"));
    }
}
