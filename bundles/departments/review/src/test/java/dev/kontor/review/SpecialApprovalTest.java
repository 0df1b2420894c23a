package dev.kontor.review;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.task.Task;
import dev.kontor.review.book.SpecialApproval;
import dev.kontor.review.joint.AgreeSolution;
import dev.kontor.review.joint.ProposeSolution;
import dev.kontor.review.joint.ReviewRoom;
import dev.kontor.review.preliminary.Checklist;
import dev.kontor.review.preliminary.ConfirmApproval;
import dev.kontor.review.preliminary.PassPreliminary;
import dev.kontor.review.preliminary.ProposeApproval;
import dev.kontor.review.preliminary.ReturnOrder;
import dev.kontor.store.unit.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 4.1: special approval (特批, R-4.2)")
final class SpecialApprovalTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Parameter
    private Dialect dialect;

    private ReviewRoom room;

    private void open(Order order) {
        room = new ReviewRoom(dialect, order);
        room.submit();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("one person's proposal lets nothing pass; confirmed by a second it does, and everything about it is kept")
    void takesTwo() {
        open(anOrder().signedOn(DAY).prepaid(9).build());
        propose("chen", Role.SALES_HEAD, "policy", total(), DAY);
        blockedAt("item-policy");

        confirm("gao");
        room.pass();

        assertThat(room.file.milestones()).contains(MilestoneName.REVIEW_PASSED);
        SpecialApproval approval = approvals().get(0);
        assertThat(List.of(approval.proposal().proposedBy(), approval.proposal().settledBy(), approval.reason())).containsExactly("chen", "gao", "known for years");
        assertThat(approval.amount()).isEqualTo(total());
        assertThat(approval.expiresOn()).isEqualTo(DAY);
        assertThat(room.file.noted()).contains("review.override-proposed", "review.override-confirmed");
        assertThat(room.read(() -> room.book.findings(room.file.number())))
                .filteredOn(finding -> finding.item().equals("policy"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.approval()).isEqualTo(approval.id()));
    }

    @Test
    @DisplayName("who proposed it does not confirm it, though the only one in company leadership")
    void theProposerDoesNotConfirm() {
        open(anOrder().signedOn(DAY).prepaid(9).build());
        propose("gao", Role.LEADERSHIP, "policy", total(), DAY);

        assertThat(refusal(() -> confirm("gao")).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        assertThat(room.read(() -> new ConfirmApproval(room.book, room.accounts).offered(room.file, Optional.of(owed())))).isFalse();
        blockedAt("item-policy");
        confirm("tang");
        room.pass();
    }

    @Test
    @DisplayName("nobody proposes or confirms for an order of their own, in whatever role (R-4.4)")
    void notForAnOrderOfOnesOwn() {
        open(anOrder().signedOn(DAY).prepaid(9).build());
        assertThat(refusal(() -> propose("lina", Role.LEADERSHIP, "policy", total(), DAY)).reason())
                .isEqualTo(Refused.Reason.FORBIDDEN);
        propose("chen", Role.SALES_HEAD, "policy", total(), DAY);

        assertThat(refusal(() -> confirm("lina")).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
    }

    @Test
    @DisplayName("it holds on its last day; the day after the gate is closed again and says why")
    void holdsToTheEndOfItsLastDay() {
        open(anOrder().signedOn(DAY).build());
        room.exceedCredit();
        ask();
        propose("chen", Role.SALES_HEAD, "credit", total(), DAY.plusDays(7));
        confirm("gao");

        room.file.setToday(DAY.plusDays(8));
        assertThat(blockedAt("item-credit").toString()).contains("It expired on 2026-03-09");
        room.file.setToday(DAY.plusDays(7));
        room.pass();
    }

    @Test
    @DisplayName("a last day that is over is refused, and so is confirming after the last day")
    void aDayThatIsOverIsRefused() {
        open(anOrder().signedOn(DAY).prepaid(9).build());
        assertThat(gaps(() -> propose("chen", Role.SALES_HEAD, "policy", total(), DAY.minusDays(1)))).containsExactly("expires");
        propose("chen", Role.SALES_HEAD, "policy", total(), DAY);
        room.file.setToday(DAY.plusDays(1));

        assertThat(gaps(() -> confirm("gao"))).containsExactly("agreed");
    }

    @Test
    @DisplayName("one cent less than the order is worth is refused")
    void anAmountBelowTheOrderIsRefused() {
        open(anOrder().signedOn(DAY).prepaid(9).build());

        assertThat(gaps(() -> propose("chen", Role.SALES_HEAD, "policy", total().minus(cent()), DAY))).containsExactly("amount");
    }

    @Test
    @DisplayName("an approval of credit holds for a later revision of the same amount; one cent more and the gate is closed again")
    void aHigherTotalExceedsIt() {
        open(anOrder().signedOn(DAY).worth(Money.cny(600_000)).build());
        room.exceedCredit();
        ask();
        propose("chen", Role.SALES_HEAD, "credit", Money.cny(600_000), DAY.plusDays(7));
        confirm("gao");
        room.pass();
        List.of("production", "finance", "legal").forEach(each -> room.opine(each, each.equals("legal") ? "objection" : "no-objection"));
        agree();

        room.resubmit(anOrder().signedOn(DAY).revised(2).worth(Money.cny(600_000).plus(cent())).build());
        assertThat(blockedAt("item-credit").toString()).contains("the order is worth more");
        room.file.as("chen", Role.SALES_HEAD);
        room.run(new ReturnOrder(room.book), room.file.task(Vocabulary.PRELIMINARY, ""), Map.of("reason", "too much"));
        room.resubmit(anOrder().signedOn(DAY).revised(3).worth(Money.cny(600_000)).paidIn(4).build());
        assertThat(credit()).containsExactly(false, true);
    }

    @Test
    @DisplayName("an approval of any other item is for the revision it was given for")
    void anotherItemIsForItsRevision() {
        open(anOrder().signedOn(DAY).prepaid(9).build());
        propose("chen", Role.SALES_HEAD, "policy", total(), DAY.plusDays(7));
        confirm("gao");
        room.file.as("chen", Role.SALES_HEAD);
        room.run(new ReturnOrder(room.book), room.file.task(Vocabulary.PRELIMINARY, ""), Map.of("reason", "wrong place"));

        room.resubmit(anOrder().signedOn(DAY).revised(2).prepaid(1).build());

        assertThat(room.read(() -> Checklist.shown(room.file).items()))
                .filteredOn(Checklist.Item::fails)
                .singleElement()
                .satisfies(item -> assertThat(item.name() + item.reason()).startsWith("policy").contains("another revision"));
    }

    @Test
    @DisplayName("declined with a reason it lets nothing pass, and another can be proposed")
    void declinedItLetsNothingPass() {
        open(anOrder().signedOn(DAY).prepaid(9).build());
        propose("chen", Role.SALES_HEAD, "policy", total(), DAY);
        assertThat(gaps(() -> answer("gao", Map.of("agreed", "no")))).containsExactly("remarks");

        answer("gao", Map.of("agreed", "no", "remarks", "not for this customer"));

        blockedAt("item-policy");
        propose("chen", Role.SALES_HEAD, "policy", total(), DAY);
        assertThat(approvals()).extracting(SpecialApproval::state).containsExactlyInAnyOrder("declined", "proposed");
    }

    @Test
    @DisplayName("an order that goes back to sales takes the open proposal off leadership's desk")
    void aReturnedOrderDropsTheProposal() {
        open(anOrder().signedOn(DAY).prepaid(9).build());
        propose("chen", Role.SALES_HEAD, "policy", total(), DAY);
        room.file.as("chen", Role.SALES_HEAD);
        room.run(new ReturnOrder(room.book), room.file.task(Vocabulary.PRELIMINARY, ""), Map.of("reason", "wrong place"));

        assertThat(room.file.openTasks(Vocabulary.APPROVAL)).isEmpty();
        assertThat(approvals()).extracting(SpecialApproval::state).containsExactly("dropped");
    }

    @Test
    @DisplayName("an item that does not fail, or is proposed already, cannot be proposed")
    void onlyWhatFailsCanBeProposed() {
        open(anOrder().signedOn(DAY).prepaid(9).build());
        assertThat(gaps(() -> propose("chen", Role.SALES_HEAD, "credit", total(), DAY))).containsExactly("item");
        propose("chen", Role.SALES_HEAD, "policy", total(), DAY);

        assertThat(gaps(() -> propose("zhou", Role.FINANCE_CREDIT, "policy", total(), DAY))).containsExactly("item");
    }

    /** The customer's credit has changed since the order came in: the head of sales asks the rules again. */
    private void ask() {
        blockedAt("item-credit");
        room.command(() -> room.file.consult(Question.at(Vocabulary.AT_CREDIT)));
    }

    private List<Boolean> credit() {
        return room.file.decisions().stream()
                .filter(decision -> decision.point().equals(Vocabulary.AT_CREDIT))
                .flatMap(decision -> decision.all(Check.class).stream())
                .map(Check::passed)
                .sorted()
                .toList();
    }

    private void agree() {
        room.file.as("lina", Role.SALES_REP);
        room.run(new ProposeSolution(room.book, room.spans), Map.of(
                "objection", "legal", "kind", "correction", "words", "put right"));
        room.file.as("legal-reviewer", new Role("legal.reviewer"));
        room.run(new AgreeSolution(room.book, room.wayBack),
                room.file.task(Vocabulary.SOLUTION, "legal"), Map.of("agreed", "yes"));
    }

    private void propose(String who, Role role, String item, Money upTo, LocalDate lastDay) {
        room.file.as(who, role);
        room.run(new ProposeApproval(room.book, room.spans), Map.of("item", item, "amount", upTo.amount().toPlainString(),
                "expires", lastDay.toString(), "reason", "known for years"));
    }

    private void confirm(String who) {
        answer(who, Map.of("agreed", "yes"));
    }

    private void answer(String who, Map<String, Object> values) {
        room.file.as(who, Role.LEADERSHIP);
        room.run(new ConfirmApproval(room.book, room.accounts), owed(), values);
    }

    private Task owed() {
        return room.file.task(Vocabulary.APPROVAL, "");
    }

    private Refused blockedAt(String field) {
        Refused refused = refusal(room::pass);
        assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly(field);
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.REVIEW_PASSED);
        return refused;
    }

    private List<String> gaps(Runnable attempt) {
        return refusal(attempt).gaps().stream().map(Refused.Gap::field).toList();
    }

    private static Refused refusal(Runnable attempt) {
        Refused refused = catchThrowableOfType(Refused.class, attempt::run);
        assertThat(refused).as("a refusal").isNotNull();
        return refused;
    }

    private Money total() {
        return room.file.order().orElseThrow().total();
    }

    private static Money cent() {
        return new Money(new BigDecimal("0.01"), "CNY");
    }

    private List<SpecialApproval> approvals() {
        return room.read(() -> room.book.approvals(room.file.number()));
    }
}
