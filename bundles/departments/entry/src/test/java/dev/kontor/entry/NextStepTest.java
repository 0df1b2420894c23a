package dev.kontor.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.text.Text;
import dev.kontor.entry.SubmissionCases.Desk;
import dev.kontor.entry.draft.Drafted;
import dev.kontor.entry.need.NeedParts;
import dev.kontor.entry.need.Needs;
import dev.kontor.store.StoreHarness;
import dev.kontor.testkit.OpenWall;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 3.2: the order's page tells the representative what comes next")
final class NextStepTest {

    private final Desk desk = Desk.on(StoreHarness.derby());
    private final EntryTab tab = new EntryTab(desk.drafts(), desk.errors(), new Needs(desk.store().unit("entry")),
            new NeedParts(new OpenWall()));

    @AfterEach
    void close() {
        desk.store().close();
    }

    private Optional<Text> next(FakeFile file) {
        return desk.command(() -> tab.next(file));
    }

    private FakeFile drafted() {
        FakeFile file = desk.file(Drafted.complete(), "lina");
        file.milestones.remove(MilestoneName.ENTRY_REGISTERED);
        file.milestones.add(MilestoneName.ENTRY_PREPARED);
        file.raise(NewTask.of(Entry.DRAFT, Role.SALES_REP));
        return file;
    }

    @Test
    @DisplayName("R-3.4: supply what is missing, with how much it is; then R-3.6: compare, confirm and submit")
    void gapsAreSuppliedThenTheEntryIsSubmitted() {
        TreeMap<String, String> partial = Drafted.complete();
        partial.remove("delivery-place");
        partial.remove("lines[0].unit");

        assertThat(next(desk.file(partial, "lina"))).contains(Text.of("entry.next.supply", 2));
        assertThat(next(desk.file(Drafted.complete(), "lina"))).contains(Text.of("entry.next.submit"));
    }

    @Test
    @DisplayName("R-4.17: ask for the review of a complete draft, wait for it, and register what was signed after it")
    void aDraftIsOfferedThenSigned() {
        FakeFile file = drafted();

        assertThat(next(file)).contains(Text.of("entry.next.offer"));
        file.tasks.clear();
        assertThat(next(file)).as("under review").isEmpty();
        file.milestones.add(MilestoneName.CONTRACT_REVIEWED);
        assertThat(next(file)).contains(Text.of("entry.next.sign"));
    }

    @Test
    @DisplayName("R-4.15: while a change of a cleared order is open, enter and submit it or drop it; nothing while others review")
    void aChangeIsSubmittedOrDropped() {
        FakeFile file = desk.file(Drafted.complete(), "lina");
        desk.command(() -> desk.submission().submit(file, new Values(Map.of("confirmed", "yes"))));

        assertThat(next(file)).as("with the reviewers").isEmpty();
        file.reach(MilestoneName.REVIEW_CLEARED);
        desk.command(() -> new ChangeCommand(desk.drafts()).run(file, Optional.empty(), new Values(Map.of("reason", "r"))));
        assertThat(next(file)).contains(Text.of("entry.next.change"));
    }

    @Test
    void othersThanSalesAreToldNothing() {
        FakeFile file = desk.file(Drafted.complete(), "lina");
        file.actor = new Person(new PersonId("sun"), "Sun", Set.of(Role.PRODUCTION_REVIEWER), "zh-CN");

        assertThat(next(file)).isEmpty();
    }
}
