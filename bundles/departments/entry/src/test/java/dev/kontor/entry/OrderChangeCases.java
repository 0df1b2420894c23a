package dev.kontor.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.PersonId;
import dev.kontor.entry.SubmissionCases.Desk;
import dev.kontor.entry.draft.Draft;
import dev.kontor.entry.draft.Drafted;
import dev.kontor.entry.facts.TaxedLine;
import dev.kontor.store.StoreHarness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A cleared order is changed, or not after all; the same on both stores. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OrderChangeCases {

    private static final Values CONFIRMED = new Values(Map.of("confirmed", "yes"));
    private static final Values REASON = new Values(Map.of("reason", "the customer thought again"));

    private final Desk desk;
    private final ChangeCommand change;
    private final DropChangeCommand drop;

    OrderChangeCases(StoreHarness store) {
        this.desk = Desk.on(store);
        this.change = new ChangeCommand(desk.drafts());
        this.drop = new DropChangeCommand(desk.drafts(), desk.errors());
    }

    @AfterAll
    void close() {
        desk.store().close();
    }

    /** Written by zhao and cleared; its change has begun. */
    private FakeFile changing() {
        FakeFile file = desk.file(Drafted.complete(), "zhao");
        desk.command(() -> desk.submission().submit(file, CONFIRMED));
        file.reach(MilestoneName.REVIEW_CLEARED);
        desk.command(() -> change.run(file, Optional.empty(), REASON));
        return file;
    }

    private Draft draft(FakeFile file) {
        return desk.command(() -> desk.drafts().find(file.number()).orElseThrow());
    }

    private void write(FakeFile file, String path, String value) {
        TreeMap<String, String> fields = Drafted.complete();
        fields.put(path, value);
        desk.write(file, fields, "lina");
    }

    @Test
    @DisplayName("A cleared order is changed by a task of its representative, and is cleared no longer once that is submitted: R-4.15")
    void aChangeOfAClearedOrderUndoesTheClearance() {
        FakeFile file = desk.file(Drafted.complete(), "lina");
        desk.command(() -> desk.submission().submit(file, CONFIRMED));
        assertThat(desk.command(() -> change.offered(file, Optional.empty()))).as("nothing is cleared yet").isFalse();
        file.reach(MilestoneName.REVIEW_CLEARED);
        assertThat(desk.command(() -> change.offered(file, Optional.empty()))).isTrue();

        desk.command(() -> change.run(file, Optional.empty(), new Values(Map.of("reason", "a new telephone number"))));
        assertThat(file.milestones).contains(MilestoneName.REVIEW_CLEARED);
        assertThat(desk.command(() -> change.offered(file, Optional.empty()))).as("one change at a time").isFalse();
        TreeMap<String, String> reachable = Drafted.complete();
        reachable.put("contact-phone", "0574 2");
        desk.write(file, reachable, "lina");
        Order second = desk.command(() -> desk.submission().submit(file, CONFIRMED));

        assertThat(second.revision()).isEqualTo(2);
        assertThat(file.milestones).contains(MilestoneName.ENTRY_SUBMITTED).doesNotContain(MilestoneName.REVIEW_CLEARED);
        assertThat(file.tasks).isEmpty();
    }

    @Test
    @DisplayName("R-7.9: a line keeps the tax rate that the order was taken with; another rate is judged")
    void aTakenRateStays() {
        FakeFile file = desk.file(Drafted.complete(), "lina");
        desk.command(() -> desk.submission().submit(file, CONFIRMED));
        assertThat(judged(file)).contains("lines[0].tax");
        file.reach(MilestoneName.REVIEW_CLEARED);
        desk.command(() -> change.run(file, Optional.empty(), REASON));
        write(file, "contact-phone", "0574 2");
        desk.command(() -> desk.submission().submit(file, CONFIRMED));

        assertThat(judged(file)).isEmpty();
    }

    private List<String> judged(FakeFile file) {
        return desk.command(() -> new EntryFacts(desk.drafts()).about(file)).stream()
                .filter(TaxedLine.class::isInstance)
                .map(each -> ((TaxedLine) each).field())
                .toList();
    }

    @Test
    @DisplayName("R-4.15: a dropped change leaves the order as it was, and puts the draft back with who had written each field")
    void aDroppedChangeIsPutBack() {
        FakeFile file = changing();
        Draft before = draft(file);
        write(file, "lines[0].price", "400000");

        desk.command(() -> drop.run(file, Optional.empty(), REASON));

        assertThat(draft(file).fields()).isEqualTo(before.fields());
        assertThat(draft(file).written("lines[0].price").orElseThrow().by()).isEqualTo(new PersonId("zhao"));
        assertThat(file.tasks).isEmpty();
        assertThat(file.revisions).hasSize(1);
        assertThat(file.milestones).contains(MilestoneName.REVIEW_CLEARED);
        assertThat(desk.command(() -> drop.offered(file, Optional.empty()))).isFalse();
        assertThat(desk.command(() -> change.offered(file, Optional.empty()))).as("it may be changed another time").isTrue();
    }

    @Test
    @DisplayName("R-3.7: a change is not dropped over an entry error that was corrected meanwhile, and the correction stays")
    void aCorrectionIsNotDroppedAlong() {
        FakeFile file = changing();
        desk.command(() -> desk.correct().run(file, Optional.empty(), new Values(Map.of(
                "field", "delivery-place", "right-value", "宁波港", "found-by", "wu", "stage", "production", "consequence", ""))));

        assertThatThrownBy(() -> desk.command(() -> drop.run(file, Optional.empty(), REASON))).isInstanceOfSatisfying(
                Refused.class, refused -> assertThat(refused.words().key()).isEqualTo("entry.drop-change.error"));
        assertThat(draft(file).text("delivery-place")).isEqualTo("宁波港");
        assertThat(file.tasks).hasSize(1);
    }

    @Test
    void aSubmittedChangeIsNotPutBackByALaterOne() {
        FakeFile file = changing();
        write(file, "contact-phone", "0574 2");
        desk.command(() -> desk.submission().submit(file, CONFIRMED));
        file.reach(MilestoneName.REVIEW_CLEARED);
        desk.command(() -> change.run(file, Optional.empty(), REASON));

        desk.command(() -> drop.run(file, Optional.empty(), REASON));

        assertThat(draft(file).text("contact-phone")).isEqualTo("0574 2");
    }
}
