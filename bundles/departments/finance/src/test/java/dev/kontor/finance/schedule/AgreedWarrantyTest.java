package dev.kontor.finance.schedule;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Question;
import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.PaymentPlan;
import dev.kontor.finance.CollectionRoom;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.RuleBook;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 7.1: retention money falls due by the warranty that the contract gives (R-7.1, R-8.1, policy 12)")
final class AgreedWarrantyTest {

    private static final LocalDate DELIVERED = LocalDate.of(2026, 9, 10);
    private static final LocalDate COMPANYS = LocalDate.of(2027, 9, 10);
    private static final LocalDate AGREED = LocalDate.of(2028, 9, 12);

    @Parameter
    private Dialect dialect;

    private CollectionRoom room;
    private RuleBook rules;

    @BeforeEach
    void open() {
        room = new CollectionRoom(dialect);
        rules = CollectionRoom.rules();
        room.file = room.file(retaining(), rules);
        room.clear();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("the end that another department tells counts instead of the company's months, and a later certificate instead of both")
    void theContractsEndCounts() {
        theContractIsRead();
        room.passed(MilestoneName.LOGISTICS_DELIVERED, DELIVERED);
        assertThat(room.due(1).dueOn()).contains(AGREED);

        room.run(() -> room.schedule.warrantyEnded(room.file, LocalDate.of(2027, 12, 1)));

        assertThat(room.due(1).dueOn()).contains(LocalDate.of(2027, 12, 1));
    }

    @Test
    @DisplayName("when the months are agreed after delivery, the day is counted again, with what was planned for it")
    void itIsCountedAgain() {
        room.passed(MilestoneName.LOGISTICS_DELIVERED, DELIVERED);
        assertThat(room.due(1).dueOn()).contains(COMPANYS);
        assertThat(room.file.planned()).doesNotContainKey("finance recount");

        theContractIsRead();
        ask();
        room.goOnTo(DELIVERED);

        assertThat(room.due(1).dueOn()).contains(AGREED);
        assertThat(room.file.planned()).containsEntry("finance due 1", AGREED);
        ask();
        assertThat(room.file.planned()).as("nothing has changed since").doesNotContainKey("finance recount");
    }

    @Test
    @DisplayName("what fell due too early is dunned no longer")
    void itWasNotDue() {
        room.passed(MilestoneName.LOGISTICS_DELIVERED, DELIVERED);
        room.goOnTo(COMPANYS.plusDays(8));
        assertThat(room.due(1).level()).isEqualTo("reminder");

        theContractIsRead();
        ask();
        room.goOnTo(COMPANYS.plusDays(8));

        assertThat(room.due(1).level()).isEmpty();
        assertThat(room.file.openTasks()).extracting(task -> task.kind().value()).noneMatch(kind -> kind.startsWith("finance.dunning-"));
    }

    @Test
    @DisplayName("of an order that has ended nothing is counted again")
    void anEndedOrderStaysEnded() {
        room.passed(MilestoneName.LOGISTICS_DELIVERED, DELIVERED);
        theContractIsRead();
        ask();
        room.run(() -> room.collecting.close(room.file));

        room.goOnTo(DELIVERED.plusDays(1));
        ask();

        assertThat(room.dues()).isEmpty();
        assertThat(room.file.planned()).doesNotContainKey("finance recount");
    }

    private void theContractIsRead() {
        rules.activate(List.of(Path.of("src", "test", "rules")), "partner/finance.due");
    }

    private void ask() {
        room.run(() -> room.file.consult(Question.at(Schedule.DUE)));
    }

    /** All of it, until the end of the warranty. */
    private static Order retaining() {
        Order plain = anOrder().signedOn(LocalDate.of(2026, 3, 2)).deliveredOn(AGREED).build();
        Instalment all = new Instalment(1, "retention", plain.total(), DueTerm.after("warranty-end", 0, 0), "transfer", "");
        return new Order(plain.number(), 1, plain.contract(), plain.customer(), plain.customerName(), plain.contact(), plain.lines(),
                new PaymentPlan(List.of(all)), plain.delivery(), plain.terms(), plain.representative(), plain.channel(), plain.more());
    }
}
