package dev.kontor.supervision.indicator;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.api.assessment.Counted;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Diary;
import dev.kontor.supervision.SupervisionRoom;
import dev.kontor.supervision.events.Events;
import dev.kontor.testkit.FakeAccounts;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.OpenWall;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 10.2: indicators count what the journal shows, and nothing else (R-0.2, R-10.4)")
final class IndicatorTest {

    private static final OrderNumber ORDER = OrderNumber.of(2026, 1);

    private final Diary diary = new Diary();
    private final FakeOrderFile file = diary.open(new FakeOrderFile(anOrder().build(), SupervisionRoom.rules()));
    private final Events events = new Events(diary, diary, diary, diary, new FakeAccounts().with("lina", Role.SALES_REP).with("zhou", Role.FINANCE_REVIEWER));

    @Test
    @DisplayName("a late work counts once, when it was found late, and not again when it is done at last")
    void aLateWorkCountsOnce() {
        diary.violation(ORDER, "2026-03-05T02:00:00Z", "lina", "t-1", "entry/deadlines", "3.2");
        diary.completed(ORDER, "2026-03-06T02:00:00Z", "lina", "entry.entry");
        diary.completed(ORDER, "2026-03-07T02:00:00Z", "lina", "entry.resubmit");

        assertThat(counted("entry.on-time")).extracting(Counted::good).containsExactly(false, true);
    }

    @Test
    @DisplayName("done before it was found late, it is another work and counts as well")
    void whatWasDoneBeforeCounts() {
        diary.completed(ORDER, "2026-03-04T02:00:00Z", "lina", "entry.entry");
        diary.violation(ORDER, "2026-03-05T02:00:00Z", "lina", "t-1", "entry/deadlines", "3.2");

        assertThat(counted("entry.on-time")).extracting(Counted::good).containsExactlyInAnyOrder(false, true);
    }

    @Test
    @DisplayName("an opinion counts for the department whose opinion it is, its lateness for person and department")
    void anOpinionIsTheDepartments() {
        diary.line(ORDER, "2026-03-04T02:00:00Z", "zhou", "task.completed", Text.of("kernel.task-completed",
                Text.of("kernel.waiting.task-about", Text.of("task.review.opinion"), Text.of("department.finance"))));
        diary.violation(ORDER, "2026-03-05T02:00:00Z", "production", "t-1", "review/deadlines", "4.2");

        assertThat(counted("review.on-time")).extracting(Counted::department, Counted::good)
                .containsExactlyInAnyOrder(tuple("finance", true), tuple("production", false));
        assertThat(counted("entry.on-time")).isEmpty();
    }

    @Test
    @DisplayName("what one department does late uses up no lapse of another, whichever is done first")
    void departmentsCross() {
        diary.violation(ORDER, "2026-03-05T02:00:00Z", "lina", "t-1", "review/deadlines", "4.1");
        diary.violation(ORDER, "2026-03-05T02:00:00Z", "zhou", "t-2", "legal/deadlines", "4.2");
        diary.completed(ORDER, "2026-03-06T02:00:00Z", "zhou", "legal.clauses", "t-3", "2026-03-06");
        diary.completed(ORDER, "2026-03-07T02:00:00Z", "zhou", "legal.clauses", "t-2", "2026-03-04");
        diary.completed(ORDER, "2026-03-08T02:00:00Z", "lina", "review.preliminary", "t-1", "2026-03-04");

        assertThat(counted("review.on-time")).extracting(each -> each.person().orElseThrow().value(), Counted::department, Counted::good)
                .containsExactlyInAnyOrder(tuple("lina", "review", false), tuple("zhou", "legal", false), tuple("zhou", "legal", true));
    }

    @Test
    @DisplayName("of lines that name no task, a lapse is used up by its own department and person alone")
    void olderLinesMatchWhoseWorkItWas() {
        diary.violation(ORDER, "2026-03-05T02:00:00Z", "lina", "t-1", "review/deadlines", "4.1");
        diary.completed(ORDER, "2026-03-06T02:00:00Z", "zhou", "legal.clauses");
        diary.completed(ORDER, "2026-03-06T03:00:00Z", "zhou", "review.preliminary");
        diary.completed(ORDER, "2026-03-07T02:00:00Z", "lina", "review.preliminary");

        assertThat(counted("review.on-time")).extracting(each -> each.person().orElseThrow().value(), Counted::good)
                .containsExactlyInAnyOrder(tuple("lina", false), tuple("zhou", true), tuple("zhou", true));
    }

    @Test
    @DisplayName("an opinion that somebody holds is late once for its department, and for the person beside it")
    void aHeldOpinionIsLateOnceForItsDepartment() {
        diary.violation(ORDER, "2026-03-05T02:00:00Z", "production", "t-1", "review/deadlines", "4.2");
        diary.violation(ORDER, "2026-03-05T02:00:00Z", "zhou", "t-1", "review/deadlines", "4.2");
        diary.line(ORDER, "2026-03-06T02:00:00Z", "zhou", "task.completed", opinion("production"), new Change("task", "t-1", ""));
        diary.line(ORDER, "2026-03-06T02:00:00Z", "zhou", "task.completed", opinion("production"), new Change("task", "t-2", ""));

        assertThat(counted("review.on-time")).extracting(each -> each.person().map(PersonId::value).orElse(""), Counted::department, Counted::good)
                .containsExactlyInAnyOrder(tuple("", "production", false), tuple("zhou", "", false), tuple("zhou", "production", true));
    }

