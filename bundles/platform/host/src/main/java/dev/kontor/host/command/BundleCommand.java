package dev.kontor.host.command;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.host.shelf.BundleShelf;
import dev.kontor.host.shelf.KeptBundle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the commands about a bundle have in common: who may, and which one. */
abstract class BundleCommand implements CompanyCommand {

    private final String verb;
    final BundleShelf shelf;

    BundleCommand(String verb, BundleShelf shelf) {
        this.verb = verb;
        this.shelf = shelf;
    }

    @Override
    public final String name() {
        return "bundles/" + verb;
    }

    @Override
    public final Text title() {
        return Text.of("host." + verb);
    }

    @Override
    public final Set<Role> roles() {
        return Set.of(Role.SYSTEM_ADMINISTRATOR);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), bundle(), reason());
    }

    static Field bundle() {
        return Field.text("bundle", Text.of("host.field-bundle")).withHint(Text.of("host.hint-bundle"));
    }

    static Field reason() {
        return Field.longText("reason", Text.of("host.field-reason"));
    }

    @Override
    public Values initial(Person person, String subject) {
        return subject.isEmpty() ? Values.NONE : new Values(Map.of("bundle", subject));
    }

    /**
     * The one that was named: by its name, or by the first letters of its SHA-256.
     *
     * @param which of several of a name can be meant
     */
    final KeptBundle named(Values values, Predicate<KeptBundle> which) {
        String named = values.text("bundle");
        List<KeptBundle> found = shelf.all().stream()
                .filter(each -> each.name().equals(named) || each.isMeantBy(named))
                .toList();
        if (found.isEmpty()) {
            throw Refused.at("bundle", Text.of("host.no-such-bundle", named));
        }
        List<KeptBundle> fitting = found.stream().filter(which).toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        throw Refused.at("bundle", fitting.isEmpty() ? Text.of("host.not-now", named) : Text.of("host.several", named));
    }

    static void onlyPlatform(CompanyFile company) {
        if (!company.actor().id().equals(PersonId.SYSTEM)) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("host.platform-only"));
        }
    }
}
