package dev.kontor.review.joint;

import static dev.kontor.review.Vocabulary.AT_JOINT;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Require;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.review.book.Move;
import dev.kontor.review.book.Opinion;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Round;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Moves an open round to other versions of the rules (审核轮次改用新版本). An opinion that was given stays, and so does the work
 * of who objected or has begun; what is required besides is asked for from today on, what nobody has begun and no rule
 * requires any more is withdrawn.
 */
@Component(service = Moves.class)
public final class Moves {

    private final ReviewBook book;
    private final Rounds rounds;

    @Activate
    public Moves(@Reference ReviewBook book, @Reference Rounds rounds) {
        this.book = book;
        this.rounds = rounds;
    }

    /** Does what was asked for, or skips a round that is not any more what it was then. */
    public void carryOut(OrderFile file, Move move) {
        Optional<Round> round = book.round(move.round())
                .filter(each -> each.isOpen() && book.stands(each).equals(move.stood()));
        round.ifPresent(each -> carryOut(file, each, move));
        move.settle(round.isPresent() ? Move.MOVED : Move.SKIPPED, file.now());
    }

    private void carryOut(OrderFile file, Round round, Move move) {
        Map<String, Opinion> last = book.lastGiven(file.number());
        Set<String> kept = kept(round, last);
        kept.addAll(begun(file));
        List<SetVersion> before = round.sets();
        Decision decision = file.consult(Question.at(AT_JOINT).by(move.sets()).keeping(kept));
        round.move(decision);
        Text what = Text.of("review.round-moved", round.number(), Text.person(move.askedBy().value()));
        file.note("review.round-moved", what, changes(before, move.sets()));
        Map<String, Role> required = Rounds.required(decision.all(Require.class), last);
        withdraw(file, round, required.keySet(), kept);
        Set<String> there = departments(round);
        required.forEach((department, role) -> {
            if (!there.contains(department)) {
                rounds.ask(file, round, department, role, Optional.ofNullable(last.get(department)));
            }
        });
        rounds.finishIfComplete(file, round);
    }

    private void withdraw(OrderFile file, Round round, Set<String> required, Set<String> kept) {
        Text why = Text.of("review.asked-no-longer");
        book.opinions(round).stream()
                .filter(opinion -> opinion.isAsked() && !required.contains(opinion.department()) && !kept.contains(opinion.department()))
                .forEach(opinion -> {
                    opinion.drop();
                    Rounds.cancel(file, opinion.department(), why);
                    file.note("review.asked-no-longer", Text.of("review.withdrawn", department(opinion.department())), List.of());
                });
    }

    /** Those who have a place in the round that was not given up. */
    Set<String> departments(Round round) {
        return book.opinions(round).stream()
                .filter(opinion -> !opinion.state().equals(Opinion.DROPPED))
                .map(Opinion::department)
                .collect(Collectors.toSet());
    }

    /** Who has spoken in the round, who objected last, and who has an answer outstanding: their work is not withdrawn. */
    Set<String> kept(Round round, Map<String, Opinion> last) {
        OrderNumber order = new OrderNumber(round.order());
        Set<String> kept = new HashSet<>();
        book.opinions(round).stream().filter(Opinion::isGiven).map(Opinion::department).forEach(kept::add);
        last.values().stream().filter(Opinion::objects).map(Opinion::department).forEach(kept::add);
        departments(round).stream().filter(each -> !book.unresolved(order, each).isEmpty()).forEach(kept::add);
        return kept;
    }

    /** Whose work somebody took. */
    private static List<String> begun(OrderFile file) {
        return file.openTasks().stream()
                .filter(task -> task.holder().isPresent() || task.suspendedAt().isPresent())
                .map(Task::subject)
                .toList();
    }

    static Text department(String id) {
        return Text.of("department." + id);
    }

    /** By set, with whole digests. */
    public static List<Change> changes(List<SetVersion> before, List<SetVersion> after) {
        List<Change> changes = new ArrayList<>();
        after.forEach(set -> changes.add(new Change(set.set(), version(before, set.set()), version(after, set.set()))));
        before.stream()
                .filter(set -> version(after, set.set()).isEmpty())
                .forEach(set -> changes.add(new Change(set.set(), version(before, set.set()), "")));
        return changes.stream().filter(change -> !change.before().equals(change.after())).toList();
    }

    private static String version(List<SetVersion> sets, String set) {
        return sets.stream()
                .filter(each -> each.set().equals(set))
                .findFirst()
                .map(each -> "#" + each.number() + " " + each.digest())
                .orElse("");
    }
}
