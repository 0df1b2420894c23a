package dev.kontor.supervision.audit;

import dev.kontor.api.journal.Change;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import dev.kontor.store.unit.Dialect;
import dev.kontor.supervision.SupervisionRoom;
import dev.kontor.supervision.facts.Observation;
import dev.kontor.supervision.finding.Finding;
import dev.kontor.testkit.FakeOrderFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 10.1: every month is audited by who is independent (R-10.1, R-10.7)")
final class AuditTest extends AuditCase {

    @Test
    @DisplayName("supervision begins with a month and is planned for the day after it, and then month by month (R-10.1)")
    void monthByMonth() {
        room.company.as("shen", Role.SUPERVISOR).setToday(LocalDate.of(2026, 3, 20));
        room.submit(new Begin(room.audits), Map.of("from", "2026-03-20"));
        assertThat(room.company.planned()).containsExactly(Map.entry("supervision month 2026-03", LocalDate.of(2026, 4, 1)));

        endMarch();

        assertThat(room.company.planned()).containsEntry("supervision month 2026-04", LocalDate.of(2026, 5, 1));
        assertThat(SupervisionRoom.refusal(() -> room.submit(new Begin(room.audits), Map.of("from", "2026-03-20"))).reason())
                .isEqualTo(Refused.Reason.CONFLICT);
    }

    @Test
    @DisplayName("of the orders of the month a sample is drawn, and drawn again it is the same (R-10.1)")
    void theSampleCanBeDrawnAgain() {
        for (int number = 1; number <= 9; number++) {
            touched(number, number == 9 ? "2026-04-01T01:00:00Z" : "2026-03-05T02:00:00Z");
        }

        endMarch();

        Audit audit = march();
        List<OrderNumber> sample = sample().stream().map(Sample::order).toList();
        assertThat(audit.population()).isEqualTo(8);
        assertThat(sample).hasSize(5).doesNotContain(OrderNumber.of(2026, 9));
        List<OrderNumber> population = IntStream.rangeClosed(1, 8).mapToObj(each -> OrderNumber.of(2026, each)).sorted(Comparator.reverseOrder()).toList();
        assertThat(AuditPlan.drawn(audit.id(), population, 5)).isEqualTo(sample);
        assertThat(AuditPlan.drawn("another audit", population, 8)).isNotEqualTo(AuditPlan.drawn(audit.id(), population, 8));
    }

    @Test
    @DisplayName("the last moment of the month belongs to it, the first of the next does not")
    void theMonthEndsAtMidnightInTheCompanysZone() {
        touched(1, "2026-03-31T15:59:59.999Z");
        touched(2, "2026-03-31T16:00:00Z");

        endMarch();

        assertThat(sample()).extracting(Sample::order).containsExactly(OrderNumber.of(2026, 1));
    }

    @Test
    @DisplayName("an audit whose last day is over is missed, and stays so when it is made up for; one that is done is not (R-10.1)")
    void aMissedAuditIsVisible() {
        FakeOrderFile file = touched(1, "2026-03-05T02:00:00Z");
        endMarch();
        Audit audit = march();
        assertThat(audit.dueOn()).as("ten working days after the month").isEqualTo(LocalDate.of(2026, 4, 14));
        assertThat(room.company.planned()).containsEntry("supervision audit " + audit.id(), LocalDate.of(2026, 4, 15));

        assertThat(room.company.planned()).containsEntry("supervision audit-due " + audit.id(), audit.dueOn());
        room.does(() -> room.department.attend(room.company, "audit-due " + audit.id()));
        room.does(() -> room.department.attend(room.company, "audit " + audit.id()));
        assertThat(room.company.told()).containsExactly("supervision.inspector supervision.audit-planned",
                "supervision.inspector supervision.audit-due", "supervision.inspector supervision.audit-missed",
                "company.leadership supervision.audit-missed");
        inspect(file);
        room.does(() -> room.department.attend(room.company, "audit-due " + audit.id()));
        assertThat(room.company.told()).as("nobody is reminded of what is done").hasSize(4);

        assertThat(march().isMissed()).isTrue();
        assertThat(march().isDone()).isTrue();
        assertThat(room.company.noted()).contains("supervision.audit-missed", "supervision.audit-done");
    }

