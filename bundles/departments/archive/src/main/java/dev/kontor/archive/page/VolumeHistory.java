package dev.kontor.archive.page;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.Appraisal;
import dev.kontor.archive.book.Check;
import dev.kontor.archive.book.Consultation;
import dev.kontor.archive.book.LegalHold;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happened to a volume while it was kept; what never happened is not shown. */
@Component(service = VolumeHistory.class)
public final class VolumeHistory {

    private static final int MOST = 50;

    private final VolumeBook book;

    @Activate
    public VolumeHistory(@Reference VolumeBook book) {
        this.book = book;
    }

    List<Block> of(Volume volume) {
        List<Block> blocks = new ArrayList<>();
        add(blocks, "verifications", book.checks(volume, MOST).stream().map(VolumeHistory::row).toList(), "at", "by", "documents", "state");
        add(blocks, "consultations", book.consultations(volume, MOST).stream().map(VolumeHistory::row).toList(), "at", "by", "purpose");
        add(blocks, "holds", book.holds(volume).stream().map(VolumeHistory::row).toList(), "at", "by", "reason", "release");
        add(blocks, "destructions", book.appraisals(volume).stream().map(VolumeHistory::row).toList(),
                "at", "appraised-by", "appraisal-opinion", "decided-by", "witnesses", "register", "state");
        return blocks;
    }

    private static void add(List<Block> blocks, String caption, List<List<Cell>> rows, String... columns) {
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(Text.of("archive." + caption), Shown.columns(columns), rows, "", Text.plain("")));
        }
    }

    private static List<Cell> row(Check check) {
        return List.of(new Cell.Moment(check.at()), Cell.person(check.by()), Shown.number(check.documents()), state(check));
    }

    static Cell state(Check check) {
        return check.whole()
                ? new Cell.Badge(Tone.GOOD, Text.of("archive.whole"))
                : new Cell.Badge(Tone.BAD, Text.of("archive.is-altered", check.altered()));
    }

    private static List<Cell> row(Consultation consultation) {
        return List.of(
                new Cell.Moment(consultation.at()), Cell.person(consultation.person()), Cell.plain(consultation.purpose()));
    }

    private static List<Cell> row(LegalHold hold) {
        return List.of(
                new Cell.Moment(hold.setAt()),
                Cell.person(hold.setBy()),
                Cell.plain(hold.reason()),
                hold.stands()
                        ? new Cell.Badge(Tone.BAD, Text.of("archive.is-held"))
                        : Cell.words(Text.of("archive.released-by", Text.person(hold.releasedBy()), hold.releaseReason())));
    }

    static List<Cell> row(Appraisal appraisal) {
        return List.of(
                new Cell.Moment(appraisal.appraisedAt()),
                Cell.person(appraisal.appraisedBy()),
                Cell.plain(appraisal.opinion()),
                Cell.person(appraisal.decidedBy()),
                new Cell.Many(List.of(Cell.person(appraisal.firstWitness()), Cell.person(appraisal.secondWitness()))),
                appraisal.register().isEmpty()
                        ? Cell.plain("")
                        : Cell.link(Text.of("archive.register"), "document/" + appraisal.register()),
                state(appraisal));
    }

    private static Cell state(Appraisal appraisal) {
        Tone tone = appraisal.open() ? Tone.WARNING : Tone.NEUTRAL;
        return new Cell.Badge(tone, Text.of("archive.appraisal-" + appraisal.state().name().toLowerCase(Locale.ROOT)));
    }
}
