package dev.kontor.console.pages;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.order.Waiting;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.api.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One order: where it stands, why it waits, what can be done, and a tab for each thing known about it. */
@Component(service = OrderPage.class)
public final class OrderPage {

    private final Orders orders;
    private final Desk desk;
    private final OrderTabs tabs;
    private final Flow flow;
    private final Clock clock;
    private final WorkingCalendar calendar;

    @Activate
    public OrderPage(
            @Reference Orders orders,
            @Reference Desk desk,
            @Reference OrderTabs tabs,
            @Reference Flow flow,
            @Reference Clock clock,
            @Reference WorkingCalendar calendar) {
        this.orders = orders;
        this.desk = desk;
        this.tabs = tabs;
        this.flow = flow;
        this.clock = clock;
        this.calendar = calendar;
    }

    View show(OrderNumber number, Query query) {
        Person reader = query.reader();
        OrderSummary summary = orders.summary(number, reader)
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Words.of("no-order", number.value())));
        List<Block> blocks = new ArrayList<>();
        blocks.add(flow.steps(orders.milestones(number, reader)));
        blocks.add(waiting(orders.waiting(number, reader)));
        List<Desk.Offer> offers = desk.offers(number, reader);
        blocks.addAll(work(offers, query.parameter("task")));
        blocks.addAll(desk.read(number, reader, file -> tabs.show(file, query.parameter("tab"))));
        View view = View.of(Text.plain(number.value()), blocks.toArray(Block[]::new))
                .withAbove(Words.of("order.above", summary.customerName(), summary.contract().written(),
                        Words.milestone(summary.milestone())))
                .refreshedBy("order.changed", "task.opened", "task.ended");
        for (Desk.Offer offer : offers) {
            view = offer.task().isEmpty() ? view.withAction(action(number, offer)) : view;
        }
        return view;
    }

    /** The forms of what the reader owes this order, so that order and form are on one page; the only one is open. */
    private static List<Block> work(List<Desk.Offer> offers, String wanted) {
        List<Desk.Offer> owed = offers.stream().filter(offer -> offer.task().isPresent()).toList();
        return owed.stream()
                .<Block>map(offer -> new Block.Section(
                        offer.title(),
                        List.of(new Block.Ask(offer.command(), offer.order(), offer.task().map(Task::id), "")),
                        owed.size() == 1 && offer.task().get().id().toString().equals(wanted)))
                .toList();
    }

    private static Cell.Link action(OrderNumber number, Desk.Offer offer) {
        return new Cell.Link(offer.title(), "do/" + offer.command() + "?order=" + number, "");
    }

    /** A deadline is exclusive: the day that counts is the one before. */
    private Cell until(Instant due) {
        LocalDate last = due.minusMillis(1).atZone(clock.zone()).toLocalDate();
        return new Cell.Due(last, calendar.workingDaysBetween(clock.today(), last), !calendar.isKnown(last.getYear()));
    }

    private static Cell what(Waiting reason) {
        return reason.kind().equals("task")
                ? Cell.words(reason.what())
                : new Cell.Many(List.of(
                        Cell.words(reason.what()),
                        new Cell.Badge(Cell.Tone.WARNING, Words.of("waiting." + reason.kind()))));
    }

    private Block waiting(List<Waiting> reasons) {
        if (reasons.isEmpty()) {
            return new Block.Note(Cell.Tone.GOOD, Words.of("waiting.none"));
        }
        return new Block.Table(
                Words.of("waiting"),
                List.of(Words.column("waiting.what"), Words.column("waiting.on"), Words.column("since"), Words.column("until")),
                reasons.stream()
                        .map(reason -> List.of(
                                what(reason),
                                Cell.words(reason.on()),
                                new Cell.Moment(reason.since()),
                                reason.until().map(this::until).orElse(Cell.plain("–"))))
                        .toList(),
                "",
                Words.of("waiting.none"));
    }
}
