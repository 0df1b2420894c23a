package dev.kontor.review.page;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.DecisionRecord.Told;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import dev.kontor.review.book.Move;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Round;
import dev.kontor.review.book.Stage;
import dev.kontor.review.joint.Preview;
import dev.kontor.review.joint.Preview.Effect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Open rounds that stand on other versions than those that decide now: what a move would change, and what became of moves. It
 * shows no contents of orders, and leads to an order only who sees it otherwise.
 */
@Component(service = Page.class)
public final class MovesPage implements Page {

    static final String PATH = "review/moves";
    static final Set<Role> READERS = Set.of(Role.RULE_ADMINISTRATOR, Role.LEADERSHIP, Role.AUDITOR);

    /** Each asks the rules twice. */
    private static final int PART = 50;

    private static final int LATEST = 20;

    private final ReviewBook book;
    private final Preview preview;
    private final Orders orders;

    @Activate
    public MovesPage(@Reference ReviewBook book, @Reference Preview preview, @Reference Orders orders) {
        this.book = book;
        this.preview = preview;
        this.orders = orders;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Text title() {
        return Text.of("review.moves");
    }

    @Override
    public Optional<Place> place() {
        return Optional.empty();
    }

    @Override
    public Set<Role> roles() {
        return READERS;
    }

    @Override
    public View show(Query query) {
        List<SetVersion> target = preview.target();
        List<Round> others = preview.others(target);
        int from = query.parameter("from").matches("\\d{1,6}") ? Math.min(Integer.parseInt(query.parameter("from")), others.size()) : 0;
        List<Round> part = others.subList(from, Math.min(from + query.rows(PART), others.size()));
        int next = from + part.size();
        boolean moves = query.reader().holds(Role.RULE_ADMINISTRATOR);
        Block open = new Block.Table(
                Text.of("review.moves-open", others.size()),
                ReviewTab.columns(
                        "review.order", "review.round-number", "review.opened-at", "review.stands-on", "review.would-change", "review.do"),
                part.stream().map(round -> row(round, target, query.reader(), moves)).toList(),
                next < others.size() ? PATH + "?from=" + next : "",
                Text.of("review.moves-none"));
        View view = View.of(
                        title(),
                        new Block.Note(Cell.Tone.INFO, Text.of("review.moves-what")),
                        new Block.Facts(Text.plain(""), List.of(new Block.Fact(Text.of("review.moves-target"), versions(target)))),
                        open,
                        latest(query.reader()))
                .refreshedBy("order.changed", "rules.activated");
        return moves && !others.isEmpty()
                ? view.withAction(new Cell.Link(Text.of("review.move-all"), "do/review/move-rounds", "refresh"))
                : view;
    }

    private List<Cell> row(Round round, List<SetVersion> target, Person reader, boolean moves) {
        boolean underWay = book.moves(round);
        Cell move = moves && !underWay
                ? Cell.link(Text.of("review.move-one"), "do/review/move-rounds?subject=" + round.id())
                : Cell.words(underWay ? Text.of("review.move.under-way") : Text.plain(""));
        return List.of(
                order(new OrderNumber(round.order()), reader),
                round(round.stage(), round.number()),
                new Cell.Moment(round.openedAt()),
                versions(round.sets()),
                changes(round, target, reader),
                move);
    }

    private Cell changes(Round round, List<SetVersion> target, Person reader) {
        try {
            return new Cell.Many(changes(preview.effect(round, target, reader), reader.language()));
        } catch (Refused cannot) {
            return new Cell.Badge(Cell.Tone.BAD, cannot.words());
        }
    }

    private static List<Cell> changes(Effect effect, String language) {
        List<Cell> cells = new ArrayList<>();
        departments("review.move-asks", effect.asked(), cells);
        departments("review.move-withdraws", effect.withdrawn(), cells);
        departments("review.move-keeps", effect.staying(), cells);
        told("review.move-adds", effect.added(), language, cells);
        told("review.move-drops", effect.gone(), language, cells);
        return effect.nothing() ? List.of(Cell.words(Text.of("review.move-nothing"))) : cells;
    }

    private static void departments(String key, Collection<String> departments, List<Cell> cells) {
        departments.forEach(each -> cells.add(Cell.words(Text.of(key, Text.of("department." + each)))));
    }

    private static void told(String key, List<Told> all, String language, List<Cell> cells) {
        all.forEach(each -> cells.add(Cell.words(
                Text.of(key, new ReasonWords(each.reasonEn(), each.reasonZh()).in(language), each.conclusion().clause().value()))));
    }

    private Block latest(Person reader) {
        return new Block.Table(
                Text.of("review.moves-latest"),
                ReviewTab.columns("review.order", "review.round-number", "review.moved-to", "review.move-asked-by", "review.move-asked-at", "review.state"),
                book.moves(LATEST).stream().map(move -> row(move, reader)).toList(),
                "",
                Text.of("review.moves-never"));
    }

    private List<Cell> row(Move move, Person reader) {
        return List.of(
                order(move.order(), reader),
                round(move.stage(), move.roundNumber()),
                versions(move.sets()),
                Cell.person(move.askedBy().value()),
                new Cell.Moment(move.askedAt()),
                new Cell.Badge(
                        switch (move.state()) {
                            case Move.MOVED -> Cell.Tone.GOOD;
                            case Move.SKIPPED -> Cell.Tone.WARNING;
                            default -> Cell.Tone.INFO;
                        },
                        Text.of("review.move." + move.state())));
    }

    private Cell order(OrderNumber number, Person reader) {
        return orders.summary(number, reader)
                .map(order -> Cell.link(Text.plain(number.value()), "orders/" + number))
                .orElse(Cell.plain(number.value()));
    }

    private static Cell round(Stage stage, int number) {
        return Cell.words(Text.of(stage == Stage.JOINT ? "review.joint-round" : "review.contract-round", number));
    }

    private static Cell versions(List<SetVersion> sets) {
        return new Cell.Many(sets.stream().map(set -> Cell.plain("%s #%d %s".formatted(set.set(), set.number(), set.shortDigest()))).toList());
    }
}
