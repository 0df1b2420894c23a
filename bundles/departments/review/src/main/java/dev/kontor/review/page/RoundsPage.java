package dev.kontor.review.page;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.review.book.Opinion;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Round;
import dev.kontor.review.book.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every open round of the joint review and of the contract review, with the verdicts given and awaited. */
@Component
public final class RoundsPage implements Page {

    private static final int LIMIT = 200;

    private final ReviewBook book;
    private final Orders orders;

    @Activate
    public RoundsPage(@Reference ReviewBook book, @Reference Orders orders) {
        this.book = book;
        this.orders = orders;
    }

    @Override
    public String path() {
        return "review/rounds";
    }

    @Override
    public Text title() {
        return Text.of("review.rounds");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("review", "checklist", 10));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(
                Role.SALES_HEAD,
                Role.SALES_REP,
                Role.LEADERSHIP,
                Role.PRODUCTION_REVIEWER,
                Role.FINANCE_REVIEWER,
                Role.LEGAL_REVIEWER,
                Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        List<List<Cell>> rows = book.openRounds(LIMIT).stream()
                .flatMap(round -> orders.summary(new OrderNumber(round.order()), query.reader()).stream()
                        .map(order -> row(order, round)))
                .toList();
        Block table = new Block.Table(
                Text.of("review.rounds"),
                ReviewTab.columns("review.order", "review.customer", "review.round-number", "review.opened-at", "review.opinions"),
                rows,
                "",
                Text.of("review.no-open-rounds"));
        return View.of(title(), table).refreshedBy("order.changed", "task.ended");
    }

    private List<Cell> row(OrderSummary order, Round round) {
        boolean joint = round.stage() == Stage.JOINT;
        List<Cell> verdicts = book.opinions(round).stream().map(RoundsPage::verdict).toList();
        return List.of(
                Cell.link(Text.plain(order.number().value()), "orders/" + order.number() + "?tab=" + (joint ? "review-opinions" : ContractTab.ID)),
                Cell.plain(order.customerName()),
                Cell.words(Text.of(joint ? "review.joint-round" : "review.contract-round", round.number())),
                new Cell.Moment(round.openedAt()),
                new Cell.Many(verdicts));
    }

    private static Cell verdict(Opinion opinion) {
        Cell.Badge badge = (Cell.Badge) RoundView.badge(opinion);
        return new Cell.Badge(badge.tone(), Text.of("review.verdict-of", Text.of("department." + opinion.department()), badge.text()));
    }
}
