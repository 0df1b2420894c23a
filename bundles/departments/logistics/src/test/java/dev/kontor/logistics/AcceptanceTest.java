package dev.kontor.logistics;

import static dev.kontor.logistics.LogisticsRoom.DAY;
import static dev.kontor.logistics.LogisticsRoom.signed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.form.Field;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.logistics.acceptance.CheckItems;
import dev.kontor.logistics.acceptance.Item;
import dev.kontor.logistics.acceptance.Objection;
import dev.kontor.logistics.acceptance.RaiseObjection;
import dev.kontor.logistics.acceptance.SettleObjection;
import dev.kontor.logistics.acceptance.SolveObjection;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Signature;
import dev.kontor.store.unit.Dialect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 6.2: the customer's acceptance (R-6.7 to R-6.10)")
final class AcceptanceTest {

    @Parameter
    private Dialect dialect;

    private LogisticsRoom room;

    @BeforeEach
    void open() {
        room = new LogisticsRoom(dialect, LogisticsRoom.twoMachines(false));
        room.finished("K-1");
        room.finished("K-2");
        room.look();
        room.send("K-1", "K-2");
    }

    @AfterEach
    void close() {
        room.close();
    }

    private CheckItems check() {
        return new CheckItems(room.shipments, room.acceptances);
    }

    private List<Item> items() {
        return room.read(() -> room.acceptances.items(room.shipments.find(room.file.number(), 1).orElseThrow(), Acceptance.ARRIVAL));
    }

    private List<Objection> objections() {
        return room.read(() -> room.acceptances.objections(room.shipments.find(room.file.number(), 1).orElseThrow(), Acceptance.ARRIVAL));
    }

    private String item(String serial, String kind) {
        return "" + items().stream()
                .filter(item -> item.asked().serial().equals(serial) && item.asked().kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .position();
    }

    @Test
    @DisplayName("Regulation 6.2: the checklist asks model, parameters, accessories and condition of each machine, and the quantity (R-6.8)")
    void theChecklistIsMadeFromTheOrder() {
        room.arriveToday();

        assertThat(items()).extracting(item -> item.asked().serial() + " " + item.asked().kind() + " " + item.asked().name() + " "
                        + item.asked().expected())
                .containsExactly(
                        " quantity CNC-500 2 台",
                        "K-1 model  CNC-500", "K-1 parameter travel 500 mm", "K-1 accessory tool kit ", "K-1 undamaged  ",
                        "K-2 model  CNC-500", "K-2 parameter travel 500 mm", "K-2 accessory tool kit ", "K-2 undamaged  ");
        assertThat(room.printer.printed().get(1).signatures()).hasSize(2);
    }

    @Test
    @DisplayName("Regulation 6.2: a rule set that is attached adds an item of its own (R-6.8)")
    void anAttachedSetAddsAnItem() {
        room.attach("partner/logistics.acceptance");
        room.arriveToday();

        assertThat(items()).filteredOn(item -> item.asked().kind().equals("rule")).singleElement().satisfies(item -> {
            assertThat(item.asked().reason().english()).isEqualTo("Oil level of 2 machines");
            assertThat(item.asked().reason().chinese()).isEqualTo("2 台设备的油位");
            assertThat(item.isChecked()).isFalse();
        });
    }

    @Test
    @DisplayName("Regulation 6.2: nothing is signed while one item was not looked at (R-6.8)")
    void oneItemThatWasNotLookedAtBlocksTheSignature() {
        room.arriveToday();
        Map<String, Object> allButOne = new HashMap<>();
        items().stream().skip(1).forEach(item -> allButOne.put("item-" + item.position(), Item.RIGHT));
        room.representative().run(check(), allButOne);
        assertThat(room.refused(room.sign(), signed(DAY)).toString()).contains("logistics.unchecked");

        room.run(check(), Map.of("item-1", Item.RIGHT));
        room.run(room.sign(), signed(DAY));

        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_DELIVERED);
    }

