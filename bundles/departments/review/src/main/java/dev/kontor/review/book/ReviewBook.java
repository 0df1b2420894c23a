package dev.kontor.review.book;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The review department's rows. Usable only inside a command or a read. */
@Component(service = ReviewBook.class)
public final class ReviewBook {

    private final EntityManager entities;

    @Activate
    public ReviewBook(@Reference(target = "(osgi.unit.name=review)") EntityManager entities) {
        this.entities = entities;
    }

    public void keep(Object row) {
        entities.persist(row);
    }

    public Optional<PreliminaryReview> preliminary(OrderNumber order, int revision) {
        return preliminaries(order).stream().filter(review -> review.revision() == revision).findFirst();
    }

    /** The latest revision that passed the preliminary review itself. */
    public Optional<PreliminaryReview> lastPassed(OrderNumber order) {
        return preliminaries(order).stream().filter(PreliminaryReview::passed).reduce((first, second) -> second);
    }

    /** Oldest first. */
    public List<PreliminaryReview> preliminaries(OrderNumber order) {
        return of(order, PreliminaryReview.class, "row.revision");
    }

    public List<Finding> findings(OrderNumber order) {
        return of(order, Finding.class, "row.revision, row.item");
    }

    /** Oldest first, whatever became of them. */
    public List<SpecialApproval> approvals(OrderNumber order) {
        return of(order, SpecialApproval.class, "row.proposal.proposedAt, row.id");
    }

    /** The latest confirmed one of each item. */
    public Map<String, SpecialApproval> confirmed(OrderNumber order) {
        Map<String, SpecialApproval> latest = new LinkedHashMap<>();
        approvals(order).stream().filter(SpecialApproval::isConfirmed).forEach(each -> latest.put(each.item(), each));
        return latest;
    }

    /** Oldest first. */
    public List<Issue> issues(OrderNumber order) {
        return of(order, Issue.class, "row.raisedAt, row.id");
    }

    public Optional<Issue> issue(OrderNumber order, String id) {
        return issues(order).stream().filter(issue -> issue.id().equals(id)).findFirst();
    }

    /** The issue that sales owes an answer to in this task. */
    public Optional<Issue> awaiting(OrderNumber order, String task) {
        return issues(order).stream().filter(issue -> issue.answerTask().equals(task)).findFirst();
    }

    /** Issues of one asker that are not resolved. */
    public List<Issue> unresolved(OrderNumber order, String asker) {
        return issues(order).stream().filter(issue -> !issue.resolved() && issue.asker().equals(asker)).toList();
    }

    /** Oldest first: those of the contract review, then those of the joint review. */
    public List<Round> rounds(OrderNumber order) {
        return of(order, Round.class, "row.stage, row.roundNumber");
    }

    /** Oldest first. */
    public List<Round> rounds(OrderNumber order, Stage stage) {
        return rounds(order).stream().filter(round -> round.stage() == stage).toList();
    }

    /** The round that came before, of the contract review if this is the first of the joint review. */
    public Optional<Round> before(Round round) {
        return rounds(new OrderNumber(round.order())).stream()
                .takeWhile(each -> !each.id().equals(round.id()))
                .reduce((first, second) -> second);
    }

    public Round round(Opinion opinion) {
        return entities.find(Round.class, opinion.round());
    }

    public Optional<Round> lastRound(OrderNumber order) {
        return rounds(order).stream().reduce((first, second) -> second);
    }

    public Optional<Round> openRound(OrderNumber order) {
        return lastRound(order).filter(Round::isOpen);
    }

    /** Every open round, oldest first. */
    public List<Round> openRounds(int limit) {
        return entities.createQuery("select row from Round row where row.state = 'open' order by row.openedAt", Round.class)
                .setMaxResults(limit)
                .getResultList();
    }

    public Optional<Round> round(String id) {
        return Optional.ofNullable(entities.find(Round.class, id));
    }

    /** How a round stands: other words as soon as somebody gives an opinion in it, or it is moved. */
    public String stands(Round round) {
        return round.decision() + " " + opinions(round).stream().filter(Opinion::isAsked).count();
    }

    public Optional<Move> move(String id) {
        return Optional.ofNullable(entities.find(Move.class, id));
    }

    /** Latest first. */
    public List<Move> moves(int limit) {
        return entities.createQuery("select row from Move row order by row.askedAt desc, row.id", Move.class)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Whether it waits to be moved. */
    public boolean moves(Round round) {
        return !entities.createQuery("select row from Move row where row.roundId = :round and row.state = 'under-way'", Move.class)
                .setParameter("round", round.id())
                .getResultList()
                .isEmpty();
    }

    public List<Opinion> opinions(Round round) {
        return entities.createQuery("select row from Opinion row where row.roundId = :round order by row.department", Opinion.class)
                .setParameter("round", round.id())
                .getResultList();
    }

    public Optional<Opinion> asked(OrderNumber order, String department) {
        return openRound(order).stream()
                .flatMap(round -> opinions(round).stream())
                .filter(opinion -> opinion.department().equals(department) && opinion.isAsked())
                .findFirst();
    }

    /** What each department last said itself. */
    public Map<String, Opinion> lastGiven(OrderNumber order) {
        Map<String, Opinion> last = new LinkedHashMap<>();
        rounds(order).stream()
                .flatMap(round -> opinions(round).stream())
                .filter(Opinion::isGiven)
                .forEach(opinion -> last.put(opinion.department(), opinion));
        return last;
    }

    /**
     * The objections of the joint review: of each department what it said last, in whatever round that was. Those to a draft are met by
     * another draft.
     */
    public List<Opinion> objections(OrderNumber order) {
        return lastGiven(order).values().stream()
                .filter(Opinion::objects)
                .filter(opinion -> round(opinion).stage() == Stage.JOINT)
                .toList();
    }

    /** The objections that have no agreed solution. */
    public List<Opinion> unsolved(OrderNumber order) {
        List<Solution> solutions = solutions(order);
        return objections(order).stream()
                .filter(objection -> solutions.stream()
                        .noneMatch(solution -> solution.isAgreed() && solution.opinion().equals(objection.id())))
                .toList();
    }

    /** Oldest first. */
    public List<Solution> solutions(OrderNumber order) {
        return of(order, Solution.class, "row.proposal.proposedAt, row.id");
    }

    /** The solution that the department was asked about and has not answered. */
    public Optional<Solution> proposed(OrderNumber order, String department) {
        return solutions(order).stream()
                .filter(solution -> solution.isProposed() && solution.department().equals(department))
                .findFirst();
    }

    private <T> List<T> of(OrderNumber order, Class<T> kind, String by) {
        return entities.createQuery(
                        "select row from %s row where row.orderNumber = :number order by %s".formatted(kind.getSimpleName(), by), kind)
                .setParameter("number", order.value())
                .getResultList();
    }
}
