package dev.kontor.host.command;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.form.Form;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.host.shelf.BundleShelf;
import dev.kontor.host.shelf.Handover;
import dev.kontor.host.shelf.KeptBundle;
import dev.kontor.host.shelf.State;
import java.util.List;

/** The platform found a jar in the folder. */
final class FoundBundle extends BundleCommand {

    private final Handover handover;

    FoundBundle(BundleShelf shelf, Handover handover) {
        super("found", shelf);
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
        Handover.Found found = handover.found(digest).orElseThrow(() ->
                Refused.because(Refused.Reason.NOT_FOUND, Text.of("host.no-such-bundle", digest)));
        KeptBundle kept = KeptBundle.arrived(found.inspection(), found.file(), company.now(), company.actor().id());
        if (shelf.find(digest).filter(before -> before.state() != State.REFUSED || kept.state() == State.REFUSED).isPresent()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("host.not-now", digest));
        }
        shelf.drop(digest);
        shelf.add(kept, found.jar());
        List<Change> changes = List.of(new Change("digest", "", digest));
        if (kept.state() == State.REFUSED) {
            company.note("bundles.refused", Text.of("host.journal-refused", kept.file(), kept.trouble().get(0)), changes);
        } else {
            company.note("bundles.arrived", Text.of("host.journal-arrived", kept.name(), kept.version(), kept.shortDigest()), changes);
        }
        return Answer.of(Text.of("host.arrived", kept.name(), kept.version())).withId(digest);
    }
}
