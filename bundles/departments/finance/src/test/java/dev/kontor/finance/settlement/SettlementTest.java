package dev.kontor.finance.settlement;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.finance.TaxRoom;
import dev.kontor.finance.invoice.RecordInvoice;
import dev.kontor.finance.invoice.RecordRedLetter;
import dev.kontor.finance.invoice.RequestInvoice;
import dev.kontor.finance.invoice.TaxBlocks;
import dev.kontor.finance.penalty.PenaltyBlocks;
import dev.kontor.finance.receipt.AReceipt;
import dev.kontor.finance.receipt.Allocate;
import dev.kontor.finance.receipt.Posting;
import dev.kontor.finance.receipt.ReverseAllocation;
import dev.kontor.finance.schedule.Payment;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakePrinter;
import dev.kontor.testkit.WeekdayCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
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
@DisplayName("Regulation 7.2: settlement, completion and hand-over to the archive (R-7.6, R-7.7, R-7.9)")
final class SettlementTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final TaskKind INVOICE = new TaskKind("finance.invoice");

    @Parameter
    private Dialect dialect;

    private final FakePrinter printer = new FakePrinter();
    private TaxRoom room;
    private SettlementSheet sheet;

    /** 113,000: an advance of 33,900, 67,800 after dispatch, 11,300 of retention money a year after acceptance. */
    @BeforeEach
    void open() {
        room = new TaxRoom(dialect, anOrder().worth(Money.cny(113_000)).deliveredOn(DAY.plusDays(30)).build());
        sheet = new SettlementSheet(
                room.settling, new TaxBlocks(room.invoices, room.invoicing), new PenaltyBlocks(room.penaltyBook, room.penalties), printer);
        room.file.with(room.department);
        room.run(() -> room.file.reach(MilestoneName.REVIEW_CLEARED));
        room.readNothingAgreed();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("R-7.6: finance confirms, then the representative; the sheet is filed and the order settled")
    void settledByTwo() {
        deliver();
        invoice("100000.00", "13000.00");
        collect();
        assertThat(due("finance")).isEqualTo(DAY.plusDays(7));

        confirm("finance", "tang", Map.of());
        assertThat(task("sales").holder()).hasValueSatisfying(holder -> assertThat(holder.value()).isEqualTo("lina"));
        assertThat(due("sales")).isEqualTo(DAY.plusDays(1));
        confirm("sales", "lina", Map.of("verdict", "agreed"));

        assertThat(room.file.milestones()).contains(MilestoneName.FINANCE_SETTLED);
        assertThat(room.file.openTasks(ConfirmSettlement.TASK)).isEmpty();
        assertThat(room.file.documents()).extracting(each -> each.kind().value()).contains("finance.settlement");
        assertThat(printer.printed()).singleElement().satisfies(paper -> assertThat(paper.signatures()).hasSize(2));
    }

    @Test
    @DisplayName("R-7.6: one person cannot confirm for both")
    void twoPersons() {
        deliver();
        invoice("100000.00", "13000.00");
        collect();
        confirm("finance", "lina", Map.of());

        assertThat(refusal(() -> confirm("sales", "lina", Map.of("verdict", "agreed"))).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.FINANCE_SETTLED);
    }

    @Test
    @DisplayName("R-7.9: what is not invoiced, not received or not delivered keeps the order from being settled, each named")
    void differencesBlock() {
        collect();
        assertThat(differences()).containsExactly("finance.settlement.invoices-differ", "finance.settlement.not-delivered");
        assertThat(refusal(() -> confirm("finance", "tang", Map.of())).reason()).isEqualTo(Refused.Reason.CONFLICT);

        deliver();
        invoice("89999.99", "11700.00");
        assertThat(differences()).as("one cent less than all but the retention money").containsExactly("finance.settlement.invoices-differ");
        assertThat(refusal(() -> confirm("finance", "tang", Map.of())).reason()).isEqualTo(Refused.Reason.CONFLICT);
        invoice("0.01", "0.00");

        assertThat(differences()).isEmpty();
        confirm("finance", "tang", Map.of());
    }

    @Test
    @DisplayName("R-7.6: a cent that is missing is a difference; retention money that is not due is none, on its due day it is")
    void receiptsToTheCent() {
        deliver();
        invoice("100000.00", "13000.00");
        room.paid(1, Money.cny(33_900), DAY);
        room.paid(2, new Money(new BigDecimal("67799.99"), "CNY"), DAY);
        assertThat(differences()).containsExactly("finance.settlement.receipts-differ");

        room.paid(2, new Money(new BigDecimal("0.01"), "CNY"), DAY);
        assertThat(differences()).isEmpty();
        room.file.setToday(DAY.plusYears(1).minusDays(1));
        assertThat(differences()).isEmpty();
        room.file.setToday(DAY.plusYears(1));

        assertThat(differences()).containsExactly("finance.settlement.receipts-differ");
    }

    @Test
    @DisplayName("R-7.8: a breach clause that nobody has read keeps the order from being settled, and one that was changed since")
    void unreadBreachClause() {
        deliver();
        invoice("100000.00", "13000.00");
        collect();
        room.file.revise(anOrder().revised(2).worth(Money.cny(113_000)).deliveredOn(DAY.plusDays(30))
                .withTerms(new ContractTerm("breach", "9", "0.1 % a day.")).build());

        assertThat(differences()).containsExactly("finance.settlement.terms-unread");
        room.readNothingAgreed();
        assertThat(differences()).isEmpty();
    }

    @Test
    @DisplayName("R-7.6: money that came in and is not allocated is a difference")
    void unallocatedReceipts() {
        deliver();
        invoice("100000.00", "13000.00");
        collect();

        room.run(() -> room.entities.persist(AReceipt.of(room.file, "V-1", new Money(new BigDecimal("0.01"), "CNY"))));

        assertThat(differences()).containsExactly("finance.settlement.unallocated");
    }

    @Test
    @DisplayName("R-7.6: money of the order that is known and not recorded is a difference until it is")
    void unrecordedReceipts() {
        deliver();
        invoice("100000.00", "13000.00");
        collect();

        Task recording = room.command(() -> room.file.raise(NewTask.of(Posting.RECORDING, Role.FINANCE_CLERK).about("V-7")));
        assertThat(differences()).containsExactly("finance.settlement.unrecorded");

        room.run(() -> room.file.complete(recording.id(), Outcome.of("recorded")));
        assertThat(differences()).isEmpty();
    }

    @Test
    @DisplayName("R-7.6: figures that changed after finance confirmed are confirmed anew, and sales may dispute them")
    void changedOrDisputed() {
        deliver();
        invoice("90000.00", "11700.00");
        collect();
        confirm("finance", "tang", Map.of());
        invoice("100.00", "13.00");

        assertThat(refusal(() -> confirm("sales", "lina", Map.of("verdict", "agreed"))).reason()).isEqualTo(Refused.Reason.CONFLICT);
        assertThat(refusal(() -> confirm("sales", "lina", Map.of("verdict", "disputed"))).gaps()).hasSize(1);
        room.run(() -> room.settling.ask(room.file));
        confirm("sales", "lina", Map.of("verdict", "disputed", "remarks", "there is another invoice"));
        assertThat(room.file.openTasks(ConfirmSettlement.TASK)).as("finance is asked once").hasSize(1);
        confirm("finance", "tang", Map.of());
        confirm("sales", "lina", Map.of("verdict", "agreed"));

        assertThat(room.file.milestones()).contains(MilestoneName.FINANCE_SETTLED);
    }

    @Test
    @DisplayName("R-7.6: an allocation that is reversed after the settlement undoes it; collected again, both confirm again")
    void reversedAfterSettled() {
        settledWithReceipt();

        Payment last = room.read(() -> room.schedule.history(room.file.number())).get(1);
        run(new ReverseAllocation(room.receipts, room.schedule, room.posting, room.settling), Optional.empty(),
                Map.of("allocation", last.id(), "reason", "another order's"));
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.FINANCE_SETTLED, MilestoneName.FINANCE_COLLECTED);
        assertThat(room.file.openTasks(ConfirmSettlement.TASK)).as("nobody settles what is not collected").isEmpty();
        assertThat(room.file.planned()).as("it is looked at day by day again").containsKey("finance day");

        run(new Allocate(room.receipts, room.schedule, room.posting, room.penalties),
                Optional.of(room.file.task(new TaskKind("finance.allocation"), "V-1")), Map.of("to", "oldest"));
        assertThat(room.file.milestones()).contains(MilestoneName.FINANCE_COLLECTED);
        room.run(() -> room.file.goOnTo(room.file.today().plusDays(1)));
        settle();
    }

    @Test
    @DisplayName("R-7.6: a red letter after the settlement undoes it; finance is asked at once and confirms when the figures agree again")
    void redLetterAfterSettled() {
        settledWithReceipt();

        String invoice = room.read(() -> room.invoices.of(room.file.number())).get(0).id();
        run(new RecordRedLetter(room.invoices, room.invoicing, room.collecting, room.settling), Optional.empty(), Map.of(
                "reverses", invoice, "number", "25312000000000009999", "issued-on", DAY.toString(), "reason", "wrong title", "again", "yes",
                "amounts", List.of(new Values(Map.of("rate", "13", "net", "100000.00", "tax", "13000.00"))),
                "original", new Upload("red.ofd", "application/ofd", 1, "00")));
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.FINANCE_SETTLED);
        assertThat(refusal(() -> confirm("finance", "tang", Map.of())).reason()).isEqualTo(Refused.Reason.CONFLICT);

        invoice("100000.00", "13000.00");
        settle();
    }

    @Test
    @DisplayName("R-7.6: a change of a settled order that leaves its figures leaves its settlement")
    void changedAfterSettled() {
        settledWithReceipt();

        room.run(() -> room.file.arrive(room.department, MilestoneName.REVIEW_CLEARED.value()));
        assertThat(room.file.milestones()).contains(MilestoneName.FINANCE_SETTLED);

        room.file.revise(anOrder().revised(2).worth(Money.cny(226_000)).deliveredOn(DAY.plusDays(30)).build());
        room.run(() -> room.file.arrive(room.department, MilestoneName.REVIEW_CLEARED.value()));
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.FINANCE_SETTLED);
    }

    @Test
    @DisplayName("R-7.6: retention money that was paid after the settlement does not undo it when the order is changed")
    void paidSinceSettled() {
        settledWithReceipt();
        room.receive("V-2", "11300");
        room.file.revise(anOrder().revised(2).calling("1").worth(Money.cny(113_000)).deliveredOn(DAY.plusDays(30)).build());

        room.run(() -> room.file.arrive(room.department, MilestoneName.REVIEW_CLEARED.value()));

        assertThat(room.file.milestones()).contains(MilestoneName.FINANCE_SETTLED);
    }

    @Test
    @DisplayName("R-7.6, R-7.7: retention money that fell due after the settlement and is not paid does not undo it when the order is changed")
    void dueSinceSettled() {
        settledWithReceipt();
        room.run(() -> room.file.goOnTo(room.read(() -> room.schedule.of(room.file.number())).get(2).dueOn().orElseThrow()));
        room.file.revise(anOrder().revised(2).calling("1").worth(Money.cny(113_000)).deliveredOn(DAY.plusDays(30)).build());

        room.run(() -> room.file.arrive(room.department, MilestoneName.REVIEW_CLEARED.value()));

        assertThat(room.file.milestones()).contains(MilestoneName.FINANCE_SETTLED);
    }

    /** 101,700 of 113,000 came, the rest is retention money. */
    private void settledWithReceipt() {
        deliver();
        invoice("100000.00", "13000.00");
        room.receive("V-1", "101700");
        collected();
        settle();
    }

    private void settle() {
        confirm("finance", "tang", Map.of());
        confirm("sales", "lina", Map.of("verdict", "agreed"));
        assertThat(room.file.milestones()).contains(MilestoneName.FINANCE_SETTLED);
    }

    private void collected() {
        assertThat(room.file.milestones()).contains(MilestoneName.FINANCE_COLLECTED);
        room.run(() -> room.file.arrive(room.department, MilestoneName.FINANCE_COLLECTED.value()));
    }

    @Test
    @DisplayName("R-7.7: delivered and collected the order is completed, retention open; the papers are owed within ten working days")
    void completedAndHandedOver() {
        deliver();
        invoice("100000.00", "13000.00");
        collect();
        room.run(() -> room.file.arrive(room.department, "completed"));

        assertThat(room.file.milestones()).contains(MilestoneName.ORDER_COMPLETED);
        assertThat(handOverTask().deadline().orElseThrow().lastDay()).isEqualTo(DAY.plusDays(14));
        assertThat(refusal(() -> handOver(List.of())).words()).isEqualTo(Text.of("finance.settlement.settle-first"));
        confirm("finance", "tang", Map.of());
        confirm("sales", "lina", Map.of("verdict", "agreed"));

        List<String> missing = HandOver.missing(room.file);
        assertThat(missing).contains("entry.contract", "finance.receipt").doesNotContain("finance.invoice", "finance.settlement");
        assertThat(refusal(() -> handOver(missing.subList(1, missing.size()))).gaps()).hasSize(1);
        room.file.file(new DocumentKind("entry.contract"), new Upload("contract.pdf", "application/pdf", 1, "00"));
        handOver(HandOver.missing(room.file));

        assertThat(room.file.openTasks(HandOver.TASK)).isEmpty();
        room.run(() -> room.settling.ask(room.file));
        assertThat(room.file.openTasks(HandOver.TASK)).as("they are not owed again").isEmpty();
    }

    @Test
    @DisplayName("R-9.1: a set that is attached adds a kind of document to what is handed over; it is missing until it is filed")
    void anAttachedSetAddsAKind() {
        room.attach("partner/finance.settlement");
        deliver();
        invoice("100000.00", "13000.00");
        collect();
        assertThat(HandOver.missing(room.file)).as("before the order is completed").doesNotContain("export.licence");
        room.run(() -> room.file.arrive(room.department, "completed"));
        assertThat(HandOver.missing(room.file)).contains("entry.contract", "export.licence");

        room.file.file(new DocumentKind("export.licence"), new Upload("licence.pdf", "application/pdf", 1, "11"));

        assertThat(HandOver.missing(room.file)).contains("entry.contract").doesNotContain("export.licence");
    }

    @Test
    @DisplayName("R-9.6: retention money that is not paid keeps the papers of a settled order from being destroyed, until it is paid")
    void retentionMoneyThatIsNotPaidKeepsThePapers() {
        settledWithReceipt();
        room.run(() -> room.file.arrive(room.department, "completed"));
        room.file.setToday(DAY.plusYears(40));
        assertThat(claims()).containsExactly("not-paid");

        room.receive("V-2", "11300");

        assertThat(claims()).isEmpty();
    }

    /** What finance has against a destruction of the order's documents. */
    private List<String> claims() {
        return room.command(() -> room.file.consult(Question.at(new ConsultationPoint("archive/disposal")))).all(Check.class).stream()
                .filter(check -> check.subject().equals("claims") && !check.passed())
                .map(check -> check.reason().key())
                .toList();
    }

    private void deliver() {
        room.run(() -> {
            room.file.reach(MilestoneName.LOGISTICS_DISPATCHED);
            room.file.reach(MilestoneName.LOGISTICS_DELIVERED);
            room.schedule.refresh(room.file);
        });
    }

    private void collect() {
        room.paid(1, Money.cny(33_900), DAY);
        room.paid(2, Money.cny(67_800), DAY);
        room.run(() -> {
            room.file.reach(MilestoneName.FINANCE_COLLECTED);
            room.file.arrive(room.department, MilestoneName.FINANCE_COLLECTED.value());
        });
    }

    /** An invoice as a clerk records it, on a task of its own. */
    private void invoice(String net, String tax) {
        room.file.as("tang", Role.FINANCE_CLERK);
        if (room.file.openTasks(INVOICE).isEmpty()) {
            run(new RequestInvoice(room.invoices, room.invoicing), Optional.empty(), Map.of("scope", "0", "kind", "special"));
        }
        Task task = room.file.openTasks(INVOICE).get(0);
        String number = "2531200000000000%04d".formatted(room.file.documents().size());
        run(new RecordInvoice(room.invoices, room.invoicing), Optional.of(task), Map.of(
                "kind", "special", "number", number, "issued-on", DAY.toString(),
                "amounts", List.of(new Values(Map.of("rate", "13", "net", net, "tax", tax))),
                "original", new Upload("invoice.ofd", "application/ofd", 1, "00")));
    }

    private List<String> differences() {
        return room.read(() -> room.settling.figures(room.file)).differences().stream().map(Text::key).toList();
    }

    private Task task(String subject) {
        return room.file.task(ConfirmSettlement.TASK, subject);
    }

    private LocalDate due(String subject) {
        return task(subject).deadline().orElseThrow().lastDay();
    }

    private Task handOverTask() {
        return room.file.task(HandOver.TASK, "archive");
    }

    private void confirm(String subject, String person, Map<String, Object> values) {
        room.file.as(person, subject.equals("sales") ? Role.SALES_REP : Role.FINANCE_CLERK);
        run(new ConfirmSettlement(room.settling, sheet, new WeekdayCalendar()), Optional.of(task(subject)), values);
    }

    private void handOver(List<String> missing) {
        room.file.as("tang", Role.FINANCE_CLERK);
        run(new HandOver(room.settling), Optional.of(handOverTask()), Map.of("missing", missing, "remarks", "kept on paper"));
    }

    private void run(OrderCommand command, Optional<Task> task, Map<String, Object> values) {
        room.command(() -> command.run(room.file, task, new Values(values)));
    }

    private static Refused refusal(Runnable attempt) {
        return catchThrowableOfType(Refused.class, attempt::run);
    }
}
