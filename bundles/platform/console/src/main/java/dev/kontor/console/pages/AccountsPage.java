package dev.kontor.console.pages;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
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
        return query.tail().isEmpty() ? list(grants) : one(query.tail().get(0), grants);
    }

    private View list(boolean grants) {
        Block table = new Block.Table(
                title(),
                List.of(
                        Words.column("sign-in-name"), Words.column("name"), Words.column("roles"),
                        Words.column("enabled"), Words.column("since")),
                accounts.accounts().stream().map(AccountsPage::row).toList(),
                "",
                Words.of("none"));
        List<Block> blocks = new ArrayList<>();
        if (!accounts.pending().isEmpty()) {
            blocks.add(pending());
        }
        blocks.add(table);
        View view = View.of(title(), blocks.toArray(Block[]::new));
        if (grants && !accounts.pending().isEmpty()) {
            view = view.withAction(new Cell.Link(Words.of("roles.confirm"), "do/roles/confirm", "user-check"));
        }
        return grants ? view.withAction(new Cell.Link(Words.of("accounts.new"), "do/accounts/create", "plus")) : view;
    }

    private Block pending() {
        return new Block.Table(
                Words.of("roles.pending"),
                List.of(Words.column("to-person"), Words.column("role"), Words.column("by"), Words.column("since")),
                accounts.pending().stream()
                        .map(grant -> List.of(
                                Cell.words(Words.person(grant.to())),
                                Cell.words(Words.role(grant.role())),
                                Cell.words(Words.person(grant.by())),
                                (Cell) new Cell.Moment(grant.at())))
                        .toList(),
                "",
                Words.of("none"));
    }

    private static List<Cell> row(Accounts.Account account) {
        return List.of(
                Words.link(account.id().value(), "accounts/" + account.id()),
                Cell.plain(account.name()),
                roles(account),
                state(account),
                new Cell.Moment(account.since()));
    }

    private View one(String id, boolean grants) {
        Accounts.Account account = accounts.accounts().stream()
                .filter(found -> found.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Words.of("no-account", id)));
        Block facts = new Block.Facts(Text.plain(""), List.of(
                new Block.Fact(Words.of("sign-in-name"), Cell.plain(id)),
                new Block.Fact(Words.of("roles"), roles(account)),
                new Block.Fact(Words.of("enabled"), state(account)),
                new Block.Fact(Words.of("since"), new Cell.Moment(account.since()))));
        View view = View.of(Text.plain(account.name()), facts).withAbove(title());
        return grants ? withActions(view, account) : view;
    }

    private static View withActions(View view, Accounts.Account account) {
        String subject = "?subject=" + account.id();
        View more = view.withAction(new Cell.Link(Words.of("roles.grant"), "do/roles/grant" + subject, "user-plus"))
                .withAction(new Cell.Link(Words.of("roles.withdraw"), "do/roles/withdraw" + subject, "minus"))
                .withAction(new Cell.Link(Words.of("accounts.reset"), "do/accounts/reset" + subject, "key"));
        return account.enabled()
                ? more.withAction(new Cell.Link(Words.of("accounts.disable"), "do/accounts/disable" + subject, "user-off"))
                : more.withAction(new Cell.Link(Words.of("accounts.enable"), "do/accounts/enable" + subject, "user-check"));
    }

    private static Cell roles(Accounts.Account account) {
        return new Cell.Many(account.roles().stream()
                .sorted(java.util.Comparator.comparing(Role::value))
                .map(role -> Cell.words(Words.role(role)))
                .toList());
    }

    private static Cell state(Accounts.Account account) {
        return new Cell.Badge(
                account.enabled() ? Cell.Tone.GOOD : Cell.Tone.NEUTRAL, Words.of(account.enabled() ? "enabled" : "disabled"));
    }
}
