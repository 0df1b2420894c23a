package dev.kontor.console.pages;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whose work is done by whom, and until when. */
@Component(service = Page.class)
public final class DelegationsPage implements Page {

    private final Accounts accounts;

    @Activate
    public DelegationsPage(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String path() {
        return "delegations";
    }

    @Override
    public Text title() {
        return Words.of("delegations");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("company", "users", 50));
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public View show(Query query) {
        Block table = new Block.Table(
                title(),
                List.of(
                        Words.column("from-person"), Words.column("to-person"), Words.column("role"),
                        Words.column("first-day"), Words.column("last-day")),
                accounts.delegations().stream()
                        .map(found -> List.of(
                                Cell.words(Words.person(found.from())),
                                Cell.words(Words.person(found.to())),
                                Cell.words(Words.role(found.role())),
                                (Cell) new Cell.Day(found.first()),
                                new Cell.Day(found.last())))
                        .toList(),
                "",
                Words.of("delegations.none"));
        return View.of(title(), table)
                .withAction(new Cell.Link(Words.of("delegations.give"), "do/delegations/give", "plus"))
                .withAction(new Cell.Link(Words.of("delegations.withdraw"), "do/delegations/withdraw", "trash"));
    }
}
