package dev.kontor.review.joint;

import static dev.kontor.review.Vocabulary.AT_JOINT;
import static dev.kontor.review.Vocabulary.OPINION;

import dev.kontor.api.desk.Question;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Conclusion.Require;
import dev.kontor.api.rule.DecisionRecord.Told;
import dev.kontor.api.rule.Outlook;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.review.book.Opinion;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Round;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which open rounds stand on other versions than a new one would begin with, and what a move would change. */
@Component(service = Preview.class)
public final class Preview {

    private final ReviewBook book;
    private final Moves moves;
    private final Outlook outlook;

    @Activate
    public Preview(@Reference ReviewBook book, @Reference Moves moves, @Reference Outlook outlook) {
        this.book = book;
        this.moves = moves;
        this.outlook = outlook;
    }

    /**
     * What a move of a round would change, by department.
     *
     * @param asked who would be asked besides
     * @param withdrawn who would be asked no longer, unless they begin until then
     * @param staying who is asked no longer by the rules, and stays because they have begun or objected
     * @param gone what else would not be concluded any more
     * @param added what else would be concluded besides
     */
    public record Effect(Set<String> asked, Set<String> withdrawn, Set<String> staying, List<Told> gone, List<Told> added) {

        public boolean nothing() {
            return asked.isEmpty() && withdrawn.isEmpty() && staying.isEmpty() && gone.isEmpty() && added.isEmpty();
        }
    }

    /** What a round that opened now would stand on. */
    public List<SetVersion> target() {
        return outlook.versions(AT_JOINT);
    }

    /** Oldest first. */
    public List<Round> others(List<SetVersion> target) {
        return book.openRounds(Integer.MAX_VALUE).stream().filter(round -> !round.sets().equals(target)).toList();
    }

    /** Both versions are asked about the order as it is now, so that what differs comes of the versions alone. */
    public Effect effect(Round round, List<SetVersion> target, Person reader) {
        OrderNumber order = new OrderNumber(round.order());
        List<Told> now = outlook.ask(order, Question.at(AT_JOINT).by(round.sets()), reader).conclusions();
        List<Told> then = outlook.ask(order, Question.at(AT_JOINT).by(target), reader).conclusions();
        Map<String, Opinion> last = book.lastGiven(order);
        Map<String, Role> required = Rounds.required(requires(then), last);
        Set<String> kept = moves.kept(round, last);
        Set<String> asked = new TreeSet<>(required.keySet());
        asked.removeAll(moves.departments(round));
        Set<String> over = new TreeSet<>();
        book.opinions(round).stream()
                .filter(opinion -> opinion.isAsked() && !required.containsKey(opinion.department()))
                .forEach(opinion -> over.add(opinion.department()));
        Set<String> staying = new TreeSet<>(over);
        staying.retainAll(kept);
        over.removeAll(kept);
        return new Effect(asked, over, staying, others(now, then), others(then, now));
    }

    private static List<Require> requires(List<Told> conclusions) {
        return conclusions.stream().map(Told::conclusion).filter(Require.class::isInstance).map(Require.class::cast).toList();
    }

    /** Beside opinions: who is asked already keeps the time they were given. */
    private static List<Told> others(List<Told> these, List<Told> those) {
        List<Conclusion> known = those.stream().map(Told::conclusion).toList();
        return these.stream()
                .filter(told -> !(told.conclusion() instanceof Require require && require.task().equals(OPINION)))
                .filter(told -> !known.contains(told.conclusion()))
                .toList();
    }
}
