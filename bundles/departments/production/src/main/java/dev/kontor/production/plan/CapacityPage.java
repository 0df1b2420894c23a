package dev.kontor.production.plan;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.book.PlanBook.Behind;
import dev.kontor.production.plan.book.PlanBook.Busy;
import dev.kontor.production.plan.book.WorkOrder;
import dev.kontor.production.plan.capacity.WorkCentre;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The planner's desk: what is made, by when, and how full the work centres are. */
@Component
public final class CapacityPage implements Page {

    private static final String PATH = "production/plan";
    private static final int ROWS = 50;
    private static final int MOST_BARS = 400;
    private static final Pattern BEHIND = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(SO-\\d{4}-\\d{5,9})");

    private final PlanBook book;
    private final WeekLoads loads;
    private final OwedTasks owed;
    private final Clock clock;

    @Activate
    public CapacityPage(@Reference PlanBook book, @Reference WeekLoads loads, @Reference OwedTasks owed, @Reference Clock clock) {
        this.book = book;
        this.loads = loads;
        this.owed = owed;
        this.clock = clock;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Text title() {
        return Text.of("production.plan.page");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("production", "calendar-stats", 10));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_PLANNER, Role.PRODUCTION_PURCHASER, Role.PRODUCTION_INSPECTOR, Role.PRODUCTION_REVIEWER,
                Role.LOGISTICS_CLERK, Role.SALES_HEAD, Role.LEADERSHIP, Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        return query.tail().isEmpty() ? all(query) : one(query, query.tail().get(0));
    }

    private View all(Query query) {
        List<Block> blocks = new ArrayList<>(owed.blocks(query.reader()));
        blocks.addAll(List.of(orders(query), schedule(Optional.empty()), loads.block(loads.centres(), clock.today())));
        View view = View.of(title(), blocks.toArray(Block[]::new))
                .withAbove(Text.of("production.plan.page-above"))
                .refreshedBy("order.changed", "task.opened", "task.ended");
        return query.reader().holds(Role.PRODUCTION_PLANNER)
                ? view.withAction(new Cell.Link(Text.of("production.plan.set-centre"), "do/production/set-work-centre", "plus"))
                : view;
    }

    private View one(Query query, String code) {
        WorkCentre centre = loads.centre(code).orElseThrow(() ->
                Refused.because(Refused.Reason.NOT_FOUND, Text.of("production.plan.no-such-centre", code)));
        List<Block> blocks = new ArrayList<>(List.of(
                new Block.Facts(Text.plain(code), List.of(
                        new Block.Fact(Text.of("production.plan.centre-name"), Cell.plain(centre.name())),
                        new Block.Fact(Text.of("production.plan.capacity"), new Cell.Number(centre.capacity())),
                        new Block.Fact(Text.of("production.plan.state"), Cell.words(Text.of(
                                centre.isClosed() ? "production.plan.centre-closed" : "production.plan.centre-open"))))),
                schedule(Optional.of(code)),
                loads.block(List.of(centre), clock.today())));
        if (query.reader().holds(Role.PRODUCTION_PLANNER)) {
            blocks.add(Block.Ask.company("production/set-work-centre", code));
        }
        return View.of(Text.plain(centre.name()), blocks.toArray(Block[]::new)).withAbove(title());
    }

    private Block orders(Query query) {
        int most = query.rows(ROWS);
        List<WorkOrder> found = book.open(behind(query), most + 1);
        List<WorkOrder> shown = found.subList(0, Math.min(most, found.size()));
        String next = found.size() > most
                ? PATH + "?rows=" + most + "&after=" + shown.get(most - 1).forecastOn() + "_" + shown.get(most - 1).order()
                : "";
        return new Block.Table(
                Text.of("production.plan.orders"),
                List.of("order", "state", "forecast", "told-on", "done", "reports").stream()
                        .map(name -> Block.Column.of(Text.of("production.plan." + name)))
                        .toList(),
                shown.stream().map(this::row).toList(),
                next,
                Text.of("production.plan.no-orders"));
    }

    private static Optional<Behind> behind(Query query) {
        Matcher after = BEHIND.matcher(query.parameter("after"));
        return after.matches()
                ? Optional.of(new Behind(LocalDate.parse(after.group(1)), new OrderNumber(after.group(2))))
                : Optional.empty();
    }

    private List<Cell> row(WorkOrder work) {
        return List.of(
                Cell.link(Text.plain(work.order().value()), "orders/" + work.order()),
                state(work),
                new Cell.Day(work.forecastOn()),
                work.toldOn().<Cell>map(Cell.Day::new).orElse(Cell.plain("")),
                Cell.words(Text.of("production.plan.percent", work.percent())),
                Cell.plain(String.valueOf(work.reports())));
    }

    private Cell state(WorkOrder work) {
        if (work.releasedOn().isEmpty()) {
            return new Cell.Badge(Tone.INFO, Text.of("production.plan.not-released"));
        }
        return work.forecastOn().isBefore(clock.today())
                ? new Cell.Badge(Tone.BAD, Text.of("production.plan.state-late"))
                : new Cell.Badge(Tone.GOOD, Text.of("production.plan.in-production"));
    }

    /** All orders at one work centre, or at each. */
    private Block schedule(Optional<String> only) {
        LocalDate today = clock.today();
        Map<String, WorkCentre> centres =
                loads.centres().stream().collect(Collectors.toMap(WorkCentre::code, Function.identity()));
        List<Busy> busy = book.busy(WeekLoads.last(today), MOST_BARS);
        return new Block.Schedule(
                Text.of("production.plan.schedule"),
                busy.stream()
                        .filter(each -> only.map(each.centre()::equals).orElse(true))
                        .map(each -> new Block.Bar(
                                Text.of("production.plan.centre-named", each.centre(), centres.get(each.centre()).name()),
                                Text.plain(each.order().value()),
                                each.first(),
                                each.last(),
                                each.last().isBefore(today) ? Tone.BAD : Tone.NEUTRAL,
                                "orders/" + each.order()))
                        .toList(),
                today);
    }
}
