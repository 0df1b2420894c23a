package dev.kontor.host.command;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.host.shelf.BundleShelf;
import dev.kontor.host.shelf.Handover;
import dev.kontor.host.shelf.KeptBundle;
import dev.kontor.host.shelf.State;
import java.util.List;
import java.util.Optional;

/**
 * The platform tried what was approved: it takes the place of the version before, or is given up. One that ran before is given up
 * where its start ends the platform.
 */
final class SettleBundle extends BundleCommand {

    private final Handover handover;

    SettleBundle(BundleShelf shelf, Handover handover) {
        super("settle", shelf);
        this.handover = handover;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), bundle());
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        onlyPlatform(company);
        String digest = values.text("bundle");
        Handover.Tried outcome = handover.outcome(digest).orElseThrow(() -> notNow(digest));
        Optional<Text> trouble = outcome.trouble();
        KeptBundle tried = shelf.find(digest).filter(each -> each.state() == outcome.was()).orElseThrow(() -> notNow(digest));
        List<KeptBundle> before = shelf.all().stream()
                .filter(each -> each.name().equals(tried.name()) && each.state() == State.INSTALLED && !each.equals(tried))
                .toList();
        String version = before.stream().map(KeptBundle::version).findFirst().orElse("");
        if (trouble.isPresent()) {
            shelf.put(tried.become(State.FAILED, company.now(), company.actor().id(), List.of(trouble.get())));
            company.note("bundles.failed", version.isEmpty()
                    ? Text.of("host.journal-failed", tried.name(), tried.version(), trouble.get())
                    : Text.of("host.journal-went-back", tried.name(), tried.version(), version, trouble.get()), List.of());
        } else {
            before.forEach(each -> shelf.put(each.become(State.SUPERSEDED, company.now(), company.actor().id(), List.of())));
            shelf.put(tried.become(State.INSTALLED, company.now(), tried.changedBy(), List.of()));
            company.note("bundles.started", Text.of("host.journal-started", tried.name(), tried.version()),
                    List.of(new Change("version", version, tried.version())));
        }
        return Answer.of(Text.of("host.settled", tried.name(), tried.version()));
    }

    private static Refused notNow(String digest) {
        return Refused.because(Refused.Reason.CONFLICT, Text.of("host.not-now", digest));
    }
}
