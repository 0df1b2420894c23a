package dev.kontor.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.rule.facts.TaskDue;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.entry.draft.Draft;
import dev.kontor.entry.draft.Drafted;
import dev.kontor.entry.draft.Drafts;
import dev.kontor.entry.draft.Written;
import dev.kontor.entry.fault.Answerable;
import dev.kontor.entry.fault.CorrectCommand;
import dev.kontor.entry.fault.EntryErrors;
import dev.kontor.entry.need.ChannelCounts;
import dev.kontor.store.StoreHarness;
import dev.kontor.testkit.StillClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An order is confirmed, complete and in time when it is submitted; the same on both stores. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SubmissionCases {

    private static final Values CONFIRMED = new Values(Map.of("confirmed", "yes"));

    /** One store with what stands on it. */
    record Desk(
            StoreHarness store, Drafts drafts, EntryErrors errors, Submission submission, CorrectCommand correct, FakeJournals journals,
            ChannelCounts counts) {

        static Desk on(StoreHarness store) {
            var rows = store.unit("entry");
            Drafts drafts = new Drafts(rows);
            EntryErrors errors = new EntryErrors(rows);
            WorkingCalendar everyDay = new EveryDay();
            FakeJournals journals = new FakeJournals();
            ChannelCounts counts = new ChannelCounts(rows, new StillClock(() -> Instant.EPOCH));
            return new Desk(store, drafts, errors, new Submission(drafts, errors, counts, everyDay),
                    new CorrectCommand(drafts, errors, new Answerable(drafts, journals), everyDay), journals, counts);
        }

        <R> R command(Supplier<R> work) {
            return store.transactions().command(work);
        }

        /** A file with this draft. */
        FakeFile file(Map<String, String> draft, String writer) {
            FakeFile file = new FakeFile();
            command(() -> drafts.begin(file.number(), true, "", ""));
            write(file, draft, writer);
            return file;
        }

        void write(FakeFile file, Map<String, String> draft, String writer) {
            command(() -> {
                Draft old = drafts.find(file.number()).orElseThrow();
                drafts.replace(old, with(old, draft, writer));
                return old;
            });
        }

        private static Draft with(Draft old, Map<String, String> plain, String writer) {
            TreeMap<String, Written> fields = new TreeMap<>();
            plain.forEach((path, value) -> fields.put(path, new Written(value, new PersonId(writer), Instant.EPOCH)));
            return new Draft(old.order(), old.version(), true, fields);
        }
    }

    /** A calendar whose days all work: what counts here is what entry makes of a deadline. */
    static final class EveryDay implements WorkingCalendar {

        @Override
        public boolean isWorkingDay(LocalDate day) {
            return true;
        }

        @Override
        public boolean isKnown(int year) {
            return true;
        }

        @Override
        public Deadline deadline(LocalDate eventDay, WorkingDays within) {
            LocalDate last = eventDay.plusDays(within.count());
            return new Deadline(eventDay, within, last, last.plusDays(1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant(),
                    false, "test@1");
        }

        @Override
        public int workingDaysBetween(LocalDate from, LocalDate to) {
            return (int) (to.toEpochDay() - from.toEpochDay());
        }

        @Override
        public String version() {
            return "test@1";
        }
    }

    private final Desk desk;

    SubmissionCases(StoreHarness store) {
        this.desk = Desk.on(store);
    }

    @AfterAll
    void close() {
        desk.store().close();
    }

    private List<String> refused(FakeFile file, Values values) {
        List<String> fields = new ArrayList<>();
        assertThatThrownBy(() -> desk.command(() -> desk.submission().submit(file, values)))
                .isInstanceOfSatisfying(Refused.class, refused -> refused.gaps().stream().map(Gap::field).forEach(fields::add));
        return fields;
    }

    @Test
    @DisplayName("What is complete and confirmed becomes revision 1, and who confirmed it is kept (R-3.6)")
    void aConfirmedDraftIsSubmitted() {
        FakeFile file = desk.file(Drafted.complete(), "zhao");
        file.raise(NewTask.of(Entry.ENTER, Role.SALES_REP));

        Order order = desk.command(() -> desk.submission().submit(file, CONFIRMED));

        assertThat(order.revision()).isEqualTo(1);
        assertThat(file.milestones).contains(MilestoneName.ENTRY_SUBMITTED);
        assertThat(file.ended).containsExactly("entry.enter submitted");
        assertThat(file.indexed.get(0)).contains("HT-2026-001", "宁波海天", "逾期交货");
        assertThat(desk.command(() -> desk.drafts().confirmations(file.number())).get(0).by()).isEqualTo(new PersonId("lina"));
    }

    @Test
    void nothingIsSubmittedUnconfirmed() {
        FakeFile file = desk.file(Drafted.complete(), "lina");

        assertThat(refused(file, Values.NONE)).containsExactly("confirmed");
        assertThat(refused(file, new Values(Map.of("confirmed", "no")))).containsExactly("confirmed");
        assertThat(file.revisions).isEmpty();
    }

    @Test
    void everyGapIsNamedAtOnce() {
        TreeMap<String, String> draft = Drafted.complete();
        draft.remove("delivery-place");
        draft.remove("lines[0].quantity");

        assertThat(refused(desk.file(draft, "lina"), CONFIRMED)).containsExactlyInAnyOrder("delivery-place", "lines[0].quantity");
    }

    @Test
    void aFailedCheckOfTheRulesRefusesAtItsField() {
        FakeFile file = desk.file(Drafted.complete(), "lina");
        Conclusion check = new Conclusion.Check("delivery-date", false, Reason.of("too-early"), new Clause("3.2"));
        file.conclusions.add(new Concluded(check, new SetVersion("entry/submission", 1, "0".repeat(64)), "r"));

        assertThat(refused(file, CONFIRMED)).containsExactly("delivery-date");
        assertThatThrownBy(() -> desk.command(() -> desk.submission().submit(file, CONFIRMED)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.gaps().get(0).message().arguments())
                        .as("in the language of whoever asks").containsExactly("Too early.", "太早。"));
    }

    @Test
    @DisplayName("23:59 of the last day is in time, 24:00 is late: R-3.3")
    void lateIsFoundAtSubmission() {
        Deadline deadline = new EveryDay().deadline(LocalDate.of(2026, 3, 1), WorkingDays.of(2));
        FakeFile inTime = desk.file(Drafted.complete(), "lina");
        inTime.raise(NewTask.of(Entry.ENTER, Role.SALES_REP).heldBy(new PersonId("lina")).until(deadline));
        inTime.now = deadline.dueAt().minusMillis(1);
        desk.command(() -> desk.submission().submit(inTime, CONFIRMED));
        FakeFile late = desk.file(Drafted.complete(), "lina");
        late.raise(NewTask.of(Entry.ENTER, Role.SALES_REP).heldBy(new PersonId("lina")).until(deadline));
        late.now = deadline.dueAt();

        desk.command(() -> desk.submission().submit(late, CONFIRMED));

        assertThat(inTime.questions).noneMatch(question -> question.point().equals(Entry.DEADLINES));
        assertThat(late.questions).filteredOn(question -> question.point().equals(Entry.DEADLINES)).singleElement()
                .satisfies(question -> {
                    assertThat(question.adding()).isTrue();
                    assertThat(question.facts()).singleElement().isInstanceOfSatisfying(TaskDue.class, due -> {
                        assertThat(due.holder()).isEqualTo("lina");
                        assertThat(due.workingDaysLeft()).isEqualTo(-1);
                        assertThat(due.overdue()).isTrue();
                    });
                });
    }

    @Test
    @DisplayName("A signed term changes by a signed supplementary agreement only: R-4.17")
    void aChangedPriceNeedsAnAgreement() {
        FakeFile file = desk.file(Drafted.complete(), "lina");
        desk.command(() -> desk.submission().submit(file, CONFIRMED));
        TreeMap<String, String> cheaper = Drafted.complete();
        cheaper.put("lines[0].price", "300000");
        desk.write(file, cheaper, "lina");

        assertThat(refused(file, CONFIRMED))
                .containsExactly("agreement-number", "agreement-signed-on", "agreement-file");
        assertThat(refused(file, agreed("BC-1", "2026-03-01"))).as("before the contract").containsExactly("agreement-signed-on");
        assertThat(refused(file, agreed("BC-1", "2999-01-01"))).as("in the future").containsExactly("agreement-signed-on");
        Order second = desk.command(() -> desk.submission().submit(file, agreed("BC-1", "2026-03-03")));
        cheaper.put("lines[0].price", "290000");
        desk.write(file, cheaper, "lina");
        assertThat(refused(file, agreed(" bc－１", "2026-03-03"))).as("the same number").containsExactly("agreement-number");

        assertThat(second.revision()).isEqualTo(2);
        assertThat(second.contract().agreements()).singleElement().satisfies(agreement -> assertThat(agreement.number()).isEqualTo("BC-1"));
    }

    private static Values agreed(String number, String signedOn) {
        return new Values(Map.of("confirmed", "yes", "agreement-number", number, "agreement-signed-on", signedOn,
                "agreement-file", new Upload("bc.pdf", "application/pdf", 3, "ab")));
    }
}
