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

/** Who may come in, and in which roles. */
@Component(service = Page.class)
public final class AccountsPage implements Page {

    private final Accounts accounts;

    @Activate
    public AccountsPage(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String path() {
        return "accounts";
    }

    @Override
    public Text title() {
        return Words.of("accounts");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("company", "users-group", 60));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SECURITY_ADMINISTRATOR, Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        boolean grants = query.reader().holds(Role.SECURITY_ADMINISTRATOR);
        Block table = new Block.Table(
                title(),
                List.of(
                        Words.column("sign-in-name"), Words.column("name"), Words.column("roles"),
                        Words.column("enabled"), Words.column("since")),
                accounts.accounts().stream().map(account -> row(account, grants)).toList(),
                "",
                Words.of("none"));
        View view = View.of(title(), table);
        return grants
                ? view.withAction(new Cell.Link(Words.of("accounts.new"), "do/accounts/create", "plus"))
                : view;
    }

    private static List<Cell> row(Accounts.Account account, boolean grants) {
        return List.of(
                grants ? actions(account) : Cell.plain(account.id().value()),
                Cell.plain(account.name()),
                new Cell.Many(account.roles().stream()
                        .sorted(java.util.Comparator.comparing(Role::value))
                        .map(role -> Cell.words(Words.role(role)))
                        .toList()),
                new Cell.Badge(
                        account.enabled() ? Cell.Tone.GOOD : Cell.Tone.NEUTRAL,
                        Words.of(account.enabled() ? "enabled" : "disabled")),
                new Cell.Moment(account.since()));
    }

    private static Cell actions(Accounts.Account account) {
        String subject = "?subject=" + account.id();
        return new Cell.Many(List.of(
                Cell.plain(account.id().value()),
                Cell.link(Words.of("roles.grant"), "do/roles/grant" + subject),
                Cell.link(Words.of("roles.withdraw"), "do/roles/withdraw" + subject),
                Cell.link(Words.of("accounts.reset"), "do/accounts/reset" + subject),
                Cell.link(Words.of("accounts.disable"), "do/accounts/disable" + subject)));
    }
}
