package dev.kontor.supervision.score;

import dev.kontor.api.people.Person;
import jakarta.persistence.EntityManager;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of scores. Usable only inside a command or a read. */
@Component(service = ScoreBook.class)
public final class ScoreBook {

    private final EntityManager rows;

    @Activate
    public ScoreBook(@Reference(target = "(osgi.unit.name=supervision)") EntityManager rows) {
        this.rows = rows;
    }

    void keep(Object row) {
        rows.persist(row);
    }

    /** Departments first, then people, by name. */
    List<Score> of(YearMonth month) {
        return rows.createQuery("select one from Score one where one.month = :month order by one.kind, one.subject", Score.class)
                .setParameter("month", month.toString())
                .getResultList();
    }

    public Optional<Score> score(String id) {
        return Optional.ofNullable(rows.find(Score.class, id));
    }

    /** The latest month first. */
    public List<Score> of(Person person, int most) {
        return rows.createQuery("select one from Score one where one.kind = 'person' and one.subject = :who order by one.month desc", Score.class)
                .setParameter("who", person.id().value())
                .setMaxResults(most)
                .getResultList();
    }

    /** Months that were scored, the latest first. */
    List<YearMonth> months() {
        return rows.createQuery("select distinct one.month from Score one order by one.month desc", String.class).getResultList().stream()
                .map(YearMonth::parse)
                .toList();
    }

    public List<ScoreItem> items(Score score) {
        return rows.createQuery("select one from ScoreItem one where one.score = :score order by one.name", ScoreItem.class)
                .setParameter("score", score.id())
                .getResultList();
    }

    public List<ScoreEvent> events(Score score) {
        return rows.createQuery("select one from ScoreEvent one where one.score = :score order by one.name, one.at, one.id", ScoreEvent.class)
                .setParameter("score", score.id())
                .getResultList();
    }

    void drop(YearMonth month) {
        of(month).forEach(score -> {
            items(score).forEach(rows::remove);
            events(score).forEach(rows::remove);
            rows.remove(score);
        });
        rows.flush();
    }
}