    @Test
    @DisplayName("who stands in the order's journal does not audit it; a colleague does (R-10.7)")
    void theAuditorIsIndependent() {
        FakeOrderFile file = touched(1, "2026-03-05T02:00:00Z");
        room.diary.line(file.number(), "2026-03-06T02:00:00Z", "shen", "order.note", Text.plain("hurry up"));
        room.diary.completed(file.number(), "2026-03-07T02:00:00Z", "han", "supervision.verification");
        endMarch();

        room.company.as("shen", Role.SUPERVISOR);
        assertThat(SupervisionRoom.refusal(() -> submitInspection(file)).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        room.company.as("han", Role.SUPERVISOR);
        submitInspection(file);

        assertThat(sample()).extracting(Sample::inspectedBy).containsExactly("han");
    }

    @Test
    @DisplayName("who answers for an order, or has put right what was found at it, does not audit it either (R-10.7)")
    void whoIsPartOfItIsNotIndependent() {
        FakeOrderFile file = touched(1, "2026-03-05T02:00:00Z");
        room.diary.line(file.number(), "2026-03-06T02:00:00Z", "han", "supervision.carried-out", Text.plain("done"));
        room.diary.line(file.number(), "2026-03-06T03:00:00Z", "shen", "supervision.inspected", Text.plain("inspected"));
        endMarch();

        room.company.as("han", Role.SUPERVISOR);
        assertThat(SupervisionRoom.refusal(() -> submitInspection(file)).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        room.company.as(file.summary().representative().value(), Role.SUPERVISOR);
        assertThat(SupervisionRoom.refusal(() -> submitInspection(file)).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        inspect(file);
    }

    @Test
    @DisplayName("who records what somebody else entered wrongly has found it and audits on; whose own entry was wrong, or who wrote more, does not (R-3.7, R-10.7)")
    void whoFindsAnEntryErrorIsIndependent() {
        FakeOrderFile file = touched(1, "2026-03-05T02:00:00Z");
        room.diary.line(file.number(), "2026-03-06T02:00:00Z", "shen", "entry.error-found", Text.plain(""), new Change("han writer-share", "", "100"));
        room.diary.line(file.number(), "2026-03-06T02:00:00Z", "shen", "task.raised", Text.of("kernel.task-raised", Text.of("task.entry.resubmission")));
        endMarch();

        room.company.as("han", Role.SUPERVISOR);
        assertThat(SupervisionRoom.refusal(() -> submitInspection(file)).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        inspect(file);
        Finding error = found(file).get(0);
        room.diary.line(file.number(), "2026-04-02T02:00:00Z", "shen", "order.note", Text.plain("hurry up"));
        assertThat(SupervisionRoom.refusal(() -> room.does(() -> room.independence.demanded(error.order(), room.company.actor()))).reason())
                .isEqualTo(Refused.Reason.FORBIDDEN);
    }

    @Test
    @DisplayName("an order that the whole group has worked on is replaced by the next of the drawing, one that somebody can inspect is not (R-10.1)")
    void anotherOrderIsDrawn() {
        for (int number = 1; number <= 6; number++) {
            touched(number, "2026-03-05T02:00:00Z");
        }
        endMarch();
        Sample first = sample().get(0);
        OrderNumber next = AuditPlan.drawn(march().id(), IntStream.rangeClosed(1, 6).mapToObj(each -> OrderNumber.of(2026, each)).toList(), 6).get(5);
        room.diary.line(first.order(), "2026-03-06T02:00:00Z", "shen", "order.note", Text.plain("hurry up"));
        room.company.as("gao", Role.LEADERSHIP);
        assertThat(SupervisionRoom.refusal(() -> drawAnother(first)).reason()).isEqualTo(Refused.Reason.CONFLICT);

        room.diary.line(first.order(), "2026-03-06T03:00:00Z", "han", "order.note", Text.plain("hurry up"));
        drawAnother(first);

        assertThat(sample()).extracting(Sample::order).hasSize(6).last().isEqualTo(next);
        assertThat(SupervisionRoom.refusal(() -> drawAnother(first)).reason()).isEqualTo(Refused.Reason.NOT_FOUND);
        room.company.as("shen", Role.SUPERVISOR);
        sample().stream().filter(each -> !each.isReplaced()).forEach(each -> room.submit(
                new Inspect(room.audits, room.findings, room.independence, room.plan), Map.of("subject", each.id())));
        assertThat(march().isDone()).isTrue();
    }

    @Test
    @DisplayName("an audit whose last two orders were inspected at once is done, and not told as missed (R-10.1)")
    void twoInspectorsAtOnceEndIt() {
        touched(1, "2026-03-05T02:00:00Z");
        endMarch();
        Audit audit = march();
        room.does(() -> room.audits.samples(audit).forEach(
                each -> each.inspect("d-1", "", new PersonId("shen"), room.company.now())));

        room.does(() -> room.department.attend(room.company, "audit " + audit.id()));

        assertThat(march().isDone()).isTrue();
        assertThat(march().isMissed()).isFalse();
        assertThat(room.company.noted()).contains("supervision.audit-done").doesNotContain("supervision.audit-missed");
    }

    private void drawAnother(Sample sample) {
        room.submit(new DrawAnother(room.audits, room.plan, room.months, room.independence), Map.of("subject", sample.id(), "reason", "all wrote in it"));
    }

    @Test
    @DisplayName("a sample that is drawn after its month is inspected within the days from then: nobody has missed what was not there (R-10.1)")
    void whatIsDrawnLaterHasItsDays() {
        touched(1, "2026-03-05T02:00:00Z");
        room.company.setToday(LocalDate.of(2026, 6, 2));

        room.does(() -> room.department.attend(room.company, "month 2026-03"));

        assertThat(march().dueOn()).as("ten working days after 1 June").isEqualTo(LocalDate.of(2026, 6, 15));
    }

    @Test
    @DisplayName("what was found waits a working day for an opinion; the day after, supervision group and company leadership are told of what has none (R-10.3)")
    void anOpinionIsGivenInTime() {
        FakeOrderFile file = late();
        Map.Entry<String, LocalDate> look = room.company.planned().entrySet().stream()
                .filter(each -> each.getKey().startsWith("supervision opinion "))
                .findFirst()
                .orElseThrow();
        assertThat(found(file)).extracting(Finding::dueOn).containsExactly("2026-04-02");
        assertThat(look.getValue()).isEqualTo(LocalDate.of(2026, 4, 3));

        room.does(() -> room.department.attend(room.company, look.getKey().substring("supervision ".length())));
        assertThat(room.company.told()).endsWith("supervision.inspector supervision.opinion-late", "company.leadership supervision.opinion-late");

        room.does(() -> room.findings.of(file.number()).get(0).leave("the customer's letter was late", new PersonId("shen")));
        int told = room.company.told().size();
        room.does(() -> room.department.attend(room.company, look.getKey().substring("supervision ".length())));
        assertThat(room.company.told()).as("what has an opinion is late with none").hasSize(told);
    }

    @Test
    @DisplayName("what is to be settled is listed from the oldest on, whatever stands at which state, and no more than asked for (R-10.3)")
    void whatIsToBeSettledIsListed() {
        Audit audit = new Audit(MARCH, LocalDate.of(2026, 4, 14), 4, "d-1", room.company.now());
        room.does(() -> {
            found(audit, "open", 40);
            found(audit, "noted", 10).leave("nothing", new PersonId("shen"));
            found(audit, "demanded", 30).demand("do it", Role.SALES_REP, LocalDate.of(2026, 4, 20), new PersonId("shen"));
            found(audit, "carried-out", 20).carryOut("done", new PersonId("lina"), room.company.now());
        });

        assertThat(room.read(() -> room.findings.unsettled(9))).extracting(Finding::matter).containsExactly("carried-out", "demanded", "open");
        assertThat(room.read(() -> room.findings.unsettled(2))).extracting(Finding::matter).containsExactly("carried-out", "demanded");
    }

    private Finding found(Audit audit, String matter, long at) {
        Conclusion.Check check = new Conclusion.Check(matter, false, Reason.of("late"), new Clause("3.2"));
        Concluded concluded = new Concluded(check, new SetVersion("supervision/audit", 1, "0".repeat(64)), "late");
        Finding finding = new Finding(audit.id(), new Observation("SO-2026-00001", matter, 1), concluded,
                new ReasonWords("late", "超时"), "d-1", 5, Instant.ofEpochMilli(at));
        room.findings.keep(finding);
        return finding;
    }
}
