package dev.kontor.console.pages;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Violations;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Violations and proposed penalties over all orders, each one click from its rule, its facts and the order's events. */
@Component(service = Page.class)
public final class ViolationsPage implements Page {

    private static final int LINES = 50;

    private final Violations violations;

    @Activate
    public ViolationsPage(@Reference Violations violations) {
        this.violations = violations;
    }

    @Override
    public String path() {
        return "violations";
    }

    @Override
    public Text title() {
        return Words.of("violations");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("audit", "gavel", 60));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        Violations.Part part = violations.before(before(query.parameter("before")), LINES, query.reader());
        String next = part.next().map(instant -> "violations?before=" + instant.toEpochMilli()).orElse("");
        String language = query.reader().language();
        return View.of(title(), new Block.Table(
                title(),
                List.of(
                        Words.column("when"), Words.column("conclusion"), Words.column("subject"), Words.column("reason"),
                        Words.column("clause"), Words.column("rule"), Words.column("order")),
                part.found().stream().map(each -> row(each, language)).toList(),
                next,
                Words.of("violations.none")));
    }

    private static List<Cell> row(Violations.Found found, String language) {
        Conclusion conclusion = found.told().conclusion();
        boolean penalty = conclusion instanceof Conclusion.Penalty;
        return List.of(
                new Cell.Moment(found.at()),
                new Cell.Badge(
                        penalty ? Cell.Tone.WARNING : Cell.Tone.BAD,
                        Words.of(penalty ? "conclusion.penalty" : "conclusion.violation")),
                Cell.words(Words.subject(conclusion.subject())),
                Cell.plain(language.startsWith("zh") ? found.told().reasonZh() : found.told().reasonEn()),
                Cell.plain(conclusion.clause().value()),
                new Cell.Link(Words.of("why-rule"), "decisions/" + found.decision(), "help-circle"),
                Cell.link(Text.plain(found.order().value()), "orders/" + found.order() + "?tab=timeline"));
    }

    private static Instant before(String words) {
        try {
            return words.isEmpty() ? Instant.ofEpochMilli(Long.MAX_VALUE) : Instant.ofEpochMilli(Long.parseLong(words));
        } catch (NumberFormatException e) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Words.of("no-page", words));
        }
    }
}
