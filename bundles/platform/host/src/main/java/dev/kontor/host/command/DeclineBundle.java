package dev.kontor.host.command;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import dev.kontor.host.shelf.BundleShelf;
import dev.kontor.host.shelf.KeptBundle;
import dev.kontor.host.shelf.State;
import java.util.List;

/** A candidate is not wanted. The folder does not propose it again. */
final class DeclineBundle extends BundleCommand {

    DeclineBundle(BundleShelf shelf) {
        super("decline", shelf);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        KeptBundle kept = named(values, each -> each.state() == State.CANDIDATE);
        shelf.put(kept.become(State.DECLINED, company.now(), company.actor().id(), List.of()));
        company.note("bundles.declined",
                Text.of("host.journal-declined", kept.name(), kept.version(), kept.shortDigest(), values.text("reason")), List.of());
        return Answer.of(Text.of("host.declined", kept.name(), kept.version())).goingTo("bundles");
    }
}
