package dev.kontor.host.command;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.host.inspect.Inspection;
import dev.kontor.host.inspect.Signer;
import dev.kontor.host.run.JarLook;
import dev.kontor.host.shelf.BundleShelf;
import dev.kontor.host.shelf.KeptBundle;
import dev.kontor.host.shelf.State;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lets a bundle start. Whoever approves compares the fingerprint with what the partner says by another way: of the key, once
 * for all that it signs; of the jar itself where it is not signed.
 */
final class ApproveBundle extends BundleCommand {

    private static final int SHORTEST = 16;
    private static final Set<State> NEVER = Set.of(State.APPROVED, State.INSTALLED, State.REFUSED);

    private final JarLook look;

    ApproveBundle(BundleShelf shelf, JarLook look) {
        super("approve", shelf);
        this.look = look;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), bundle(),
                Field.text("fingerprint", Text.of("host.field-fingerprint")).optional().withHint(Text.of("host.hint-fingerprint")),
                reason().optional());
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        KeptBundle kept = chosen(values);
        Inspection inspection = look.at(shelf.content(kept.digest()), kept.file());
        if (!inspection.refusals().isEmpty()) {
            throw Refused.at(inspection.refusals().stream().map(why -> new Refused.Gap("bundle", why)).toList());
        }
        compare(company, kept, values.text("fingerprint").replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT));
        shelf.all().stream()
                .filter(each -> each.name().equals(kept.name()) && each.state() == State.APPROVED)
                .forEach(each -> shelf.put(each.become(State.SUPERSEDED, company.now(), company.actor().id(), List.of())));
        shelf.put(kept.become(State.APPROVED, company.now(), company.actor().id(), List.of()));
        String reason = values.text("reason").isEmpty() ? "-" : values.text("reason");
        company.note("bundles.approved", Text.of("host.journal-approved", kept.name(), kept.version(), kept.shortDigest(), reason),
                List.of(new Change("digest", "", kept.digest())));
        return Answer.of(Text.of("host.approved", kept.name(), kept.version())).goingTo("bundles").withId(kept.digest());
    }

    /** By a name the candidate is meant; an older one only by its digest. */
    private KeptBundle chosen(Values values) {
        return named(values, each -> each.name().equals(values.text("bundle"))
                ? each.state() == State.CANDIDATE
                : !NEVER.contains(each.state()));
    }

    private void compare(CompanyFile company, KeptBundle kept, String typed) {
        if (kept.signer().isPresent() && shelf.trusts(kept.signer().get())) {
            return;
        }
        String fingerprint = kept.signer().map(Signer::key).orElse(kept.digest());
        if (typed.length() < SHORTEST || !fingerprint.startsWith(typed)) {
            throw Refused.at("fingerprint", kept.signer().isPresent()
                    ? Text.of("host.key-differs", kept.signer().get().name())
                    : Text.of("host.digest-differs"));
        }
        kept.signer().ifPresent(signer -> {
            shelf.trust(signer, company.now(), company.actor().id());
            company.note("bundles.key-trusted", Text.of("host.journal-trusted", signer.name()),
                    List.of(new Change("key", "", signer.key())));
        });
    }
}
