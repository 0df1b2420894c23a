package dev.kontor.supervision.commendation;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Supervision;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who was commended and why, for everybody to see; what is proposed, for who proposes and approves. */
@Component
public final class CommendationsPage implements Page {

    private static final int USUAL = 50;
    private static final Set<Role> PROPOSERS = Set.of(Role.SUPERVISOR, Role.SALES_HEAD, Role.LEADERSHIP);

    private final CommendationBook book;

    @Activate
    public CommendationsPage(@Reference CommendationBook book) {
        this.book = book;
    }

    @Override
    public String path() {
        return "supervision/commendations";
    }

    @Override
    public Text title() {
        return Text.of("supervision.commendations");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("supervision", "star", 40));
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public View show(Query query) {
        boolean inside = query.reader().holdsAny(PROPOSERS) || query.reader().holds(Role.AUDITOR);
        int rows = query.rows(USUAL);
        List<Commendation> found = book.after(book.find(query.parameter("after")), rows + 1);
        List<Commendation> shown = found.stream().limit(rows).toList();
        View view = View.of(title(), new Block.Table(
                title(),
                Stream.of("at", "commended", "commend-reason", "commend-evidence", "reward", "by", "state")
                        .map(key -> Block.Column.of(Text.of("supervision.column." + key)))
                        .toList(),
                shown.stream()
                        .filter(each -> inside || each.state() == Commendation.State.APPROVED)
                        .map(each -> row(each, query.reader()))
                        .toList(),
                found.size() > rows ? path() + "?after=" + shown.get(rows - 1).id() : "",
                Text.of("supervision.no-commendations")));
        return query.reader().holdsAny(PROPOSERS)
                ? view.withAction(new Cell.Link(Text.of("supervision.commend"), "do/supervision/commend", "plus"))
                : view;
    }

    private static List<Cell> row(Commendation each, Person reader) {
        return List.of(
                new Cell.Moment(each.proposedAt()),
                Cell.words(Supervision.who(each.commended())),
                Cell.plain(each.reason()),
                each.order().isEmpty()
                        ? Cell.plain(each.evidence())
                        : new Cell.Many(List.of(Cell.plain(each.evidence()), Cell.link(Text.plain(each.order()), "orders/" + each.order()))),
                Cell.plain(each.reward()),
                by(each),
                state(each, reader));
    }

    /** Who proposed it, and who answered when and in which words. */
    private static Cell by(Commendation each) {
        Cell proposed = Cell.words(Text.of("supervision.commend-by.proposed", Text.person(each.proposedBy())));
        return each.state() == Commendation.State.PROPOSED
                ? proposed
                : new Cell.Many(List.of(
                        proposed, Cell.words(Text.of("supervision.commend-by." + state(each), Text.person(each.approvedBy()))),
                        new Cell.Moment(each.approvedAt()), Cell.plain(each.remarks())));
    }

    private static String state(Commendation each) {
        return each.state().name().toLowerCase(Locale.ROOT);
    }

    private static Cell state(Commendation each, Person reader) {
        Tone tone = switch (each.state()) {
            case PROPOSED -> Tone.INFO;
            case APPROVED -> Tone.GOOD;
            case DECLINED -> Tone.NEUTRAL;
        };
        Cell badge = new Cell.Badge(tone, Text.of("supervision.commendation." + state(each)));
        boolean mine = each.proposedBy().equals(reader.id().value()) || each.commended().equals(reader.id().value());
        return each.state() == Commendation.State.PROPOSED && reader.holds(Role.LEADERSHIP) && !mine
                ? new Cell.Many(List.of(badge, Cell.link(Text.of("supervision.answer-commendation"), "do/supervision/answer-commendation?subject=" + each.id())))
                : badge;
    }
}
