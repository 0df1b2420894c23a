package dev.kontor.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Parameter;
import dev.kontor.entry.SubmissionCases.Desk;
import dev.kontor.entry.draft.Drafted;
import dev.kontor.entry.fault.EntryError;
import dev.kontor.entry.fault.Shares;
import dev.kontor.store.StoreHarness;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A wrong field is traced to the people who answer for it, and put right; the same on both stores. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EntryErrorCases {

    private static final Values CONFIRMED = new Values(Map.of("confirmed", "yes"));

    private final Desk desk;

    EntryErrorCases(StoreHarness store) {
        this.desk = Desk.on(store);
    }

    @AfterAll
    void close() {
        desk.store().close();
    }

    /** Written by zhao, confirmed by lina; the company's shares are 20 and 15 per cent. */
    private FakeFile submitted() {
        FakeFile file = desk.file(Drafted.complete(), "zhao");
        file.parameters.add(percent("confirmer-share", 20));
        file.parameters.add(percent("reviewer-share", 15));
        desk.command(() -> desk.submission().submit(file, CONFIRMED));
        return file;
    }

    private static Parameter percent(String name, int value) {
        return new Parameter("entry/submission", name, BigDecimal.valueOf(value), "%", LocalDate.EPOCH, new Clause("3.2"));
    }

    private EntryError corrected(FakeFile file, String field, String right) {
        file.actor = new Person(new PersonId("chen"), "Chen", Set.of(Role.SALES_HEAD), "zh-CN");
        desk.command(() -> desk.correct().run(file, Optional.empty(), new Values(Map.of("field", field, "right-value", right,
                "found-by", "wu", "stage", "joint-review", "consequence", "录入超期"))));
        return desk.command(() -> desk.errors().of(file.number())).stream()
                .filter(error -> error.field().equals(field) && error.right().equals(right))
                .findFirst()
                .orElseThrow();
    }

    private static Shares shares(String writer, String confirmer, String reviewer) {
        return new Shares(new BigDecimal(writer), new BigDecimal(confirmer), new BigDecimal(reviewer));
    }

    @Test
    @DisplayName("An error is attributed to the writer of the field, the wrong value is kept, and it needs no agreement: R-3.7")
    void anErrorIsAttributedAndCorrected() {
        FakeFile file = submitted();

        EntryError error = corrected(file, "signed-on", "2026-03-01");

        assertThat(error.enteredBy()).isEqualTo(new PersonId("zhao"));
        assertThat(error.confirmedBy()).isEqualTo("lina");
        assertThat(error.foundBy()).isEqualTo("wu");
        assertThat(error.wrong()).isEqualTo("2026-03-02");
        assertThat(file.tasks).singleElement().satisfies(task -> assertThat(task.kind()).isEqualTo(Entry.RESUBMIT));
        Order second = desk.command(() -> desk.submission().submit(file, CONFIRMED));
        assertThat(second.contract().signedOn()).isEqualTo("2026-03-01");
        assertThat(file.tasks).isEmpty();
    }

    @Test
    @DisplayName("R-3.7: who confirmed the field and who passed it in the preliminary review share in the error; the writer bears the rest")
    void whoLetItByAnswersToo() {
        FakeFile file = submitted();
        desk.journals().add(file.number(), "review.passed", "head-before", file.now.minusMillis(1));
        EntryError unreviewed = corrected(file, "contact-phone", "0574 1");
        desk.journals().add(file.number(), "review.passed", "chen", file.now);
        for (int i = 0; i < 450; i++) {
            desk.journals().add(file.number(), "entry.saved", "lina", file.now);
        }

        EntryError reviewed = corrected(file, "delivery-place", "宁波港");

        assertThat(unreviewed.reviewedBy()).as("passed before it was confirmed").isEmpty();
        assertThat(unreviewed.shares()).usingRecursiveComparison().withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(shares("80", "20", "0"));
        assertThat(reviewed.reviewedBy()).isEqualTo("chen");
        assertThat(reviewed.shares()).usingRecursiveComparison().withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(shares("65", "20", "15"));
        assertThat(file.noted).as("the journal tells the shares of those who have one").contains(
                new Change("zhao writer-share", "", "80"), new Change("lina confirmer-share", "", "20"),
                new Change("zhao writer-share", "", "65"), new Change("chen reviewer-share", "", "15"));
        assertThat(file.noted).extracting(Change::field).doesNotContain(" reviewer-share");
    }

    @Test
    @DisplayName("R-3.7: nobody but the writer answers for a field that was written after the last confirmation")
    void whatNobodyConfirmedIsTheWritersAlone() {
        FakeFile file = submitted();
        desk.journals().add(file.number(), "review.passed", "chen", file.now.plusSeconds(1));
        file.now = file.now.plusSeconds(60);
        corrected(file, "contact-phone", "0574 2");

        EntryError again = corrected(file, "contact-phone", "0574 3");

        assertThat(again.enteredBy()).isEqualTo(new PersonId("chen"));
        assertThat(again.confirmedBy()).isEmpty();
        assertThat(again.reviewedBy()).isEmpty();
        assertThat(again.shares().writer()).isEqualByComparingTo("100");
    }

    @Test
    @DisplayName("R-3.7: shares of more than a hundred per cent are refused in words, exactly a hundred are not")
    void sharesComeToAHundred() {
        FakeFile all = desk.file(Drafted.complete(), "zhao");
        all.parameters.add(percent("confirmer-share", 100));
        desk.command(() -> desk.submission().submit(all, CONFIRMED));
        FakeFile more = desk.file(Drafted.complete(), "zhao");
        more.parameters.add(percent("confirmer-share", 101));
        desk.command(() -> desk.submission().submit(more, CONFIRMED));

        assertThat(corrected(all, "delivery-place", "宁波港").shares().writer()).isEqualByComparingTo("0");
        assertThatThrownBy(() -> corrected(more, "delivery-place", "宁波港")).isInstanceOfSatisfying(
                Refused.class, refused -> assertThat(refused.words().key()).isEqualTo("entry.error.shares"));
    }
}
