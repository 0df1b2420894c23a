package dev.kontor.kernel.list;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.Set;

/** A command on one's own lists, for everybody. */
abstract class OwnLists implements CompanyCommand {

    static final Text NAME = Text.of("kernel.lists.name");

    private final String name;
    private final String title;

    OwnLists(String name, String title) {
        this.name = name;
        this.title = title;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Text title() {
        return Text.of(title);
    }

    @Override
    public final Set<Role> roles() {
        return Set.of();
    }

    /** The path of a page, as addresses hold it. */
    static String list(Values values) {
        String list = values.text("list");
        if (!list.matches("[a-z][a-zA-Z0-9-]*(/[a-zA-Z0-9._-]+)*") || list.length() > 200) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("kernel.lists.no-list", list));
        }
        return list;
    }
}
