package dev.kontor.finance.dunning;

import static dev.kontor.finance.CollectionRoom.PAPER;
import static dev.kontor.finance.CollectionRoom.gaps;
import static dev.kontor.finance.CollectionRoom.refusal;
import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.finance.CollectionRoom;
import dev.kontor.finance.schedule.Schedule;
import dev.kontor.store.unit.Dialect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
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
@DisplayName("Regulation 7.1: customers are reminded before the due day and dunned behind it (R-7.2, R-7.3, policy 13)")
final class DunningTest {

    private static final LocalDate SIGNED = LocalDate.of(2026, 3, 2);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 12);
    private static final TaskKind REMINDER = new TaskKind("finance.reminder");
    private static final TaskKind CALL = new TaskKind("finance.dunning-call");
    private static final TaskKind PROMISE = new TaskKind("finance.promise");

    @Parameter
    private Dialect dialect;

    private CollectionRoom room;

    @BeforeEach
    void open() {
        room = new CollectionRoom(dialect, anOrder().signedOn(SIGNED).build());
        room.clear();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("R-7.2: five working days before, and not a day earlier, the representative owes a talk until the due day")
    void remindedBefore() {
        room.goOnTo(LocalDate.of(2026, 3, 4));
        assertThat(room.file.openTasks(REMINDER)).isEmpty();

        room.goOnTo(LocalDate.of(2026, 3, 5));

        assertThat(room.file.task(REMINDER, "1").holder()).contains(new PersonId("lina"));
        assertThat(room.file.task(REMINDER, "1").deadline().orElseThrow().lastDay()).isEqualTo(DUE);
        talk(REMINDER, new TalkBeforeDue(room.dunningBook, room.rows), Map.of("promised-on", DUE.toString()));
        assertThat(room.file.openTasks(REMINDER)).isEmpty();
        assertThat(contacts()).singleElement().satisfies(contact -> assertThat(contact.said()).isEqualTo("will pay"));
        assertThat(room.due(1).promised()).contains(DUE);
        room.run(() -> room.schedule.refresh(room.file));
        room.goOnTo(LocalDate.of(2026, 3, 6));
        assertThat(room.file.openTasks(REMINDER)).as("nobody is asked twice for one day").isEmpty();
    }

    @Test
    @DisplayName("R-7.3: one late instalment walks through every level on its day, and each is owed by who must act")
    void everyLevel() {
        level(DUE, "", "");
        level(DUE.plusDays(1), "call", "sales.rep");
        level(DUE.plusDays(6), "call", "sales.rep");
        level(DUE.plusDays(7), "reminder", "sales.rep");
        level(DUE.plusDays(29), "reminder", "sales.rep");
        level(DUE.plusDays(30), "letter", "finance.clerk");
        level(DUE.plusDays(60), "lawyer", "legal.reviewer");
        level(DUE.plusDays(90), "decision", "company.leadership");
        level(DUE.plusDays(400), "decision", "company.leadership");
    }

    @Test
    @DisplayName("R-7.3: a call is recorded with day, person, reason and promise; the talk that was owed before is done with it")
    void aCall() {
        room.goOnTo(DUE.plusDays(1));
        CallCustomer command = new CallCustomer(room.dunningBook, room.rows);

        assertThat(room.file.task(CALL, "1").holder()).contains(new PersonId("lina"));
        assertThat(gaps(() -> talk(CALL, command, Map.of("contacted-on", DUE.plusDays(2).toString())))).containsExactly("contacted-on");
        assertThat(gaps(() -> talk(CALL, command, Map.of("contacted-on", DUE.toString())))).as("it was not late then").containsExactly("contacted-on");
        assertThat(gaps(() -> talk(CALL, command, Map.of("promised-on", DUE.toString())))).containsExactly("promised-on");
        talk(CALL, command, Map.of("promised-on", DUE.plusDays(3).toString()));

        assertThat(room.file.openTasks()).isEmpty();
        assertThat(contacts()).singleElement().satisfies(contact -> assertThat(contact.step()).isEqualTo("call"));
    }

    @Test
    @DisplayName("R-7.3: a promise that is not kept is told the day after, and not on its day; the representative then asks why, until a day")
    void aBrokenPromise() {
        room.goOnTo(DUE.plusDays(1));
        talk(CALL, new CallCustomer(room.dunningBook, room.rows), Map.of("promised-on", DUE.plusDays(3).toString()));

        room.goOnTo(DUE.plusDays(3));
        assertThat(room.file.noted()).doesNotContain("finance.promise-broken");
        assertThat(room.file.openTasks()).isEmpty();
        room.goOnTo(DUE.plusDays(4));
        assertThat(room.file.noted()).contains("finance.promise-broken");
        assertThat(room.file.task(PROMISE, "1").holder()).contains(new PersonId("lina"));
        assertThat(room.file.task(PROMISE, "1").deadline()).isPresent();

        AskAboutPromise ask = new AskAboutPromise(room.dunningBook, room.rows);
        talk(PROMISE, ask, Map.of("promised-on", DUE.plusDays(5).toString()));
        assertThat(room.file.openTasks()).isEmpty();
        room.goOnTo(DUE.plusDays(6));
        assertThat(room.file.openTasks(PROMISE)).as("the next promise is not kept either").hasSize(1);
        room.receive("V-1", "150000", Map.of("to", "1"));
        assertThat(room.file.openTasks()).isEmpty();
    }

    @Test
    @DisplayName("R-7.3: where sales has to talk to the customer anyway, and where dunning only begins, a broken promise asks for no second talk")
    void aBrokenPromiseAndALevel() {
        room.goOnTo(LocalDate.of(2026, 3, 5));
        talk(REMINDER, new TalkBeforeDue(room.dunningBook, room.rows), Map.of("promised-on", DUE.toString()));
        room.goOnTo(DUE.plusDays(1));
        assertThat(room.file.noted()).contains("finance.promise-broken");
        assertThat(room.file.openTasks()).extracting(Task::kind).containsExactly(CALL);

        talk(CALL, new CallCustomer(room.dunningBook, room.rows), Map.of("promised-on", DUE.plusDays(6).toString()));
        room.goOnTo(DUE.plusDays(7));
        assertThat(room.file.openTasks()).extracting(task -> task.kind().value()).containsExactly("finance.dunning-reminder");
    }

    @Test
    @DisplayName("R-7.4: what leadership lets the customer pay later takes the place of what it had promised")
    void anAgreedDayReplacesAPromise() {
        room.goOnTo(DUE.plusDays(1));
        talk(CALL, new CallCustomer(room.dunningBook, room.rows), Map.of("promised-on", DUE.plusDays(3).toString()));
        room.goOnTo(DUE.plusDays(4));
        talk(PROMISE, new AskAboutPromise(room.dunningBook, room.rows), Map.of("promised-on", DUE.plusDays(5).toString()));

        room.run(() -> room.schedule.reschedule(room.file, 1, DUE.plusDays(40)));
        room.goOnTo(DUE.plusDays(6));

        assertThat(room.due(1).promised()).isEmpty();
        assertThat(room.file.noted()).filteredOn("finance.promise-broken"::equals).hasSize(1);
    }

    @Test
    @DisplayName("R-7.3: a talk that nobody owes is recorded with its promise; where one is owed it is recorded there")
    void aTalkBetweenLevels() {
        RecordContact record = new RecordContact(room.dunningBook, room.rows);
        Map<String, Object> talk = Map.of("instalment", "1", "contacted-on", DUE.plusDays(3).toString(), "person", "Wang Wei", "means", "phone",
                "said", "the bank lends it", "promised-on", DUE.plusDays(5).toString());
        room.goOnTo(DUE.plusDays(1));
        assertThat(instalments(record)).as("the call is owed, and the others wait for their events").isEmpty();
        talk(CALL, new CallCustomer(room.dunningBook, room.rows), Map.of());
        room.goOnTo(DUE.plusDays(3));
        assertThat(instalments(record)).containsExactly("1");

        room.as("lina", Role.SALES_REP, record, talk);

        assertThat(room.due(1).promised()).contains(DUE.plusDays(5));
        assertThat(contacts()).extracting(Contact::step).containsExactlyInAnyOrder("call", "unasked");
        room.goOnTo(DUE.plusDays(6));
        assertThat(room.file.openTasks(PROMISE)).hasSize(1);
        room.receive("V-1", "150000", Map.of("to", "1"));
        assertThat(refusal(() -> room.as("lina", Role.SALES_REP, record, talk)).reason()).isEqualTo(Refused.Reason.CONFLICT);
    }

    private List<String> instalments(RecordContact record) {
        return room.read(() -> record.form(room.file, Optional.empty())).fields().get(0).options().stream().map(Field.Option::value).toList();
    }

    @Test
    @DisplayName("R-7.3: a written reminder, a dunning letter and a lawyer's letter are no talk")
    void inWriting() {
        assertThat(means(new CallCustomer(room.dunningBook, room.rows))).containsExactly("phone", "visit", "message", "email", "letter");
        assertThat(means(new WriteReminder(room.dunningBook, room.rows))).containsExactly("message", "email", "letter");
        assertThat(means(new SendLetter(room.dunningBook, room.rows))).containsExactly("message", "email", "letter");
        assertThat(means(new SendLawyersLetter(room.dunningBook, room.rows))).containsExactly("message", "email", "letter");
    }

    private List<String> means(ContactCommand command) {
        return command.form(room.file, Optional.empty()).fields().stream()
                .filter(field -> field.name().equals("means"))
                .flatMap(field -> field.options().stream().map(Field.Option::value))
                .toList();
    }

    @Test
    @DisplayName("policy 13: the letter is printed and filed once; that it was sent needs proof that it was received")
    void theLetter() {
        room.goOnTo(DUE.plusDays(30));
        room.run(() -> room.dunning.ask(room.file));
        assertThat(room.printer.printed()).hasSize(1);
        assertThat(room.file.documents()).extracting(each -> each.kind().value()).containsExactly("finance.dunning-letter");

        talk(new TaskKind("finance.dunning-letter"), new SendLetter(room.dunningBook, room.rows), Map.of("proof", PAPER, "means", "letter"));

        assertThat(room.file.documents()).extracting(each -> each.kind().value()).contains("finance.delivery-proof");
        assertThat(contacts().get(0).document()).isNotEmpty();
    }

    @Test
    @DisplayName("paid in full, nothing is owed by anybody any more; paid but for a cent, all goes on")
    void paymentEndsIt() {
        room.goOnTo(DUE.plusDays(7));
        room.receive("V-1", "149999.99", Map.of("to", "1"));
        assertThat(room.due(1).level()).isEqualTo("reminder");
        assertThat(room.file.openTasks()).isNotEmpty();

        room.receive("V-2", "0.01", Map.of("to", "1"));

        assertThat(room.due(1).level()).isEmpty();
        assertThat(room.file.openTasks()).isEmpty();
        room.goOnTo(DUE.plusDays(90));
        assertThat(room.file.openTasks()).isEmpty();
    }

    @Test
    @DisplayName("policy 12: a warranty case disputes retention money and moves no day; its end is seen when the rules are asked again")
    void aDispute() {
        room.passed(MilestoneName.LOGISTICS_DELIVERED, LocalDate.of(2026, 9, 10));
        LocalDate day = room.due(3).dueOn().orElseThrow();

        room.run(() -> room.schedule.decided(room.file, disputing()));
        assertThat(room.due(3).disputed()).isTrue();
        assertThat(room.due(2).disputed()).isFalse();
        room.run(() -> room.schedule.decided(room.file, disputing()));
        assertThat(room.file.noted()).as("finance and the representative are warned once").filteredOn("finance.disputed"::equals).hasSize(1);
        assertThat(room.due(3).dueOn()).contains(day);

        room.run(() -> room.schedule.refresh(room.file));
        assertThat(room.due(3).disputed()).isFalse();
    }

    @Test
    @DisplayName("policy 13: leadership decides whether a claim goes to court")
    void theClaim() {
        room.goOnTo(DUE.plusDays(90));

        room.on(new TaskKind("finance.dunning-decision"), "1", "gao", Role.LEADERSHIP, new DecideClaim(),
                Map.of("claim", "arbitration", "reason", "the contract says so"));

        assertThat(room.file.noted()).contains("finance.claim-decided");
        assertThat(room.file.openTasks(new TaskKind("finance.dunning-decision"))).isEmpty();
    }

    @Test
    @DisplayName("what was late before finance heard of it is dunned on its level at once")
    void lateFromTheBeginning() {
        room.close();
        room = new CollectionRoom(dialect, anOrder().signedOn(SIGNED).build());
        room.file.setToday(DUE.plusDays(8));
        room.clear();
        room.goOnTo(DUE.plusDays(8));

        assertThat(room.due(1).level()).isEqualTo("reminder");
        assertThat(room.file.openTasks(REMINDER)).as("the day to talk before is over").isEmpty();
    }

    @Test
    @DisplayName("a due day that moves behind today ends dunning the same day")
    void aMovedDay() {
        room.goOnTo(DUE.plusDays(30));
        room.run(() -> room.schedule.reschedule(room.file, 1, DUE.plusDays(40)));

        room.goOnTo(DUE.plusDays(30));

        assertThat(room.due(1).level()).isEmpty();
        assertThat(room.file.openTasks(new TaskKind("finance.dunning-letter"))).isEmpty();
    }

    private static Decision disputing() {
        SetVersion version = new SetVersion("aftersales/finance.due", 1, "00");
        Check check = new Check("retention.disputed", false, Reason.of("open-case"), new Clause("8.1"));
        return new Decision("d", "", Schedule.DUE, List.of(version), List.of(), DUE, "", List.of(), List.of(),
                List.of(new Concluded(check, version, "a case is open")), new PersonId("xu"), Instant.EPOCH);
    }

    private void level(LocalDate day, String level, String role) {
        room.goOnTo(day);
        assertThat(room.due(1).level()).as("on %s", day).isEqualTo(level);
        List<Task> owed = room.file.openTasks().stream().filter(task -> task.kind().value().startsWith("finance.dunning-")).toList();
        assertThat(owed).as("on %s", day).extracting(task -> task.kind().value() + " " + task.role())
                .isEqualTo(level.isEmpty() ? List.of() : List.of("finance.dunning-" + level + " " + role));
    }

    private void talk(TaskKind kind, ContactCommand command, Map<String, Object> changed) {
        Map<String, Object> values = new HashMap<>(
                Map.of("contacted-on", room.file.today().toString(), "person", "Wang Wei", "means", "phone", "said", "will pay"));
        values.putAll(changed);
        room.on(kind, "1", "lina", Role.SALES_REP, command, values);
    }

    private List<Contact> contacts() {
        return room.read(() -> room.dunningBook.contacts(room.file.number()));
    }
}
