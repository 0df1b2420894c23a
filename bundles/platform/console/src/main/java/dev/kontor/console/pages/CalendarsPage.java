package dev.kontor.console.pages;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Calendars;
import dev.kontor.api.time.Clock;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The working-day calendar: years, their sources, the company's own days, what is provisional. */
@Component(service = Page.class)
public final class CalendarsPage implements Page {

    private final Calendars calendars;
    private final Clock clock;

    @Activate
    public CalendarsPage(@Reference Calendars calendars, @Reference Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
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
        Block list = new Block.Table(
                Words.of("calendars.years"),
                List.of(Words.column("year"), Words.column("known"), Words.column("sources"), Words.number("special-days")),
                years.stream().map(CalendarsPage::row).toList(),
                "",
                Words.of("none"));
        Block days = years.stream()
                .filter(year -> year.year() == wanted)
                .findFirst()
                .<Block>map(CalendarsPage::days)
                .orElse(new Block.Note(Cell.Tone.WARNING, Words.of("calendars.unknown", "" + wanted)));
        View view = View.of(title(), days, list).withAbove(Text.plain(calendars.version()));
        return query.reader().holds(Role.SYSTEM_ADMINISTRATOR)
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

    private static List<Cell> row(Calendars.Year year) {
        return List.of(
                Words.link("" + year.year(), "calendars/" + year.year()),
                new Cell.Badge(
                        year.known() ? Cell.Tone.GOOD : Cell.Tone.WARNING, Words.of(year.known() ? "known" : "provisional")),
                new Cell.Many(year.sources().stream().map(Cell::plain).toList()),
                new Cell.Number(BigDecimal.valueOf(year.days().size())));
    }

    private static Block days(Calendars.Year year) {
        return new Block.Table(
                Words.of("calendars.days", "" + year.year()),
                List.of(Words.column("day"), Words.column("name"), Words.column("kind"), Words.column("set-by")),
                year.days().stream()
                        .map(day -> List.of(
                                (Cell) new Cell.Day(day.day()),
                                Cell.plain(day.name()),
                                new Cell.Badge(
                                        day.working() ? Cell.Tone.WARNING : Cell.Tone.INFO,
                                        Words.of(day.working() ? "make-up-day" : "day-off")),
                                Cell.words(Words.of(day.override() ? "company" : "notice"))))
                        .toList(),
                "",
                Words.of("calendars.no-days"));
    }
}
