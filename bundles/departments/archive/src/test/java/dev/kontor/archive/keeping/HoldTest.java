package dev.kontor.archive.keeping;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.archive.ArchiveRoom;
import dev.kontor.archive.book.Appraisal;
import dev.kontor.archive.book.LegalHold;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeCompanyFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 9.2: a legal hold binds an order until it is released (R-9.6)")
final class HoldTest {

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
    @DisplayName("a legal hold binds every volume of the order, those to come too; releasing one leaves the others (R-9.6)")
    void aLegalHoldBindsTheOrder() {
        hold();
        hold();
        room.collect("aftersales.record");
        room.run(() -> room.file().goOnTo(LocalDate.of(2026, 4, 20)));
        room.fileVolume();
        volume = room.command(() -> room.book.of(room.file().number()).get(1));
        room.file().setToday(DAY_AFTER);

        release();
        assertThat(refusal(this::appraise).words().key()).isEqualTo("archive.not-destroyed");
        release();
        appraise();
        assertThat(appraisal().state()).isEqualTo(Appraisal.State.APPRAISED);
    }

    @Test
    @DisplayName("which hold is released is chosen from those that stand, by day, person and reason")
    void whichHoldIsReleasedIsChosen() {
        hold();
        hold();
        release();

        List<Field.Option> offered = room.command(() -> new ReleaseHold(room.book).form(null, volume.id())).fields().get(1).options();

        assertThat(offered).extracting(Field.Option::value).containsExactlyElementsOf(
                room.command(() -> room.book.holds(volume)).stream().filter(LegalHold::stands).map(LegalHold::id).toList());
        assertThat(offered).singleElement().satisfies(option -> assertThat(option.label().arguments()).contains("lawsuit"));
    }

    @Test
    @DisplayName("a hold that somebody released while another had chosen it too is released once; the first reason stays (R-9.6)")
    void theFirstReleaseStays() {
        hold();
        String chosen = room.command(() -> room.book.holds(volume)).get(0).id();

        Refused late = room.command(() -> {
            ReleaseHold second = new ReleaseHold(room.book);
            second.form(null, volume.id());
            CompletableFuture.runAsync(this::release).join();
            FakeCompanyFile company = new FakeCompanyFile(room.file().today(), ArchiveRoom.RULES).with(room.file()).as("shen", Role.LEADERSHIP);
            return refusal(() -> second.run(company, new Values(Map.of("subject", volume.id(), "hold", chosen, "reason", "twice"))));
        });

        assertThat(late.gaps()).extracting(Refused.Gap::field).containsExactly("hold");
        assertThat(room.command(() -> room.book.holds(volume))).extracting(LegalHold::releaseReason).containsExactly("settled");
    }

    @Test
    @DisplayName("of what is over its retention, what is kept on and what is under a hold come last, page after page (R-9.6)")
    void whatIsNotToBeDoneComesLast() {
        Volume held = volume;
        room.file().setToday(DAY_AFTER);
        hold();
        Volume keptOn = room.filed(anOrder().numbered(2).build());
        volume = keptOn;
        room.file().setToday(DAY_AFTER);
        appraise();
        decide("gao", false);
        Volume over = room.filed(anOrder().numbered(3).build());
        assertThat(room.command(() -> room.book.expired(LAST_DAY, "", 2)).volumes()).isEmpty();
        room.command(() -> room.store.unit("archive")
                .createQuery("update Item one set one.keptUntil = '2056-12-30' where one.volume <> :over")
                .setParameter("over", over.id())
                .executeUpdate());

        VolumeBook.Expired first = room.command(() -> room.book.expired(DAY_AFTER, "", 2));
        VolumeBook.Expired second = room.command(() -> room.book.expired(DAY_AFTER, first.next(), 2));

        assertThat(first.volumes()).extracting(Volume::id).containsExactly(over.id(), keptOn.id());
        assertThat(second.volumes()).extracting(Volume::id).containsExactly(held.id());
        assertThat(second.next()).isEmpty();
    }

    private void appraise() {
        act(new Appraise(room.book), "song", Role.ARCHIVIST, Map.of("opinion", "of no use"));
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

    private static Refused refusal(Runnable work) {
        return catchThrowableOfType(Refused.class, work::run);
    }

    private void decide(String who, boolean destroy) {
        act(new DecideDestruction(room.book, room.printer), who, Role.LEADERSHIP,
                Map.of("destroy", destroy ? "yes" : "no", "reason", "so be it"));
    }

    private Appraisal appraisal() {
        return room.command(() -> room.book.appraisals(volume).get(0));
    }
}
