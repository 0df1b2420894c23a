package dev.kontor.supervision.audit;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.finding.FindingBook;
import dev.kontor.supervision.finding.FindingView;
import dev.kontor.supervision.regulation.Unread;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audits month by month, what is still to be put right, and each audit with its sample and findings. */
@Component
public final class AuditsPage implements Page {

    private static final int USUAL = 24;
    private static final int MOST_FINDINGS = 200;

    private final AuditBook book;
    private final FindingBook findings;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final Unread unread;

    @Activate
    public AuditsPage(
            @Reference AuditBook book,
            @Reference FindingBook findings,
            @Reference WorkingCalendar calendar,
            @Reference Clock clock,
            @Reference Unread unread) {
        this.book = book;
        this.findings = findings;
        this.calendar = calendar;
        this.clock = clock;
        this.unread = unread;
    }

    @Override
    public String path() {
        return "supervision/audits";
    }

    @Override
    public Text title() {
        return Text.of("supervision.audits");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("supervision", "clipboard-check", 10));
    }

    @Override
    public Set<Role> roles() {
        return Supervision.READERS;
    }

    @Override
    public View show(Query query) {
        return query.tail().isEmpty() ? all(query) : one(query, query.tail().get(0));
    }

    private View all(Query query) {
        int rows = query.rows(USUAL);
        List<Audit> found = book.audits(query.parameter("before"), rows + 1);
        List<Audit> shown = found.stream().limit(rows).toList();
        Block.Table table = new Block.Table(
                Text.of("supervision.audits"),
                columns("month", "population", "due-on", "state"),
                shown.stream().map(this::row).toList(),
                found.size() > rows ? path() + "?before=" + shown.get(rows - 1).month() : "",
                Text.of("supervision.no-audits"));
        Block.Table unsettled = FindingView.table(
                Text.of("supervision.unsettled"), findings.unsettled(MOST_FINDINGS), query.reader(), Text.of("supervision.none-unsettled"));
        View view = View.of(title(), Stream.concat(unread.figure().stream(), Stream.of(unsettled, table)).toArray(Block[]::new))
                .withAbove(Text.of("supervision.audits-above"));
        return found.isEmpty() && query.parameter("before").isEmpty() && query.reader().holdsAny(Set.of(Role.SUPERVISOR, Role.LEADERSHIP))
                ? view.withAction(new Cell.Link(Text.of("supervision.begin"), "do/supervision/begin", "player-play"))
                : view;
    }

    private List<Cell> row(Audit audit) {
        return List.of(
                Cell.link(Text.plain(audit.month().toString()), path() + "/" + audit.id()),
                new Cell.Number(BigDecimal.valueOf(audit.population())),
                due(audit),
                state(audit));
    }

    /** What is done is late no more; whether it was missed its state says. */
    private Cell due(Audit audit) {
        return audit.isDone()
                ? new Cell.Day(audit.dueOn())
                : new Cell.Due(audit.dueOn(), calendar.workingDaysBetween(clock.today(), audit.dueOn()), false);
    }

    private static Cell state(Audit audit) {
        Cell missed = new Cell.Badge(Tone.BAD, Text.of("supervision.audit.missed"));
        Cell done = new Cell.Badge(Tone.GOOD, Text.of("supervision.audit.done"));
        if (audit.isMissed()) {
            return audit.isDone() ? new Cell.Many(List.of(missed, done)) : missed;
        }
        return audit.isDone() ? done : new Cell.Badge(Tone.INFO, Text.of("supervision.audit.open"));
    }

    private View one(Query query, String id) {
        Audit audit = book.audit(id).orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("supervision.no-audit")));
        return View.of(
                        Text.of("supervision.audit-of", audit.month().toString()),
                        new Block.Facts(Text.of("supervision.audit-facts"), List.of(
                                new Block.Fact(Text.of("supervision.column.population"), new Cell.Number(BigDecimal.valueOf(audit.population()))),
                                new Block.Fact(Text.of("supervision.column.due-on"), new Cell.Day(audit.dueOn())),
                                new Block.Fact(Text.of("supervision.column.state"), state(audit)),
                                new Block.Fact(Text.of("supervision.column.drawn"), Cell.words(Text.of("supervision.drawn", audit.id()))),
                                new Block.Fact(Text.of("supervision.column.decision"), Supervision.decision(audit.decision(), query.reader())))),
                        new Block.Table(
                                Text.of("supervision.sample"),
                                columns("order", "by", "decision", "remarks", "state"),
                                book.samples(audit).stream().map(sample -> row(sample, query.reader())).toList(),
                                "",
                                Text.of("supervision.empty-sample")),
                        FindingView.table(
                                Text.of("supervision.findings"), findings.ofAudit(audit.id()), query.reader(),
                                Text.of("supervision.no-findings")))
                .withAbove(title());
    }

    private static List<Cell> row(Sample sample, Person reader) {
        Cell order = Cell.link(Text.plain(sample.order().value()), "orders/" + sample.order() + "?tab=timeline");
        Cell none = Cell.plain("–");
        if (sample.isInspected()) {
            return List.of(order, Cell.person(sample.inspectedBy()),
                    Supervision.decision(sample.decision(), reader), Cell.plain(sample.remarks()),
                    new Cell.Badge(Tone.GOOD, Text.of("supervision.sample.inspected")));
        }
        if (sample.isReplaced()) {
            return List.of(order, Cell.person(sample.replacedBy()), none, Cell.plain(sample.replacedWhy()),
                    new Cell.Badge(Tone.NEUTRAL, Text.of("supervision.sample.replaced")));
        }
        return List.of(order, none, none, none, reader.holds(Role.SUPERVISOR) ? work(sample) : new Cell.Badge(Tone.INFO, Text.of("supervision.sample.open")));
    }

    private static Cell work(Sample sample) {
        return new Cell.Many(List.of(
                Cell.link(Text.of("supervision.inspect"), "do/supervision/inspect?subject=" + sample.id()),
                Cell.link(Text.of("supervision.draw-another"), "do/supervision/draw-another?subject=" + sample.id())));
    }

    private static List<Block.Column> columns(String... keys) {
        return Stream.of(keys).map(key -> Block.Column.of(Text.of("supervision.column." + key))).toList();
    }
}
