package dev.kontor.host.command;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.host.shelf.BundleShelf;
import dev.kontor.host.shelf.KeptBundle;
import dev.kontor.host.shelf.State;
import java.util.List;
import java.util.Optional;

/** Takes a bundle away. Its tables stay, and so does its place on the roster: what waits for it goes on waiting, visibly. */
final class RemoveBundle extends BundleCommand {

    private final Waiters waiters;

    RemoveBundle(BundleShelf shelf, Waiters waiters) {
        super("remove", shelf);
        this.waiters = waiters;
    }

    /** Says beforehand what waits. */
    @Override
    public Form form(Person person, String subject) {
        Optional<KeptBundle> kept = shelf.all().stream()
                .filter(each -> each.state().wanted() && (each.name().equals(subject) || each.digest().equals(subject)))
                .findFirst();
        return Form.of(title(), kept.map(each -> bundle().withHint(waiters.say(each))).orElse(bundle()), reason());
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        KeptBundle named = named(values, each -> each.state().wanted()
                && (!each.name().equals(values.text("bundle")) || isLatest(each)));
        Text waits = waiters.say(named);
        shelf.all().stream()
                .filter(each -> each.name().equals(named.name()) && each.state().wanted())
                .forEach(each -> shelf.put(each.become(State.REMOVED, company.now(), company.actor().id(), List.of())));
        company.note("bundles.removed", Text.of("host.journal-removed", named.name(), named.version(), values.text("reason")),
                List.of(new Change("version", named.version(), "")));
        return Answer.of(Text.of("host.removed", named.name(), waits)).goingTo("bundles");
    }

    /** Of a version that runs and the one that is to follow it either stands for both. */
    private boolean isLatest(KeptBundle kept) {
        return shelf.all().stream()
                .filter(each -> each.name().equals(kept.name()) && each.state().wanted())
                .findFirst()
                .filter(kept::equals)
                .isPresent();
    }
}
