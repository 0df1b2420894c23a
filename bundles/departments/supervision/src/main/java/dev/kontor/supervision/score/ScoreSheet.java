package dev.kontor.supervision.score;

import dev.kontor.api.page.Block;
import dev.kontor.api.people.Person;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Supervision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A score with all that belongs to it, the same for who supervises and for whose it is; and what is somebody's own. */
@Component(service = ScoreSheet.class)
public final class ScoreSheet {

    private static final int MOST = 100;

    private final ScoreBook book;
    private final Decisions decisions;

    @Activate
    public ScoreSheet(@Reference ScoreBook book, @Reference Decisions decisions) {
        this.book = book;
        this.decisions = decisions;
    }

    /** @param treatments the page on which the reader sees a treatment, by id below it */
    public List<Block> whole(Score score, Person reader, String treatments) {
        return ScoreView.whole(score, rules(score), book.items(score), book.events(score), reader, treatments);
    }

    /** The versions that scored it, which whose score it is may not look up: they say what each indicator has to come to. */
    private String rules(Score score) {
        return decisions.decision(score.decision(), Supervision.COUNTER).map(DecisionRecord::sets).orElse(List.of()).stream()
                .map(Supervision::kept)
                .collect(Collectors.joining(", "));
    }

    public Optional<Score> own(Person person, String id) {
        return book.score(id).filter(score -> score.isOf(person));
    }

    /** Somebody's own, the latest month first. @param root below which each is shown by its id */
    public Block.Table own(Person person, Text caption, String root, Text none) {
        return ScoreView.table(caption, book.of(person, MOST), root, none);
    }
}
