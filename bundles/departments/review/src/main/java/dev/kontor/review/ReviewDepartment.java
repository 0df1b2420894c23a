package dev.kontor.review;

import static dev.kontor.api.order.MilestoneName.ENTRY_SUBMITTED;
import static dev.kontor.api.order.MilestoneName.REVIEW_CLEARED;
import static dev.kontor.api.order.MilestoneName.REVIEW_PASSED;

import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.Conclusion.Require;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.review.book.Issue;
import dev.kontor.review.book.Move;
import dev.kontor.review.book.PreliminaryReview;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.SpecialApproval;
import dev.kontor.review.book.Stage;
import dev.kontor.review.joint.Moves;
import dev.kontor.review.joint.Rounds;
import dev.kontor.review.joint.WayBack;
import dev.kontor.review.page.ReviewSheet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Preliminary review by the head of sales, then joint review by every required department.
 *
 * @see "Regulation, clauses 4.1 and 4.2"
 */
@Component
public final class ReviewDepartment implements Department {

    private final ReviewBook book;
    private final Rounds rounds;
    private final WayBack wayBack;
    private final Moves moves;
    private final ReviewSheet sheet;

    @Activate
    public ReviewDepartment(
            @Reference ReviewBook book,
            @Reference Rounds rounds,
            @Reference WayBack wayBack,
            @Reference Moves moves,
            @Reference ReviewSheet sheet) {
        this.book = book;
        this.rounds = rounds;
        this.wayBack = wayBack;
        this.moves = moves;
        this.sheet = sheet;
    }

    @Override
    public DepartmentId id() {
        return new DepartmentId("review");
    }

    @Override
    public List<Arrival> opensOn() {
        return List.of(
                Arrival.on(ENTRY_SUBMITTED, this::open), new Arrival("papers", Set.of(REVIEW_CLEARED), sheet::file));
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of(REVIEW_PASSED, REVIEW_CLEARED, Vocabulary.TERMINATED);
    }

    private void open(OrderFile file) {
        if (OpenedOrder.isTakenOver(file) || file.milestones().contains(Vocabulary.TERMINATED)) {
            return; // reviewed before it came here, or ended since it was submitted
        }
        Order order = file.order().orElseThrow();
        answerReturns(file, order);
        rounds.supersede(file, Text.of("review.superseded", order.revision()));
        dropProposals(file, Text.of("review.superseded", order.revision()));
        if (book.preliminaries(file.number()).isEmpty()) {
            file.consult(Question.at(Vocabulary.AT_CONTRACT).since(order.contract().signedOn()));
        }
        file.consult(Question.at(Vocabulary.AT_CREDIT));
        Decision decision = file.consult(Question.at(Vocabulary.AT_PRELIMINARY).since(file.today()));
        boolean needed = decision.all(Require.class).stream().anyMatch(each -> each.task().equals(Vocabulary.PRELIMINARY));
        book.keep(new PreliminaryReview(file.number().value(), order.revision(), file.today(), needed, decision.id()));
        if (needed) {
            reopen(file, order);
        } else {
            file.note("review.straight-to-joint", Text.of("review.straight-to-joint", order.revision()), List.of());
            startJoint(file);
        }
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        if (task.kind().equals(Vocabulary.PRELIMINARY)) {
            dropProposals(file, Text.of("review.override-late"));
            if (outcome.verdict().equals("passed")) {
                startJoint(file);
            } else {
                wayBack.send(file, Text.of("review.returned", file.number().value(), outcome.remarks()));
            }
        } else if (task.kind().equals(Vocabulary.OPINION)) {
            book.openRound(file.number()).ifPresent(round -> rounds.finishIfComplete(file, round));
        }
    }

    /** A round is to be moved to other versions. */
    @Override
    public void attend(OrderFile file, String matter) {
        book.move(matter).filter(Move::isUnderWay).ifPresent(move -> moves.carryOut(file, move));
    }

    /** A later revision is what sales answers to a return; the head still has to find it resolved. */
    private void answerReturns(OrderFile file, Order order) {
        book.issues(file.number()).stream()
                .filter(issue -> issue.kind().equals(Issue.RETURNED) && !issue.answered())
                .forEach(issue -> issue.answer("", order.representative().value(), file.now()));
    }

    /** A proposal to approve an item is about one preliminary review; once that is over nobody owes an answer. */
    private void dropProposals(OrderFile file, Text why) {
        book.approvals(file.number()).stream()
                .filter(SpecialApproval::isProposed)
                .forEach(each -> each.settle(SpecialApproval.DROPPED, file.actor(), file.now(), ""));
        file.openTasks(Vocabulary.APPROVAL).forEach(task -> file.cancel(task.id(), why));
    }

    /** What was approved is no longer what is to be executed. */
    private void reopen(OrderFile file, Order order) {
        Text why = Text.of("review.reopened", order.revision());
        for (MilestoneName milestone : List.of(REVIEW_CLEARED, REVIEW_PASSED)) {
            if (file.milestones().contains(milestone)) {
                file.withdraw(milestone, why);
            }
        }
    }

    private void startJoint(OrderFile file) {
        file.reach(REVIEW_PASSED);
        rounds.open(file, Stage.JOINT);
        boolean open = book.openRound(file.number()).isPresent();
        if (open && file.milestones().contains(REVIEW_CLEARED)) {
            file.withdraw(REVIEW_CLEARED, Text.of("review.reopened", file.order().orElseThrow().revision()));
        }
    }
}
