package dev.kontor.console.pages;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Recounts;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Calendars;
import dev.kontor.api.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The working-day calendar: a year at a time, its paper, the company's own days, and what a new notice would move. */
@Component(service = Page.class)
public final class CalendarsPage implements Page {

    private final Calendars calendars;
    private final Clock clock;
    private final Recounts recounts;

    @Activate
    public CalendarsPage(@Reference Calendars calendars, @Reference Clock clock, @Reference Recounts recounts) {
        this.calendars = calendars;
        this.clock = clock;
        this.recounts = recounts;
    }

    @Override
    public String path() {
        return "calendars";
    }

    @Override
    public Text title() {
        return Words.of("calendars");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("company", "calendar", 40));
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public View show(Query query) {
        int wanted = query.tail().isEmpty() ? clock.today().getYear() : year(query.tail().get(0));
        List<Calendars.Year> years = calendars.years();
        List<Block> blocks = new ArrayList<>();
        calendars.problems().forEach(problem -> blocks.add(new Block.Note(Cell.Tone.WARNING, Text.plain(problem))));
        boolean administrator = query.reader().holds(Role.SYSTEM_ADMINISTRATOR);
        moves(recounts.changes(query.reader()), blocks);
        blocks.add(new Block.Tabs(years.stream()
                .sorted(Comparator.comparingInt(Calendars.Year::year).reversed())
                .map(year -> new Block.Tab(Text.plain("" + year.year()), "calendars/" + year.year(), year.year() == wanted))
                .toList()));
        years.stream().filter(year -> year.year() == wanted).findFirst().ifPresentOrElse(
                year -> blocks.addAll(CalendarYear.blocks(year, clock.today())),
                () -> blocks.add(new Block.Note(Cell.Tone.WARNING, Words.of("calendars.unknown", "" + wanted))));
        View view = View.of(title(), blocks.toArray(Block[]::new)).withAbove(Words.of("calendars.version", calendars.version()));
        return administrator
                ? view.withAction(new Cell.Link(Words.of("calendars.override"), "do/calendars/override", "plus"))
                : view;
    }

    private static int year(String words) {
        try {
            return Integer.parseInt(words);
        } catch (NumberFormatException e) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Words.of("no-year", words));
        }
    }

    /** Each deadline that a recount would move, before beside after; nothing has counted yet. */
    private static void moves(List<Recounts.Moved> moved, List<Block> blocks) {
        if (moved.isEmpty()) {
            return;
        }
        long later = moved.stream().filter(each -> !each.before().equals(each.after())).count();
        blocks.add(new Block.Note(Cell.Tone.WARNING, Words.of("recount.waiting", moved.size(), later)));
        blocks.add(new Block.Table(
                Words.of("recount.caption"),
                List.of(Words.column("order"), Words.column("task"), Words.column("before"), Words.column("after"), Words.column("state")),
                moved.stream().map(CalendarsPage::row).toList(),
                "",
                Words.of("none")));
        blocks.add(new Block.Ask("calendars/recount", Optional.empty(), Optional.empty(), ""));
    }

    private static List<Cell> row(Recounts.Moved moved) {
        boolean same = moved.before().equals(moved.after());
        return List.of(
                Words.link(moved.order().value(), "orders/" + moved.order()),
                Cell.words(Text.of("task." + moved.kind())),
                new Cell.Day(moved.before()),
                new Cell.Day(moved.after()),
                new Cell.Badge(
                        same ? Cell.Tone.GOOD : Cell.Tone.WARNING,
                        Words.of(!moved.certain() ? "recount.open" : same ? "recount.certain" : "recount.moves")));
    }
}