    private static Text opinion(String department) {
        return Text.of("kernel.task-completed", Text.of("kernel.waiting.task-about", Text.of("task.review.opinion"),
                Text.of("console.subject-of", department)));
    }

    @Test
    @DisplayName("an entry error counts for writer, confirmer and reviewer by their shares, and once for the department (R-3.7)")
    void accuracy() {
        diary.line(ORDER, "2026-03-04T02:00:00Z", "lina", "entry.submitted", Text.plain(""));
        diary.line(ORDER, "2026-03-05T02:00:00Z", "chen", "entry.error-found", Text.plain(""), new Change("delivery-place", "a", "b"),
                new Change("wang writer-share", "", "60"), new Change("lina confirmer-share", "", "20"), new Change("chen reviewer-share", "", "20"));

        assertThat(counted("entry.accuracy"))
                .extracting(each -> each.person().map(PersonId::value).orElse(""), Counted::department, Counted::good, each -> each.share().intValue())
                .containsExactly(tuple("lina", "entry", true, 100), tuple("wang", "", false, 60), tuple("lina", "", false, 20),
                        tuple("chen", "", false, 20), tuple("", "entry", false, 100));
    }

    @Test
    @DisplayName("an entry error of before shares were told counts against who answers for the order")
    void accuracyOfBefore() {
        diary.line(ORDER, "2026-03-05T02:00:00Z", "chen", "entry.error-found", Text.plain(""), new Change("delivery-place", "a", "b"));

        assertThat(counted("entry.accuracy")).extracting(each -> each.person().orElseThrow().value(), Counted::department, Counted::good)
                .containsExactly(tuple("lina", "entry", false));
    }

    @Test
    @DisplayName("signed for on the agreed date is in time, a day later is not")
    void delivery() {
        file.setToday(LocalDate.of(2026, 9, 2));
        file.reach(MilestoneName.LOGISTICS_DELIVERED, LocalDate.of(2026, 9, 1));
        assertThat(counted("logistics.delivery")).extracting(Counted::good).containsExactly(true);

        file.withdraw(MilestoneName.LOGISTICS_DELIVERED, Text.plain(""));
        file.reach(MilestoneName.LOGISTICS_DELIVERED, LocalDate.of(2026, 9, 2));
        assertThat(counted("logistics.delivery")).extracting(Counted::good).containsExactly(false);
    }

    @Test
    @DisplayName("receipts that came in time count beside instalments that were late, each once (R-10.2)")
    void collection() {
        diary.line(ORDER, "2026-03-04T02:00:00Z", "zhou", "finance.receipt-recorded", Text.plain(""));
        diary.line(ORDER, "2026-06-04T02:00:00Z", "kontor", "task.raised", Text.of("kernel.task-raised",
                Text.of("kernel.waiting.task-about", Text.of("task.finance.dunning-call"), Text.of("console.subject-of", "2"))));
        diary.line(ORDER, "2026-06-14T02:00:00Z", "zhou", "finance.receipt-recorded", Text.plain(""));
        diary.line(ORDER, "2026-07-04T02:00:00Z", "zhou", "finance.receipt-recorded", Text.plain(""));

        assertThat(counted("finance.collection")).extracting(Counted::good).containsExactly(false, true, true);
    }

    @Test
    @DisplayName("a visit after which something has to be improved is of a customer who is not satisfied")
    void satisfaction() {
        diary.line(ORDER, "2026-03-04T02:00:00Z", "xu", "aftersales.visit-held", Text.plain(""));
        diary.line(ORDER, "2026-06-04T02:00:00Z", "xu", "aftersales.visit-held", Text.plain(""));
        diary.line(ORDER, "2026-06-04T02:00:00Z", "xu", "task.raised", Text.of("kernel.task-raised", Text.of("task.aftersales.improvement")));

        assertThat(counted("aftersales.satisfaction")).extracting(Counted::good).containsExactly(true, false);
    }

    @Test
    @DisplayName("machines that passed count beside nonconformities that were found, each once")
    void quality() {
        diary.line(ORDER, "2026-03-04T02:00:00Z", "ma", "production.nonconformity", Text.of("production.quality.opened", "NC-1"));
        diary.line(ORDER, "2026-03-05T02:00:00Z", "ma", "production.nonconformity", Text.of("production.quality.decided", "NC-1"));
        diary.line(ORDER, "2026-03-06T02:00:00Z", "ma", "machine.milestone", Text.of("kernel.machine-milestone", "SN-1", Text.of("milestone.production.finished")));
        diary.line(ORDER, "2026-03-07T02:00:00Z", "lu", "machine.milestone", Text.of("kernel.machine-milestone", "SN-1", Text.of("milestone.logistics.dispatched")));

        assertThat(counted("production.quality")).extracting(Counted::good).containsExactly(false, true);
    }

    @Test
    @DisplayName("another bundle brings one of its own; one that takes a known name does not count (R-10.4)")
    void anotherBundleBringsOne() {
        Indicators indicators = new Indicators(new OpenWall());
        indicators.bind(new OnTime("sample.on-time", Set.of("sample")));
        indicators.bind(new OnTime("entry.on-time", Set.of("sample")));

        assertThat(indicators.all()).contains(new OnTime("sample.on-time", Set.of("sample")), new OnTime("entry.on-time", Set.of("entry")))
                .doesNotContain(new OnTime("entry.on-time", Set.of("sample")));
    }

    private List<Counted> counted(String name) {
        return new Indicators(new OpenWall()).all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .count(events.of(ORDER));
    }
}
