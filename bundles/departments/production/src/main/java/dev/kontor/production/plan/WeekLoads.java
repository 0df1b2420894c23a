package dev.kontor.production.plan;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.production.plan.capacity.Capacity;
import dev.kontor.production.plan.capacity.Scheduler.Place;
import dev.kontor.production.plan.capacity.WorkCentre;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How much of each work centre's hours is taken, week by week. */
@Component(service = WeekLoads.class)
public final class WeekLoads {

    private static final int WEEKS = 8;
    private static final int DAYS = 7;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Capacity capacity;
    private final WorkingCalendar calendar;

    @Activate
    public WeekLoads(@Reference Capacity capacity, @Reference WorkingCalendar calendar) {
        this.capacity = capacity;
        this.calendar = calendar;
    }

    List<WorkCentre> centres() {
        return capacity.centres();
    }

    Optional<WorkCentre> centre(String code) {
        return capacity.centre(code);
    }

    /** The last day that is shown: of the eighth week, this one included. */
    static LocalDate last(LocalDate today) {
        return monday(today).plusDays(WEEKS * DAYS - 1L);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    Block block(List<WorkCentre> centres, LocalDate today) {
        LocalDate first = monday(today);
        List<LocalDate> weeks = Stream.iterate(first, week -> week.plusDays(DAYS)).limit(WEEKS).toList();
        Map<Place, BigDecimal> taken = capacity.taken(first, last(today));
        List<Block.Column> columns = new ArrayList<>();
        columns.add(Block.Column.of(Text.of("production.plan.centre")));
        columns.add(Block.Column.number(Text.of("production.plan.capacity")));
        weeks.forEach(week -> columns.add(Block.Column.of(Text.plain(week.toString()))));
        return new Block.Table(
                Text.of("production.plan.load"),
                columns,
                centres.stream().map(centre -> row(centre, weeks, taken)).toList(),
                "",
                Text.of("production.plan.no-centres"));
    }

    private List<Cell> row(WorkCentre centre, List<LocalDate> weeks, Map<Place, BigDecimal> taken) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.link(Text.of("production.plan.centre-named", centre.code(), centre.name()), "production/plan/" + centre.code()));
        cells.add(new Cell.Number(centre.capacity()));
        weeks.forEach(week -> cells.add(load(centre, week, taken)));
        return cells;
    }

    /** More than all of it is possible: a capacity that was lowered, a holiday that was announced later. */
    private Cell load(WorkCentre centre, LocalDate week, Map<Place, BigDecimal> taken) {
        List<LocalDate> days = week.datesUntil(week.plusDays(DAYS)).toList();
        BigDecimal hours = days.stream()
                .map(day -> taken.getOrDefault(new Place(centre.code(), day), BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal whole = centre.capacity().multiply(BigDecimal.valueOf(days.stream().filter(calendar::isWorkingDay).count()));
        if (hours.compareTo(whole) > 0) {
            return new Cell.Badge(Tone.BAD, Text.of("production.plan.overloaded", hours, whole));
        }
        int percent = hours.signum() == 0 ? 0 : hours.multiply(HUNDRED).divide(whole, 0, RoundingMode.DOWN).intValueExact();
        Text words = Text.of("production.plan.percent", percent);
        return hours.signum() > 0 && hours.compareTo(whole) == 0 ? new Cell.Badge(Tone.WARNING, words) : Cell.words(words);
    }
}
