package dev.kontor.archive.keeping;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.archive.Archive;
import dev.kontor.archive.ArchiveRoom;
import dev.kontor.archive.book.Appraisal;
import dev.kontor.archive.book.Check;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.LegalHold;
import dev.kontor.archive.book.Packages;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 9.1, 9.2: what happens to a volume while it is kept (R-9.2, R-9.6)")
final class KeepingTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2056, 12, 31);
    private static final LocalDate DAY_AFTER = LAST_DAY.plusDays(1);

    @Parameter
    private Dialect dialect;

    private ArchiveRoom room;
    private Volume volume;

    @BeforeEach
    void open() {
        room = new ArchiveRoom(dialect);
        volume = room.filed(anOrder().build());
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("verification reads everything again: a changed byte and a lost document are found by name (R-9.2)")
    void verificationFindsWhatWasAltered() {
        assertThat(verify().key()).isEqualTo("archive.verified-whole");
        Document plan = room.file().documents().get(3);
        byte[] altered = room.documents.content(plan);
        altered[altered.length - 1] ^= 1;
        room.documents.alter(plan, altered);

        assertThat(verify().key()).isEqualTo("archive.verified-altered");
        room.documents.lose(plan);
        assertThat(verify().key()).isEqualTo("archive.verified-altered");

        List<Check> checks = room.command(() -> room.book.checks(volume, 10));
        assertThat(checks).extracting(Check::whole).containsExactlyInAnyOrder(true, false, false);
        assertThat(checks).filteredOn(check -> !check.whole()).extracting(Check::altered).containsOnly("production.plan.pdf");
        assertThat(room.file().told()).as("to the supervisors").contains(
                Text.of("archive.verified-altered", volume.code(), 1, "production.plan.pdf"));
    }

    @Test
    @DisplayName("a consultation is kept with who, when and what for, and opens the volume to that person for that day")
    void aConsultationIsKept() {
        LocalDate today = room.file().today();

        act(new ConsultVolume(room.book), "chen", Role.SALES_HEAD, Map.of("purpose", "a claim"));

        assertThat(room.command(() -> room.book.consultations(volume, 10))).singleElement().satisfies(each -> {
            assertThat(each.person()).isEqualTo("chen");
            assertThat(each.purpose()).isEqualTo("a claim");
        });
        assertThat(consults("chen", today)).isTrue();
        assertThat(consults("chen", today.plusDays(1))).isFalse();
        assertThat(consults("gao", today)).isFalse();
    }

    @Test
    @DisplayName("nothing is destroyed on the last day of its retention; the day after it may be (R-9.6)")
    void nothingIsDestroyedEarly() {
        room.file().setToday(LAST_DAY);
        assertThat(refusal(this::appraise).words().key()).isEqualTo("archive.not-destroyed");

        room.file().setToday(DAY_AFTER);
        appraise();
        assertThat(appraisal().state()).isEqualTo(Appraisal.State.APPRAISED);
    }

    @Test
    @DisplayName("one appraises, a second approves, two more witness: then it is destroyed, and the register is kept (R-9.6)")
    void destructionTakesFourPeople() {
        room.file().setToday(DAY_AFTER);
        appraise();
        assertThat(refusal(() -> decide("song", true)).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        decide("gao", true);
        assertThat(refusal(() -> witness("song")).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        assertThat(refusal(() -> witness("gao")).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        witness("tang");
        assertThat(items()).allSatisfy(item -> assertThat(item.destroyedOn()).isEmpty());
        assertThat(room.file().documents()).allSatisfy(document -> assertThat(document.destroyedAt()).isEmpty());
        assertThat(refusal(() -> witness("tang")).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        witness("shen");

        assertThat(items()).allSatisfy(item -> assertThat(item.destroyedOn()).contains(DAY_AFTER));
        assertThat(appraisal().state()).isEqualTo(Appraisal.State.DESTROYED);
        assertThat(room.file().documents()).as("nothing leaves the order").hasSize(10);
        List<String> gone = items().stream().map(Item::document).toList();
        assertThat(room.file().documents()).allSatisfy(document ->
                assertThat(document.destroyedAt().isPresent()).as(document.name()).isEqualTo(gone.contains(document.id())));
        assertThat(room.file().documents()).anyMatch(document -> document.id().equals(appraisal().register()));
        assertThat(room.file().openTasks(Archive.FILE)).as("the register is filed").hasSize(1);
        assertThat(refusal(this::appraise).words().key()).isEqualTo("archive.nothing-to-destroy");
    }

    @Test
    @DisplayName("what was packed of the volume goes with it, and stands in the register; another volume's packages stay (R-9.6)")
    void packagesAreDestroyedToo() {
        Document before = packed(Packages.name(volume));
        Document another = packed("Q001-XSDD-2026-D30-XS-0099.zip");
        room.file().setToday(DAY_AFTER);
        appraise();
        decide("gao", true);
        assertThat(room.printed.get(room.printed.size() - 1).blocks().toString()).contains(before.digest()).doesNotContain(another.digest());
        Document after = packed(Packages.name(volume));
        witness("tang");
        witness("shen");

        assertThat(room.file().documents()).filteredOn(document -> document.kind().equals(VolumeBook.PACKAGE))
                .filteredOn(document -> document.destroyedAt().isPresent())
                .extracting(Document::id)
                .containsExactly(before.id(), after.id());
    }

    private Document packed(String name) {
        return room.file().file(VolumeBook.PACKAGE, room.upload(name, name + room.file().documents().size()));
    }

    @Test
    @DisplayName("what company leadership keeps can be appraised anew")
    void leadershipMayKeepIt() {
        room.file().setToday(DAY_AFTER);
        appraise();
        assertThat(refusal(this::appraise).words().key()).isEqualTo("archive.appraised-already");
        decide("gao", false);

        assertThat(refusal(() -> witness("tang")).words().key()).isEqualTo("archive.no-appraisal");
        appraise();
        assertThat(room.command(() -> room.book.appraisals(volume))).hasSize(2);
    }

    @Test
    @DisplayName("a legal hold stops the destruction at every step, until it is released; both reasons stay (R-9.6)")
    void aLegalHoldStopsEveryStep() {
        room.file().setToday(DAY_AFTER);
        hold();
        assertThat(refusal(this::appraise).words().key()).isEqualTo("archive.not-destroyed");
        release();
        appraise();
        hold();
        assertThat(refusal(() -> decide("gao", true)).words().key()).isEqualTo("archive.not-destroyed");
        release();
        decide("gao", true);
        witness("tang");
        hold();
        assertThat(refusal(() -> witness("shen")).words().key()).isEqualTo("archive.not-destroyed");
        release();
        witness("shen");

        List<LegalHold> holds = room.command(() -> room.book.holds(volume));
        assertThat(holds).hasSize(3).allSatisfy(hold -> {
            assertThat(hold.reason()).isEqualTo("lawsuit");
            assertThat(hold.releaseReason()).isEqualTo("settled");
        });
        assertThat(refusal(this::release).gaps()).extracting(Refused.Gap::field).containsExactly("hold");
    }

    @Test
    @DisplayName("nothing of an order that is not settled is destroyed, however old it is (R-9.6)")
    void anUnsettledClaimIsKept() {
        room.file().setToday(DAY_AFTER);
        room.file().withdraw(MilestoneName.FINANCE_SETTLED, Text.plain(""));

        assertThat(refusal(this::appraise).words().key()).isEqualTo("archive.not-destroyed");
    }

    @Test
    @DisplayName("an order that company leadership ended is settled when finance owes nothing at it: then it may be destroyed (R-9.6, R-4.17)")
    void anEndedOrderIsDestroyedToo() {
        room.open(anOrder().numbered(2).build());
        room.collect("entry.contract");
        room.end(LocalDate.of(2026, 3, 16));
        room.fileVolume();
        volume = room.command(() -> room.book.of(room.file().number()).get(0));
        room.file().setToday(DAY_AFTER);
        room.run(() -> room.file().raise(NewTask.of(new TaskKind("finance.refund"), Role.FINANCE_CLERK)));
        assertThat(refusal(this::appraise).words().key()).isEqualTo("archive.not-destroyed");

        room.run(() -> room.file().cancel(room.file().openTasks(new TaskKind("finance.refund")).get(0).id(), Text.plain("repaid")));
        appraise();
        assertThat(appraisal().state()).isEqualTo(Appraisal.State.APPRAISED);
    }

    @Test
    @DisplayName("only what is over is destroyed: statements after ten years, the rest stays (R-9.6)")
    void onlyWhatIsOverIsDestroyed() {
        room.close();
        room = new ArchiveRoom(dialect);
        room.open(anOrder().build());
        ArchiveRoom.NINE.forEach(room::collect);
        room.collect("finance.statement");
        room.complete(LocalDate.of(2026, 3, 16));
        room.fileVolume();
        volume = room.command(() -> room.book.of(room.file().number()).get(0));
        room.file().setToday(LocalDate.of(2037, 1, 1));

        assertThat(room.command(() -> room.book.expired(room.file().today(), "", 10).volumes())).hasSize(1);
        appraise();
        decide("gao", true);
        witness("tang");
        witness("shen");

        assertThat(items()).filteredOn(item -> item.destroyedOn().isPresent())
                .extracting(item -> item.kind().value()).containsExactly("finance.statement");
        assertThat(room.file().documents()).filteredOn(document -> document.destroyedAt().isPresent())
                .extracting(document -> document.kind().value()).containsExactly("finance.statement");
        assertThat(refusal(this::appraise).words().key()).as("the rest is not over").isEqualTo("archive.not-destroyed");
        assertThat(room.command(() -> room.book.expired(room.file().today(), "", 10).volumes())).isEmpty();
    }

    private Text verify() {
        return room.act(new VerifyVolume(room.book, room.documents, new FiledLines(room.journal)), volume, "shen", Role.SUPERVISOR, Map.of()).said();
    }

    private void appraise() {
        act(new Appraise(room.book), "song", Role.ARCHIVIST, Map.of("opinion", "of no use"));
    }

    private void decide(String who, boolean destroy) {
        act(new DecideDestruction(room.book, room.printer), who, Role.LEADERSHIP,
                Map.of("destroy", destroy ? "yes" : "no", "reason", "so be it"));
    }

    private void witness(String who) {
        act(new WitnessDestruction(room.book, room.completion), who, Role.SUPERVISOR, Map.of("witnessed", "yes"));
    }

    private void hold() {
        act(new SetHold(room.book), "gao", Role.LEADERSHIP, Map.of("reason", "lawsuit"));
    }

    private void release() {
        String standing = room.command(() -> room.book.holds(volume)).stream()
                .filter(LegalHold::stands)
                .map(LegalHold::id)
                .findFirst()
                .orElse("");
        act(new ReleaseHold(room.book), "gao", Role.LEADERSHIP, Map.of("hold", standing, "reason", "settled"));
    }

    private void act(VolumeCommand command, String who, Role role, Map<String, Object> values) {
        room.act(command, volume, who, role, values);
    }

    private boolean consults(String person, LocalDate day) {
        return room.command(() -> room.book.consults(volume, person, day));
    }

    private Appraisal appraisal() {
        return room.command(() -> room.book.appraisals(volume).get(0));
    }

    private List<Item> items() {
        return room.command(() -> room.book.items(volume));
    }

    private static Refused refusal(Runnable work) {
        return catchThrowableOfType(Refused.class, work::run);
    }
}
