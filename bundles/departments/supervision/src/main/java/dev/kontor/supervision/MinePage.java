package dev.kontor.supervision;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.audit.ToInspect;
import dev.kontor.supervision.regulation.RegulationBook;
import dev.kontor.supervision.score.Score;
import dev.kontor.supervision.score.ScoreSheet;
import dev.kontor.supervision.treatment.Treatment;
import dev.kontor.supervision.treatment.TreatmentBook;
import dev.kontor.supervision.treatment.TreatmentSheet;
import dev.kontor.supervision.treatment.TreatmentView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What concerns the reader: what they have to acknowledge and to inspect, their scores, and what is proposed or decided about them. */
@Component
public final class MinePage implements Page {

    private static final int MOST = 100;
    private static final String SCORE = "score";

    private final TreatmentBook treatments;
    private final ScoreSheet scores;
    private final TreatmentSheet sheet;
    private final RegulationBook regulation;
    private final ToInspect toInspect;

    @Activate
    public MinePage(
            @Reference TreatmentBook treatments,
            @Reference ScoreSheet scores,
            @Reference TreatmentSheet sheet,
            @Reference RegulationBook regulation,
            @Reference ToInspect toInspect) {
        this.treatments = treatments;
        this.scores = scores;
        this.sheet = sheet;
        this.regulation = regulation;
        this.toInspect = toInspect;
    }

    @Override
    public String path() {
        return "supervision/mine";
    }

    @Override
    public Text title() {
        return Text.of("supervision.mine");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("work", "user-check", 60));
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public View show(Query query) {
        if (query.tail().size() > 1 && query.tail().get(0).equals(SCORE)) {
            return score(query.reader(), query.tail().get(1));
        }
        if (!query.tail().isEmpty()) {
            return treatment(query.reader(), query.tail().get(0));
        }
        List<Block> blocks = new ArrayList<>();
        regulation.latest().filter(latest -> !regulation.isAcknowledged(latest, query.reader().id())).ifPresent(latest -> {
            blocks.add(new Block.Note(Tone.WARNING, Text.of("supervision.to-acknowledge", latest.number())));
            blocks.add(new Block.Figures(List.of(new Block.Figure(
                    Text.of("supervision.regulation"), Cell.plain(latest.title()), Tone.WARNING, "supervision/regulation"))));
        });
        toInspect.table(query.reader()).ifPresent(blocks::add);
        blocks.add(TreatmentView.table(
                Text.of("supervision.my-treatments"), treatments.of(query.reader(), MOST), path(), "",
                Text.of("supervision.no-treatments-of-yours")));
        blocks.add(scores.own(
                query.reader(), Text.of("supervision.my-scores"), path() + "/" + SCORE, Text.of("supervision.no-scores-of-yours")));
        return View.of(title(), blocks.toArray(Block[]::new)).withAbove(Text.of("supervision.mine-above"));
    }

    private View treatment(Person reader, String id) {
        Treatment treatment = treatments.treatment(id)
                .filter(each -> each.concerns(reader))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("supervision.no-treatment")));
        List<Block> blocks = new ArrayList<>(sheet.whole(treatment));
        sheet.ask(treatment).ifPresent(blocks::add);
        return View.of(Text.of("supervision.treatment-title", treatment.code()), blocks.toArray(Block[]::new)).withAbove(title());
    }

    private View score(Person reader, String id) {
        Score score = scores.own(reader, id)
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("supervision.no-score")));
        return View.of(Text.of("supervision.score-of", score.month().toString()),
                        scores.whole(score, reader, path()).toArray(Block[]::new))
                .withAbove(title());
    }
}
