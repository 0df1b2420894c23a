package dev.kontor.aftersales.service;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.aftersales.Room;
import dev.kontor.aftersales.Vocabulary;
import dev.kontor.aftersales.facts.OpenCase;
import dev.kontor.api.document.Document;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeCompanyFile;
import dev.kontor.testkit.RuleBook;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
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
@DisplayName("Regulation 8.1: service is asked for, answered, done and confirmed in time (R-8.1, R-8.2, R-8.3)")
final class ServiceCaseTest {

    /** A Monday. */
    private static final LocalDate DELIVERED = LocalDate.of(2026, 3, 2);

    @Parameter
    private Dialect dialect;

    private Room room;

    @BeforeEach
    void open() {
        room = new Room(dialect, anOrder().signedOn(LocalDate.of(2026, 1, 5)).build()).delivered(DELIVERED, "K-1");
        room.file.as("xu", Role.AFTERSALES_ENGINEER);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("both deadlines count from the day on which the customer asked, by the kind of service")
    void deadlinesCountFromTheCustomersDay() {
        room.file.setToday(DELIVERED.plusDays(2));

        ask(Map.of("kind", "repair", "asked-on", DELIVERED.toString()));

        assertThat(lastDay(Vocabulary.RESPONSE, "S1")).isEqualTo("2026-03-03");
        assertThat(lastDay(Vocabulary.RESOLUTION, "S1")).isEqualTo("2026-03-09");
        assertThat(only().isLate(LocalDate.of(2026, 3, 3))).isFalse();
        assertThat(only().isLate(LocalDate.of(2026, 3, 4))).isTrue();
    }

    @Test
    @DisplayName("a second case leaves what the first one owes")
    void casesDoNotLiftEachOther() {
        ask(Map.of("kind", "repair"));
        ask(Map.of("kind", "consulting"));

        assertThat(lastDay(Vocabulary.RESOLUTION, "S1")).isEqualTo("2026-03-09");
        assertThat(lastDay(Vocabulary.RESOLUTION, "S2")).isEqualTo("2026-03-04");
    }

    @Test
    @DisplayName("it is answered, then done with the customer's signature, which is filed with the order")
    void theWholeWay() {
        ask(Map.of("kind", "repair"));
        Task resolution = room.file.task(Vocabulary.RESOLUTION, "S1");
        assertThat(room.<Boolean>read(() -> room.resolving().offered(room.file, Optional.of(resolution)))).as("before the answer").isFalse();

        answer("S1");
        assertThat(only().dueOn()).isEqualTo("2026-03-09");
        assertThat(Room.gaps(() -> resolve("S1", Map.of("result", "solved")))).containsExactly("confirmed-by", "confirmation");
        assertThat(Room.gaps(() -> resolve("S1", signed("0")))).containsExactly("parts[0].quantity");
        resolve("S1", signed("2"));

        assertThat(room.file.openTasks()).isEmpty();
        assertThat(room.file.documents()).extracting(Document::kind).containsExactly(Vocabulary.RECORD, Vocabulary.RECORD);
        assertThat(room.file.documents()).extracting(Document::name).containsExactly("record.pdf", "case-SO-2026-00001-S1.pdf");
        assertThat(only()).satisfies(done -> {
            assertThat(done.confirmation()).contains(room.file.documents().get(0).id());
            assertThat(done.isOpen()).isFalse();
            assertThat(done.parts()).isEqualTo("spindle × 2");
            assertThat(done.confirmedBy()).isEqualTo("Wang Wei");
            assertThat(done.service().orElseThrow().by()).isEqualTo("xu");
        });
    }

    @Test
    @DisplayName("advice is confirmed by nobody, however it ends")
    void adviceNeedsNoSignature() {
        ask(Map.of("kind", "consulting"));
        answer("S1");
        resolve("S1", Map.of("result", "solved"));
        ask(Map.of("kind", "consulting"));
        answer("S2");
        resolve("S2", Map.of("result", "withdrawn"));

        assertThat(all()).extracting(ServiceCase::isOpen).containsExactly(false, false);
        assertThat(room.file.documents()).as("R-9.1: what was asked and advised is filed all the same").extracting(Document::kind)
                .containsExactly(Vocabulary.RECORD, Vocabulary.RECORD);
        assertThat(room.printer.printed().get(0).blocks().toString()).contains("The spindle makes a noise.").contains("We come on Friday.");
    }

    @Test
    @DisplayName("a case is withdrawn by somebody of the customer's, with their paper")
    void theCustomerWithdraws() {
        ask(Map.of("kind", "repair"));
        answer("S1");
        assertThat(Room.gaps(() -> resolve("S1", Map.of("result", "withdrawn")))).containsExactly("confirmed-by", "confirmation");
        assertThat(only().isOpen()).isTrue();

        resolve("S1", Map.of("result", "withdrawn", "confirmed-by", "Wang Wei", "confirmation", Room.SIGNED));

        assertThat(only().isOpen()).isFalse();
        assertThat(room.file.documents()).extracting(Document::name).contains("record.pdf");
        assertThat(room.file.told()).contains(Text.of("aftersales.case-withdrawn", "SO-2026-00001-S1", "Wang Wei", DELIVERED, "record.pdf"));
    }

    @Test
    @DisplayName("R-8.3: a case that no customer asked for is struck, with its reason, by who owes no service; another stays open")
    void aMistakenCaseIsStruck() {
        ask(Map.of("kind", "repair"));
        ask(Map.of("kind", "maintenance"));
        StrikeCase strike = new StrikeCase(room.cases, room.kinds);
        assertThat(strike.roles()).doesNotContain(Role.AFTERSALES_ENGINEER, Role.SALES_REP);

        room.run(strike, Optional.empty(), Map.of("case", "S1", "reason", "It was the machine next to it."));

        assertThat(all()).extracting(ServiceCase::isStruck, ServiceCase::isOpen).containsExactly(tuple(true, false), tuple(false, true));
        assertThat(all().get(0).service().orElseThrow().words()).isEqualTo("It was the machine next to it.");
        assertThat(room.file.openTasks()).extracting(Task::subject).containsOnly("S2").hasSize(2);
        assertThat(room.file.documents()).isEmpty();
        assertThat(room.file.told()).contains(Text.of("aftersales.case-struck", "SO-2026-00001-S1", "It was the machine next to it."));
        assertThat(Room.gaps(() -> room.run(strike, Optional.empty(), Map.of("case", "S1", "reason", "again")))).containsExactly("case");
    }

    @Test
    @DisplayName("R-8.1, R-8.3: of several machines that have arrived one is named, whose own delivery counts; advice may go without")
    void eachMachineHasItsOwnWarranty() {
        room.close();
        room = new Room(dialect, ofTwo(anOrder().signedOn(LocalDate.of(2026, 1, 5)).build())).delivered(DELIVERED, "K-1");
        room.file.setToday(LocalDate.of(2027, 3, 10));
        room.file.enrol(new SerialNumber("K-2"), 2, BigDecimal.ONE);
        room.file.reach(new SerialNumber("K-2"), MilestoneName.LOGISTICS_ARRIVED, LocalDate.of(2026, 9, 1));
        room.file.reach(new SerialNumber("K-2"), MilestoneName.LOGISTICS_DELIVERED, LocalDate.of(2026, 9, 2));
        for (String kind : List.of("installation", "repair", "maintenance")) {
            assertThat(Room.gaps(() -> ask(Map.of("kind", kind, "machine", "")))).as(kind).containsExactly("machine");
        }

        ask(Map.of("kind", "repair", "machine", "K-1"));
        ask(Map.of("kind", "repair", "machine", "K-2"));
        ask(Map.of("kind", "consulting", "machine", ""));

        assertThat(all()).extracting(ServiceCase::serial).containsExactly("K-1", "K-2", "");
        assertThat(all()).extracting(ServiceCase::inWarranty).as("a year and eight days after the first").startsWith(false, true);
    }

    @Test
    @DisplayName("R-8.3: the only machine that has arrived is the one that is meant")
    void theOnlyMachineIsMeant() {
        ask(Map.of("kind", "repair", "machine", ""));

        assertThat(only().serial()).isEqualTo("K-1");
    }

    @Test
    @DisplayName("no day is to come, before the question, or before the answer")
    void daysFollowEachOther() {
        assertThat(Room.gaps(() -> ask(Map.of("kind", "repair", "asked-on", "2026-03-03")))).containsExactly("asked-on");
        assertThat(Room.gaps(() -> ask(Map.of("kind", "repair", "asked-on", "2026-01-04")))).containsExactly("asked-on");
        room.file.setToday(LocalDate.of(2026, 3, 5));
        ask(Map.of("kind", "consulting", "asked-on", "2026-03-03"));
        Task owed = room.file.task(Vocabulary.RESPONSE, "S1");
        assertThat(Room.gaps(() -> room.run(room.answering(), Optional.of(owed), Map.of("response", "call", "responded-on", "2026-03-02"))))
                .containsExactly("responded-on");
        room.run(room.answering(), Optional.of(owed), Map.of("response", "call", "responded-on", "2026-03-04"));
        assertThat(Room.gaps(() -> resolve("S1", Map.of("result", "solved", "resolved-on", "2026-03-03")))).containsExactly("resolved-on");
    }

    @Test
    @DisplayName("a kind that the company adds is kept in time like the kind it is like")
    void kindsAreAnOpenList() {
        addKind("training", "consulting");

        ask(Map.of("kind", "training"));

        assertThat(only().kind()).isEqualTo("training");
        assertThat(lastDay(Vocabulary.RESOLUTION, "S1")).isEqualTo("2026-03-04");
        assertThat(Room.gaps(() -> addKind("training", "repair"))).containsExactly("id");
        assertThat(Room.gaps(() -> addKind("Training", "repair"))).containsExactly("id");
    }

    @Test
    @DisplayName("whoever opens the first case reads the warranty clause along, which is proposed from its words")
    void theClauseIsReadOnce() {
        Values initial = room.read(() -> room.opening().initial(room.file, Optional.empty()));
        assertThat(initial.text("months")).isEqualTo("12");
        assertThat(fields()).contains("months");
        assertThat(Room.gaps(() -> room.run(room.opening(), Optional.empty(), Map.of("kind", "repair", "need", "noise", "asked-by", "Wang",
                "asked-on", DELIVERED.toString())))).containsExactly("months");

        ask(Map.of("kind", "repair", "months", "18"));

        assertThat(fields()).doesNotContain("months");
        assertThat(room.<Integer>read(() -> room.warranties.span(room.file).orElseThrow().months())).isEqualTo(18);
    }

    @Test
    @DisplayName("on the last day of the contract's months it is under warranty, on the next it is not; what was decided stays")
    void warrantyIsDecidedByTheCustomersDay() {
        room.file.setToday(LocalDate.of(2027, 3, 10));

        ask(Map.of("kind", "repair", "asked-on", "2027-03-02"));
        ask(Map.of("kind", "repair", "asked-on", "2027-03-03"));

        assertThat(all()).extracting(ServiceCase::inWarranty).containsExactly(true, false);
    }

    @Test
    @DisplayName("only an open case is told to those who decide about money")
    void openCasesAreFacts() {
        ask(Map.of("kind", "consulting"));
        assertThat(room.<List<?>>read(() -> List.copyOf(new CaseFacts(room.cases).about(room.file))))
                .isEqualTo(List.of(new OpenCase("S1", "K-1", "consulting", true, "2026-03-02")));

        answer("S1");
        resolve("S1", Map.of("result", "solved"));

        assertThat(room.<List<?>>read(() -> List.copyOf(new CaseFacts(room.cases).about(room.file)))).isEmpty();
    }

    private static Order ofTwo(Order one) {
        OrderLine line = one.lines().get(0);
        OrderLine other = new OrderLine(2, line.model(), line.name(), line.quantity(), line.unit(), line.unitPrice(), line.taxRate(),
                List.of(), List.of());
        return new Order(one.number(), 1, one.contract(), one.customer(), one.customerName(), one.contact(), List.of(line, other),
                one.payment(), one.delivery(), one.terms(), one.representative(), one.channel(), one.more());
    }

    private void addKind(String id, String like) {
        FakeCompanyFile company = new FakeCompanyFile(DELIVERED, RuleBook.of(List.of(Path.of("."))));
        Map<String, Object> values = Map.of("id", id, "name-en", "Training", "name-zh", "培训", "like", like);
        room.command(() -> new AddServiceKind(room.kinds).run(company, new Values(values)));
    }

    private List<String> fields() {
        return room.<List<Field>>read(() -> room.opening().form(room.file, Optional.empty()).fields()).stream().map(Field::name).toList();
    }

    private void ask(Map<String, Object> changed) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "machine", "K-1", "need", "The spindle makes a noise.", "asked-by", "Wang Wei", "asked-on", room.file.today().toString(),
                "months", "12"));
        values.putAll(changed);
        room.run(room.opening(), Optional.empty(), values);
    }

    private void answer(String number) {
        room.run(room.answering(), Optional.of(room.file.task(Vocabulary.RESPONSE, number)),
                Map.of("response", "We come on Friday.", "responded-on", room.file.today().toString()));
    }

    private void resolve(String number, Map<String, Object> changed) {
        Map<String, Object> values = new HashMap<>(Map.of("work", "Bearing replaced.", "resolved-on", room.file.today().toString()));
        values.putAll(changed);
        room.run(room.resolving(), Optional.of(room.file.task(Vocabulary.RESOLUTION, number)), values);
    }

    private static Map<String, Object> signed(String quantity) {
        return Map.of("result", "solved", "confirmed-by", "Wang Wei", "confirmation", Room.SIGNED, "parts",
                List.of(new Values(Map.of("part", "spindle", "quantity", quantity))));
    }

    private LocalDate lastDay(TaskKind kind, String number) {
        return room.file.task(kind, number).deadline().orElseThrow().lastDay();
    }

    private List<ServiceCase> all() {
        return room.read(() -> room.cases.of(room.file.number()));
    }

    private ServiceCase only() {
        assertThat(all()).hasSize(1);
        return all().get(0);
    }
}
