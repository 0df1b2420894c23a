package dev.kontor.console.pages;

import dev.kontor.api.department.Roster;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Departments, rule sets and facts that have a say, running or not. */
@Component(service = Page.class)
public final class RosterPage implements Page {

    private final Roster roster;

    @Activate
    public RosterPage(@Reference Roster roster) {
        this.roster = roster;
    }

    @Override
    public String path() {
        return "roster";
    }

    @Override
    public Text title() {
        return Words.of("roster");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("company", "sitemap", 80));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SYSTEM_ADMINISTRATOR, Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        Block table = new Block.Table(
                title(),
                List.of(Words.column("kind"), Words.column("name"), Words.column("since"), Words.column("state")),
                roster.members().stream()
                        .map(member -> List.of(
                                Cell.words(Words.of("roster." + member.kind())),
                                name(member),
                                new Cell.Moment(member.since()),
                                new Cell.Badge(
                                        member.running() ? Cell.Tone.GOOD : Cell.Tone.BAD,
                                        Words.of(member.running() ? "running" : "absent"))))
                        .toList(),
                "",
                Words.of("none"));
        View view = View.of(title(), new Block.Note(Cell.Tone.INFO, Words.of("roster.why")), table).refreshedBy("bundles.changed");
        return query.reader().holds(Role.SYSTEM_ADMINISTRATOR)
                ? view.withAction(new Cell.Link(Words.of("roster.approve"), "do/roster/approve", "plus"))
                        .withAction(new Cell.Link(Words.of("roster.remove"), "do/roster/remove", "trash"))
                : view;
    }

    /** A department by its name, a fact type by its last word; what nobody has named is as it is. */
    private static Cell name(Roster.Member member) {
        return member.kind().equals("fact-type")
                ? Cell.plain(member.name().replaceFirst(".*\\.", ""))
                : Cell.words(Words.subject(member.name()));
    }
}
