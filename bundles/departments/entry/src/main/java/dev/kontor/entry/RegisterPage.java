package dev.kontor.entry;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Where a signed contract is registered. */
@Component
public final class RegisterPage implements Page {

    @Override
    public String path() {
        return "entry/register";
    }

    @Override
    public Text title() {
        return Text.of("entry.register.title");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("sales", "file-plus", 20));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP);
    }

    @Override
    public View show(Query query) {
        return View.of(title(), Block.Ask.company("entry/register", query.parameter("subject")))
                .withAbove(Text.of("entry.register.above"))
                .withAction(new Cell.Link(Text.of("entry.prepare.title"), "do/entry/prepare", "file-text"));
    }
}
