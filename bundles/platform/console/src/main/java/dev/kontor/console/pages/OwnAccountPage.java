package dev.kontor.console.pages;

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
import org.osgi.service.component.annotations.Component;

/** A person's own account: password and tokens for machines. */
@Component(service = Page.class)
public final class OwnAccountPage implements Page {

    @Override
    public String path() {
        return "account";
    }

    @Override
    public Text title() {
        return Words.of("account");
    }

    @Override
    public Optional<Place> place() {
        return Optional.empty();
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public View show(Query query) {
        Block facts = new Block.Facts(title(), List.of(
                new Block.Fact(Words.of("sign-in-name"), Cell.plain(query.reader().id().value())),
                new Block.Fact(Words.of("name"), Cell.plain(query.reader().name())),
                new Block.Fact(
                        Words.of("roles"),
                        new Cell.Many(query.reader().roles().stream()
                                .sorted(java.util.Comparator.comparing(Role::value))
                                .map(role -> Cell.words(Words.role(role)))
                                .toList()))));
        return View.of(title(), facts)
                .withAction(new Cell.Link(Words.of("account.password"), "do/accounts/password", "lock"))
                .withAction(new Cell.Link(Words.of("account.token"), "do/accounts/issue-token", "key"))
                .withAction(new Cell.Link(Words.of("account.revoke-token"), "do/accounts/revoke-token", "trash"));
    }
}
