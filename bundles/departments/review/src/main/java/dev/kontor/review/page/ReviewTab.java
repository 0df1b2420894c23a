package dev.kontor.review.page;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.Finding;
import dev.kontor.review.book.Issue;
import dev.kontor.review.book.Opinion;
import dev.kontor.review.book.PreliminaryReview;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Round;
import dev.kontor.review.book.Solution;
import dev.kontor.review.book.Stage;
import dev.kontor.review.preliminary.Checklist;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The review's part of the order's page: checklist, approvals, rounds with opinions, issues. */
@Component(service = {OrderTab.class, ReviewTab.class})
public final class ReviewTab implements OrderTab {

    private final ReviewBook book;
    private final RoundView rounds;
    private final ApprovalsView approvals;

    @Activate
    public ReviewTab(@Reference ReviewBook book, @Reference RoundView rounds, @Reference ApprovalsView approvals) {
        this.book = book;
        this.rounds = rounds;
        this.approvals = approvals;
    }

    @Override
    public String id() {
        return "review-opinions";
    }

    @Override
    public Text title() {
        return Text.of("review.tab");
    }

    @Override
    public int position() {
        return 20;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    /** What changed since the round before, for who reviews again. */
    @Override
    public List<Block> brief(OrderView file) {
        List<Round> all = book.rounds(file.number());
        return all.isEmpty() ? List.of() : rounds.changes(file, all.get(all.size() - 1)).stream().toList();
    }

    /** Sales cannot submit again before every objection has an agreed solution. */
    @Override
    public Optional<Text> next(OrderView file) {
        List<Opinion> unsolved = book.unsolved(file.number());
        boolean back = !file.openTasks(Vocabulary.RESUBMIT).isEmpty();
        if (!back || unsolved.isEmpty() || !file.actor().holds(Role.SALES_REP)) {
            return Optional.empty();
        }
        List<String> proposed =
                book.solutions(file.number()).stream().filter(Solution::isProposed).map(Solution::opinion).toList();
        boolean all = unsolved.stream().map(Opinion::id).allMatch(proposed::contains);
        return Optional.of(Text.of(all ? "review.next.wait" : "review.next.propose"));
    }

    @Override
    public List<Block> show(OrderView file) {
        List<PreliminaryReview> reviews = book.preliminaries(file.number());
        if (reviews.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        List<Round> all = new ArrayList<>(book.rounds(file.number(), Stage.JOINT));
        for (int i = all.size() - 1; i >= 0; i--) {
            blocks.add(rounds.show(file, all.get(i), i == all.size() - 1));
        }
        blocks.add(checklist(file, reviews.get(reviews.size() - 1)));
        blocks.add(preliminaries(reviews));
        approvals.show(file).ifPresent(blocks::add);
        issues(file, blocks);
        return blocks;
    }

    private Block checklist(OrderView file, PreliminaryReview review) {
        List<List<Cell>> rows = review.passed()
                ? book.findings(file.number()).stream()
                        .filter(finding -> finding.revision() == review.revision())
                        .map(this::row)
                        .toList()
                : Checklist.shown(file).items().stream()
                        .map(item -> List.of(
                                Cell.words(item.label()),
                                verdict(item.rules().verdict(), item.isLifted()),
                                Cell.plain(""),
                                Cell.words(item.reason())))
                        .toList();
        return new Block.Table(
                Text.of("review.checklist-of", review.revision()),
                columns("review.item", "review.by-rules", "review.by-head", "review.why"),
                rows,
                "",
                Text.of("review.no-checklist"));
    }

    private List<Cell> row(Finding finding) {
        return List.of(
                Cell.words(Checklist.label(finding.item())),
                verdict(finding.byRules(), !finding.approval().isEmpty()),
                Cell.words(Text.of("review." + finding.byHead())),
                Cell.words(Text.of("review.reason", finding.reasonEn(), finding.reasonZh())));
    }

    private static Cell verdict(String rules, boolean approved) {
        if (approved) {
            return new Cell.Badge(Tone.WARNING, Text.of("review.verdict-approved"));
        }
        return switch (rules) {
            case "passed" -> new Cell.Badge(Tone.GOOD, Text.of("review.verdict-passed"));
            case "failed" -> new Cell.Badge(Tone.BAD, Text.of("review.verdict-failed"));
            default -> new Cell.Badge(Tone.NEUTRAL, Text.of("review.verdict-none"));
        };
    }

    private Block preliminaries(List<PreliminaryReview> reviews) {
        return new Block.Table(
                Text.of("review.preliminaries"),
                columns("review.revision", "review.submitted-on", "review.way", "review.passed-by", "review.passed-at", "review.signed-on"),
                reviews.stream()
                        .map(review -> List.of(
                                Cell.plain(String.valueOf(review.revision())),
                                new Cell.Day(review.submittedOn()),
                                Cell.link(Text.of(review.needed() ? "review.way-preliminary" : "review.way-joint"), "decisions/" + review.decision()),
                                Cell.person(review.passedBy()),
                                review.passedAt().<Cell>map(Cell.Moment::new).orElse(Cell.plain("")),
                                Cell.plain(review.signedOn())))
                        .toList(),
                "",
                Text.plain(""));
    }

    private void issues(OrderView file, List<Block> blocks) {
        List<Issue> issues = book.issues(file.number());
        if (issues.isEmpty()) {
            return;
        }
        blocks.add(new Block.Table(
                Text.of("review.issues"),
                columns("review.asker", "review.question", "review.answer", "review.resolution", "review.state"),
                issues.stream()
                        .map(issue -> List.of(
                                Cell.words(Text.of("department." + issue.asker())),
                                Cell.plain(issue.question()),
                                Cell.plain(issue.answer()),
                                Cell.plain(issue.resolution()),
                                (Cell) new Cell.Badge(
                                        issue.resolved() ? Tone.GOOD : issue.answered() ? Tone.INFO : Tone.WARNING,
                                        Text.of("review.issue." + issue.state()))))
                        .toList(),
                "",
                Text.plain("")));
    }

    static List<Block.Column> columns(String... keys) {
        return List.of(keys).stream().map(key -> Block.Column.of(Text.of(key))).toList();
    }
}
