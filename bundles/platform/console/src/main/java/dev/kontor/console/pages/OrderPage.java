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
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.api.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        List<Desk.Offer> offers = desk.offers(number, reader);
        List<Waiting> reasons = orders.waiting(number, reader);
        Text next = owed(offers)
                .or(() -> desk.read(number, reader, tabs::next))
                .map(step -> Words.of("order.next", step))
                .orElse(Text.plain(""));
        blocks.add(standing(summary, reasons, next));
        blocks.add(flow.steps(orders.milestones(number, reader)));
        if (reasons.size() > 1) {
            blocks.add(waiting(reasons));
        }
        List<Block> owed = work(offers, query.parameter("task"));
        blocks.addAll(desk.read(number, reader, file -> {
            List<Block> parts = new ArrayList<>(owed.isEmpty() ? List.of() : tabs.brief(file));
            parts.addAll(owed);
            parts.addAll(tabs.show(file, query.parameter("tab")));
            return parts;
        }));
        View view = View.of(Text.plain(number.value()), blocks.toArray(Block[]::new))
                .withAbove(Words.of("order.above", summary.customerName(), summary.contract().written(),
                        Words.milestone(summary.milestone())))
                .refreshedBy("order.changed", "task.opened", "task.ended");
        Set<Text> shown = offers.stream().filter(offer -> offer.task().isPresent()).map(Desk.Offer::title).collect(Collectors.toSet());
        for (Desk.Offer offer : offers) {
            view = offer.task().isEmpty() && !shown.contains(offer.title()) ? view.withAction(action(number, offer)) : view;
        }
        return view;
    }

    /**
     * The forms of what the reader owes this order, so that order and form are on one page. Of the task that was asked for,
     * or of the only one, the first form is open.
     */
    private static List<Block> work(List<Desk.Offer> offers, String wanted) {
        List<Desk.Offer> owed = offers.stream().filter(offer -> offer.task().isPresent()).toList();
        List<TaskId> tasks = owed.stream().map(OrderPage::task).distinct().toList();
        Set<TaskId> begun = new HashSet<>();
        List<Block> sections = new ArrayList<>();
        for (Desk.Offer offer : owed) {
            boolean first = begun.add(task(offer));
            boolean asked = task(offer).toString().equals(wanted) || tasks.size() == 1;
            sections.add(new Block.Section(
                    offer.title(),
                    List.of(new Block.Ask(offer.command(), offer.order(), offer.task().map(Task::id), "")),
                    first && asked));
        }
        return sections;
    }

    private static TaskId task(Desk.Offer offer) {
        return offer.task().orElseThrow().id();
    }

    private static Optional<Text> owed(List<Desk.Offer> offers) {
        return offers.stream().filter(offer -> offer.task().isPresent()).findFirst().map(Desk.Offer::title);
    }

    /** In one sentence: where it stands, on whom it waits for what, since when, until when; and what the reader does next. */
    private Block standing(OrderSummary summary, List<Waiting> reasons, Text next) {
        Text where = Words.milestone(summary.milestone());
        if (reasons.isEmpty()) {
            return new Block.Note(Cell.Tone.GOOD, Words.of("order.stands", where, Words.of("waiting.none"), next));
        }
        Waiting first = reasons.stream().min(Comparator.comparing(reason -> reason.until().orElse(Instant.MAX))).orElseThrow();
        Text until = first.until().map(this::inWords).orElse(Words.of("order.no-end"));
        boolean late = first.until().map(due -> !due.isAfter(clock.now())).orElse(!first.kind().equals("task"));
        Text more = reasons.size() == 1 ? Words.of("order.one") : Words.of("order.more", reasons.size() - 1);
        Text waits = Words.of("order.waits", first.on(), first.what(), Words.of("order.span", first.since(), until, more));
        return new Block.Note(
                late ? Cell.Tone.WARNING : Cell.Tone.INFO, Words.of("order.stands", where, waits, next));
    }

    private Text inWords(Instant due) {
        LocalDate last = due.minusMillis(1).atZone(clock.zone()).toLocalDate();
        int left = calendar.workingDaysBetween(clock.today(), last);
        Text days = left == 0 ? Words.of("due.today") : Words.of(left > 0 ? "due.left" : "due.late", Math.abs(left));
        return Words.of("order.until", last, days);
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