    @Test
    @DisplayName("Regulation 6.2: what is not right needs a remark and an owner, who owes the solution (R-6.9)")
    void whatIsNotRightBecomesAnObjection() {
        room.arriveToday();
        room.representative();
        String scratched = item("K-2", "undamaged");
        assertThat(room.gaps(check(), Map.of("item-" + scratched, Item.WRONG))).containsExactly("remark-" + scratched, "owner");

        room.run(check(), wrong(scratched));

        assertThat(objections()).singleElement().satisfies(objection -> assertThat(objection.words()).isEqualTo("scratched"));
        Task owed = room.file.task(Duties.OBJECTION, "1.1");
        assertThat(owed.role()).isEqualTo(Role.PRODUCTION_INSPECTOR);
        assertThat(owed.deadline().orElseThrow().lastDay()).isEqualTo(DAY.plusDays(3));

        room.run(check(), wrong(scratched));
        assertThat(objections()).as("saved again it is the same objection").hasSize(1);
    }

    private static Map<String, Object> wrong(String position) {
        return Map.of("item-" + position, Item.WRONG, "remark-" + position, "scratched", "owner", Role.PRODUCTION_INSPECTOR.value());
    }

    @Test
    @DisplayName("Regulation 6.2: an objection blocks the signature until its owner has solved it and the customer agrees (R-6.9)")
    void anOpenObjectionBlocksTheSignature() {
        room.arriveToday();
        room.checkAll();
        room.run(check(), wrong(item("K-2", "undamaged")));
        assertThat(room.refused(room.sign(), signed(DAY)).toString()).contains("logistics.objections-open");

        solve("polish");
        room.representative();
        assertThat(room.refused(room.sign(), signed(DAY)).toString()).as("solved is not settled").contains("logistics.objections-open");
        assertThat(room.gaps(settle(), Map.of("objection", "1", "satisfied", "no"))).containsExactly("remarks");
        room.run(settle(), Map.of("objection", "1", "satisfied", "no", "remarks", "still there"));
        assertThat(room.file.task(Duties.OBJECTION, "1.2").role()).isEqualTo(Role.PRODUCTION_INSPECTOR);

        solve("new cover");
        room.representative().run(settle(), Map.of("objection", "1", "satisfied", "yes"));
        room.run(room.sign(), signed(DAY));

        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_DELIVERED);
        assertThat(objections()).singleElement().satisfies(objection -> assertThat(objection.isSettled()).isTrue());
    }

    @Test
    @DisplayName("Regulation 6.2: what is found wrong again after it was settled is another objection, and blocks the signature (R-6.8, R-6.9)")
    void whatIsWrongAgainIsAnotherObjection() {
        room.arriveToday();
        room.checkAll();
        String scratched = item("K-2", "undamaged");
        room.run(check(), wrong(scratched));
        solve("polish");
        room.representative().run(settle(), Map.of("objection", "1", "satisfied", "yes"));
        room.run(check(), Map.of());
        assertThat(objections()).as("saved again, what is settled stays so").hasSize(1);

        assertThat(room.gaps(check(), Map.of("item-" + scratched, Item.WRONG, "remark-" + scratched, "dented"))).containsExactly("owner");
        room.run(check(), wrong(scratched));

        assertThat(objections()).extracting(Objection::isSettled).containsExactly(true, false);
        assertThat(room.file.task(Duties.OBJECTION, "2.1").role()).isEqualTo(Role.PRODUCTION_INSPECTOR);
        assertThat(room.refused(room.sign(), signed(DAY)).toString()).contains("logistics.objections-open");
    }

    private SettleObjection settle() {
        return new SettleObjection(room.shipments, room.acceptances);
    }

    private void solve(String how) {
        room.file.as("ma", Role.PRODUCTION_INSPECTOR);
        room.run(new SolveObjection(room.acceptances), Map.of("solution", how));
    }

    @Test
    @DisplayName("Regulation 6.2: an objection to something else than an item blocks the signature too (R-6.9)")
    void anObjectionToSomethingElseBlocksToo() {
        room.arriveToday();
        room.checkAll();
        room.run(new RaiseObjection(room.shipments, room.acceptances), Map.of("words", "no manual", "owner", Role.AFTERSALES_ENGINEER.value()));

        assertThat(room.refused(room.sign(), signed(DAY)).toString()).contains("logistics.objections-open");
        assertThat(room.file.task(Duties.OBJECTION, "1.1").role()).isEqualTo(Role.AFTERSALES_ENGINEER);
    }

    @Test
    @DisplayName("Regulation 6.2: delivered on the day of the signature, with signatory, authority, seal and the report itself (R-6.10)")
    void deliveredOnTheDayOfTheSignature() {
        room.arriveToday();
        room.file.setToday(DAY.plusDays(3));
        room.checkAll();
        assertThat(room.gaps(room.sign(), signed(DAY.minusDays(1)))).as("before it arrived").containsExactly("signed-on");
        assertThat(room.gaps(room.sign(), signed(DAY.plusDays(4)))).as("a day to come").containsExactly("signed-on");
        assertThat(room.file.machines()).noneMatch(machine -> machine.has(MilestoneName.LOGISTICS_DELIVERED));

        room.run(room.sign(), signed(DAY.plusDays(2)));

        assertThat(room.file.machines()).allSatisfy(machine ->
                assertThat(machine.on(MilestoneName.LOGISTICS_DELIVERED)).contains(DAY.plusDays(2)));
        assertThat(room.file.passed()).anySatisfy(passed -> {
            assertThat(passed.name()).isEqualTo(MilestoneName.LOGISTICS_DELIVERED);
            assertThat(passed.on()).isEqualTo(DAY.plusDays(2));
        });
        Signature signature = room.shipment(1).signature(Acceptance.ARRIVAL);
        assertThat(List.of(signature.signatory(), signature.authority(), signature.seal(), signature.originalAt(), signature.recordedBy()))
                .containsExactly("Wang Wei", "PoA 3", "acceptance", "cabinet 4", "lina");
        assertThat(room.file.documents()).filteredOn(document -> document.kind().value().equals("logistics.acceptance"))
                .singleElement()
                .satisfies(report -> assertThat(report.digest()).isEqualTo(signature.digest()));
        assertThat(room.file.openTasks()).isEmpty();
    }

    @Test
    @DisplayName("Regulation 6.2: the signed report itself and who signed it are demanded (R-6.10)")
    void theReportItselfIsDemanded() {
        room.arriveToday();

        List<Field> fields = room.read(() ->
                room.sign().form(room.file, Optional.of(room.file.task(Duties.ACCEPT, "1"))).fields());

        assertThat(fields).filteredOn(Field::required).extracting(Field::name)
                .containsExactly("report", "signed-on", "signatory", "authority", "seal", "original-at");
        assertThat(fields).filteredOn(field -> field.name().equals("seal")).flatExtracting(Field::options).extracting(Field.Option::value)
                .as("no contract is sealed here").containsExactly("official", "acceptance");
    }

    @Test
    @DisplayName("Regulation 6.2: what is accepted is compared with the revision in force; what was found and is the same stays (R-6.8)")
    void anotherRevisionIsLookedAtAnew() {
        room.arriveToday();
        room.checkAll();
        room.run(check(), wrong(item("K-1", "parameter")));
        Order changed = LogisticsRoom.ordered(2, 2, false);
        OrderLine line = changed.lines().get(0);
        room.file.revise(withLine(changed, new OrderLine(1, line.model(), line.name(), line.quantity(), line.unit(), line.unitPrice(),
                line.taxRate(), line.parameters(), List.of("tool kit", "manual"))));
        assertThat(room.refused(room.sign(), signed(DAY)).toString()).contains("logistics.checklist-old");

        room.look();

        assertThat(items()).hasSize(11).allMatch(item -> item.revision() == 2);
        assertThat(items()).filteredOn(item -> !item.isChecked()).extracting(item -> item.asked().name()).containsExactly("manual", "manual");
        assertThat(objections()).singleElement().satisfies(objection -> assertThat(objection.item())
                .isEqualTo(items().stream().filter(Item::isWrong).findFirst().orElseThrow().id()));
    }

    private static Order withLine(Order order, OrderLine line) {
        return new Order(order.number(), order.revision(), order.contract(), order.customer(), order.customerName(), order.contact(),
                List.of(line), order.payment(), order.delivery(), order.terms(), order.representative(), order.channel(), order.more());
    }
}
