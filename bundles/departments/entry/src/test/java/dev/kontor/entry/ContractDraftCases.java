package dev.kontor.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.entry.draft.Drafted;
import dev.kontor.entry.draft.Drafts;
import dev.kontor.entry.facts.EnteredOrder;
import dev.kontor.entry.facts.IntendedContract;
import dev.kontor.entry.facts.RegisteredContract;
import dev.kontor.entry.facts.TaxedLine;
import dev.kontor.store.StoreHarness;
import dev.kontor.testkit.StillClock;
import dev.kontor.testkit.WeekdayCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A contract is drafted, offered for its review, signed or dropped; the same on both stores. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContractDraftCases {

    private static final Upload FILE = new Upload("contract.pdf", "application/pdf", 3, "aa");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

    private final SubmissionCases.Desk desk;
    private final Registration registration;
    private final OfferCommand offer;
    private final SignCommand sign;
    private final EntryFacts facts;

    ContractDraftCases(StoreHarness store) {
        this.desk = SubmissionCases.Desk.on(store);
        Drafts drafts = desk.drafts();
        this.registration = new Registration(drafts, new WeekdayCalendar());
        this.offer = new OfferCommand(drafts);
        this.sign = new SignCommand(registration, drafts, new StillClock(() -> Instant.parse("2026-03-03T02:00:00Z")));
        this.facts = new EntryFacts(drafts);
    }

    @AfterAll
    void close() {
        desk.store().close();
    }

    /** The draft of a contract to be signed in a week, complete, with its file. */
    private FakeFile draft() {
        TreeMap<String, String> draft = Drafted.complete();
        draft.remove("signed-on");
        draft.remove("contract-document");
        draft.put("planned-on", TODAY.plusDays(7).toString());
        FakeFile file = desk.file(draft, "lina");
        file.milestones.remove(MilestoneName.ENTRY_REGISTERED);
        file.milestones.add(MilestoneName.ENTRY_PREPARED);
        file.raise(NewTask.of(Entry.DRAFT, Role.SALES_REP));
        command(() -> {
            registration.attach(file, FILE);
            return file;
        });
        return file;
    }

    private List<Record> known(FakeFile file) {
        return command(() -> List.<Record>copyOf(facts.about(file)));
    }

    private <R> R command(Supplier<R> work) {
        return desk.command(work);
    }

    private static Map<String, Object> signing(LocalDate day) {
        return new HashMap<>(Map.of("contract-number", "HT-2026-001", "signed-on", day.toString(), "contract-file", FILE));
    }

    private void sign(FakeFile file, Map<String, Object> values) {
        command(() -> sign.run(file, Optional.empty(), new Values(values)));
    }

    private List<String> refused(Supplier<?> work) {
        List<String> fields = new ArrayList<>();
        assertThatThrownBy(() -> command(work))
                .isInstanceOfSatisfying(Refused.class, refused -> refused.gaps().stream().map(Gap::field).forEach(fields::add));
        return fields;
    }

    @Test
    void whereTheRulesSwitchItOnADraftIsPrepared() {
        FakeCompany company = new FakeCompany();
        company.concluded.add(switchedOn());
        command(() -> prepare(company, TODAY));

        FakeFile file = company.opened.get(0);
        assertThat(file.milestones).containsOnly(MilestoneName.ENTRY_PREPARED);
        assertThat(file.tasks).extracting(Task::kind).containsExactly(Entry.DRAFT);
        assertThat(file.questions).singleElement().satisfies(question -> {
            assertThat(question.point()).isEqualTo(Entry.CONTRACT_REVIEW);
            assertThat(question.eventDay()).contains(TODAY);
        });
        assertThat(known(file)).containsExactly(
                new IntendedContract("HT-2026-009", "sale", TODAY.toString()));
    }

    @Test
    void whereTheyDoNotItIsRefusedAtTheKindOfContract() {
        assertThat(refused(() -> prepare(new FakeCompany(), TODAY))).containsExactly("contract-kind");
    }

    @Test
    void aDraftIsNotToBeSignedYesterday() {
        FakeCompany company = new FakeCompany();
        company.concluded.add(switchedOn());
        assertThat(refused(() -> prepare(company, TODAY.minusDays(1)))).containsExactly("planned-on");
    }

    @Test
    void anIncompleteDraftIsNotOffered() {
        FakeFile file = draft();
        TreeMap<String, String> bare = Drafted.complete();
        bare.remove("delivery-place");
        desk.write(file, bare, "lina");

        assertThat(refused(() -> offer.run(file, Optional.empty(), Values.NONE))).containsExactly("delivery-place");
    }

    @Test
    void anOfferedDraftIsTheRevisionInForceAndKnowsItsFile() {
        FakeFile file = draft();

        command(() -> offer.run(file, Optional.empty(), Values.NONE));

        Order intended = file.order().orElseThrow();
        assertThat(intended.contract().signedOn()).isEqualTo(TODAY.plusDays(7));
        assertThat(intended.more()).containsEntry("entry.contract-file", "aa");
        assertThat(file.milestones).contains(MilestoneName.ENTRY_OFFERED).doesNotContain(MilestoneName.ENTRY_SUBMITTED);
        assertThat(file.ended).containsExactly("entry.draft offered");
        assertThat(submit().offered(file, Optional.empty())).isFalse();
    }

    @Test
    void aSignedContractIsRegisteredAndTheDaysToEnterItsOrderBegin() {
        FakeFile file = draft();
        command(() -> offer.run(file, Optional.empty(), Values.NONE));
        file.raise(NewTask.of(new TaskKind("contract.signing"), Role.SALES_REP));

        sign(file, signing(TODAY));

        assertThat(file.registered).extracting(Contract::signedOn).containsExactly(TODAY);
        assertThat(file.ended).containsExactly("entry.draft offered", "contract.signing signed");
        assertThat(file.questions).anySatisfy(question -> {
            assertThat(question.point()).isEqualTo(Entry.DEADLINES);
            assertThat(question.eventDay()).contains(TODAY);
        });
        assertThat(file.tasks).extracting(Task::kind).containsExactly(Entry.ENTER);
        assertThat(known(file)).hasOnlyElementsOfType(RegisteredContract.class);
        assertThat(command(() -> desk.drafts().find(file.number()).orElseThrow().text("planned-on"))).isEmpty();
    }

    @Test
    void whatWasSignedIsSubmittedWithoutAnAgreementThoughItDiffersFromTheDraft() {
        FakeFile file = draft();
        command(() -> offer.run(file, Optional.empty(), Values.NONE));
        sign(file, signing(TODAY));
        TreeMap<String, String> cheaper = new TreeMap<>(command(() -> desk.drafts().find(file.number()).orElseThrow().plain()));
        cheaper.put("lines[0].price", "300000");
        desk.write(file, cheaper, "lina");

        Order order = command(() -> desk.submission().submit(file, new Values(Map.of("confirmed", "yes"))));

        assertThat(order.revision()).isEqualTo(2);
        assertThat(order.contract().agreements()).isEmpty();
        assertThat(known(file)).hasOnlyElementsOfTypes(EnteredOrder.class, TaxedLine.class);
    }

    @Test
    void theDayOfSigningIsNeitherAheadNorBeforeTheDraft() {
        FakeFile file = draft();

        assertThat(refused(() -> sign.run(file, Optional.empty(), new Values(signing(TODAY.plusDays(1)))))).containsExactly("signed-on");
        assertThat(refused(() -> sign.run(file, Optional.empty(), new Values(signing(TODAY.minusDays(1)))))).containsExactly("signed-on");
        assertThat(file.registered).isEmpty();
    }

    @Test
    void ofADroppedDraftNothingIsLeftToDo() {
        FakeFile file = draft();
        command(() -> offer.run(file, Optional.empty(), Values.NONE));
        file.raise(NewTask.of(new TaskKind("contract.signing"), Role.SALES_REP));
        file.raise(NewTask.of(new TaskKind("review.answer"), Role.SALES_REP));
        DropCommand drop = new DropCommand();

        command(() -> drop.run(file, Optional.empty(), new Values(Map.of("reason", "the customer bought elsewhere"))));

        assertThat(file.tasks).isEmpty();
        assertThat(file.milestones).containsOnly(MilestoneName.ENTRY_PREPARED, Entry.DROPPED);
        assertThat(drop.offered(file, Optional.empty())).isFalse();
        assertThat(command(() -> offer.offered(file, Optional.empty()) || sign.offered(file, Optional.empty()))).isFalse();
    }

    private SubmitCommand submit() {
        return new SubmitCommand(desk.submission(), desk.drafts());
    }

    private OrderFile prepare(FakeCompany company, LocalDate planned) {
        TreeMap<String, String> typed = new TreeMap<>(Map.of(
                "contract-number", "HT-2026-009", "contract-kind", "sale", "planned-on", planned.toString()));
        return PrepareCommand.prepare(registration, company, FakeCompany.HAITIAN, typed);
    }

    private static Concluded switchedOn() {
        Conclusion check = new Conclusion.Check("contract-kind", true, Reason.of("switched-on"), new Clause("4.2"));
        return new Concluded(check, new SetVersion("review/contract", 1, "0".repeat(64)), "r");
    }
}
