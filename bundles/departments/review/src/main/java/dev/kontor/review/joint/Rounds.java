package dev.kontor.review.joint;

import static dev.kontor.review.Vocabulary.AT_JOINT;
import static dev.kontor.review.Vocabulary.OPINION;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Require;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import dev.kontor.review.Spans;
import dev.kontor.review.book.Opinion;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Round;
import dev.kontor.review.book.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Opens and ends the rounds of the joint review, and of the contract review before signing.
 *
 * <p>A round asks every department that the rules require, all at one instant; in both stages the same. In a later round a
 * department whose last opinion holds ({@link Standing}) is not asked again; an objector always is.
 */
@Component(service = Rounds.class)
public final class Rounds {

    private final ReviewBook book;
    private final Standing standing;
    private final WayBack wayBack;
    private final Spans spans;

    @Activate
    public Rounds(@Reference ReviewBook book, @Reference Standing standing, @Reference WayBack wayBack, @Reference Spans spans) {
        this.book = book;
        this.standing = standing;
        this.wayBack = wayBack;
        this.spans = spans;
    }

    /** Opens the stage's next round over the revision in force. */
    public void open(OrderFile file, Stage stage) {
        Order order = file.order().orElseThrow();
        supersede(file, Text.of("review.superseded", order.revision()));
        Map<String, Opinion> last = book.lastGiven(file.number());
        int number = book.rounds(file.number(), stage).size() + 1;
        Decision decision = file.consult(Question.at(AT_JOINT));
        Round round = new Round(stage, order, number, file.now(), decision);
        book.keep(round);
        required(decision.all(Require.class), last)
                .forEach((department, role) -> ask(file, round, department, role, Optional.ofNullable(last.get(department))));
        String kind = stage == Stage.JOINT ? "review.round-opened" : "review.contract-round-opened";
        file.note(kind, Text.of(kind, number, order.revision()), List.of());
        finishIfComplete(file, round);
    }

    /** Ends the round when the last opinion is in; not before, so that sales hears every objection at once. */
    public void finishIfComplete(OrderFile file, Round round) {
        List<Opinion> opinions = book.opinions(round);
        if (opinions.stream().anyMatch(Opinion::isAsked)) {
            return;
        }
        long objections = opinions.stream().filter(Opinion::objects).count();
        round.close(objections == 0 ? Round.CLEARED : Round.OBJECTED, file.now());
        boolean joint = round.stage() == Stage.JOINT;
        if (objections == 0) {
            file.reach(joint ? MilestoneName.REVIEW_CLEARED : MilestoneName.CONTRACT_REVIEWED);
            String key = joint ? "review.cleared" : "review.contract-cleared";
            file.notify(file.summary().representative(), Text.of(key, file.number().value()));
        } else {
            String key = joint ? "review.objected" : "review.contract-objected";
            wayBack.from(round, file, Text.of(key, file.number().value(), objections));
        }
    }

    /** Ends an open round without a result: opinions not yet given are no longer owed. */
    public void supersede(OrderFile file, Text why) {
        book.openRound(file.number()).ifPresent(round -> end(file, round, Round.SUPERSEDED, why));
    }

    public void end(OrderFile file, Round round, String how, Text why) {
        round.close(how, file.now());
        book.opinions(round).stream().filter(Opinion::isAsked).forEach(opinion -> {
            opinion.drop();
            cancel(file, opinion.department(), why);
        });
    }

    /** By department: what the rules require, and whoever objected last even if no rule names them any more. */
    static Map<String, Role> required(List<Require> concluded, Map<String, Opinion> last) {
        Map<String, Role> required = new LinkedHashMap<>();
        concluded.stream()
                .filter(require -> require.task().equals(OPINION))
                .forEach(require -> required.putIfAbsent(require.subject(), require.role()));
        last.values().stream()
                .filter(Opinion::objects)
                .forEach(opinion -> required.putIfAbsent(opinion.department(), new Role(opinion.role())));
        return required;
    }

    /** @param last what the department said last; where it holds the department is not asked */
    void ask(OrderFile file, Round round, String department, Role role, Optional<Opinion> last) {
        Optional<Opinion> earlier = last.filter(opinion -> standing.of(file, round, opinion));
        if (earlier.isPresent()) {
            Opinion row = new Opinion(round, department, role.value(), "", file.now());
            Text why = hold(row, earlier.get());
            book.keep(row);
            cancel(file, department, why);
            file.note("review.opinion-holds", why, List.of());
            return;
        }
        Task task = file.openTasks(OPINION).stream()
                .filter(open -> open.subject().equals(department))
                .findFirst()
                .orElseGet(() -> file.raise(spans.within(file, "opinion-days", NewTask.of(OPINION, role).about(department))));
        book.keep(new Opinion(round, department, role.value(), task.id().toString(), file.now()));
    }

    /** Every task that rules opened about the department: its opinion, and what goes with it, such as an evaluation. */
    static void cancel(OrderFile file, String department, Text why) {
        List<TaskId> owed = file.openTasks().stream()
                .filter(task -> task.subject().equals(department))
                .filter(task -> task.kind().equals(OPINION) || !task.decision().isEmpty())
                .map(Task::id)
                .toList();
        owed.forEach(task -> file.cancel(task, why));
    }

    /** Answers why the department is not asked. */
    private Text hold(Opinion row, Opinion earlier) {
        if (book.round(earlier).stage() == Stage.JOINT) {
            row.stand(earlier);
            return Text.of("review.stands", earlier.roundNumber());
        }
        row.carry(earlier);
        return Text.of("review.carried", Text.of("department." + row.department()), Text.person(earlier.givenBy()), earlier.givenAt().orElseThrow());
    }
}
