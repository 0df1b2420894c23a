package dev.kontor.logistics.evidence;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Documents;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.signature.NotVerified;
import dev.kontor.api.signature.ProviderCertificate;
import dev.kontor.api.signature.Signatures;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Says which provider's electronic signatures count, and from when until when. The same certificate again changes its name and
 * days; one that was revoked is not trusted a second time.
 */
@Component
public final class TrustProvider implements CompanyCommand {

    /** What is kept of a certificate, and of whose it is. */
    private static final int LONGEST = 20_000;
    private static final int NAME = 2_000;

    private final Providers providers;
    private final Documents documents;
    private final Signatures signatures;

    @Activate
    public TrustProvider(@Reference Providers providers, @Reference Documents documents, @Reference Signatures signatures) {
        this.providers = providers;
        this.documents = documents;
        this.signatures = signatures;
    }

    @Override
    public String name() {
        return "logistics/trust-provider";
    }

    @Override
    public Text title() {
        return Text.of("logistics.provider.trust");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SECURITY_ADMINISTRATOR);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("logistics.provider.trust-submit"),
                Field.text("name", Text.of("logistics.provider.name")).withClause("6.2"),
                Field.file("certificate", Text.of("logistics.provider.certificate")).withHint(Text.of("logistics.provider.certificate-hint")),
                Field.date("from", Text.of("logistics.provider.from")),
                Field.date("until", Text.of("logistics.provider.until")).withHint(Text.of("logistics.provider.until-hint")));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        LocalDate from = values.date("from").orElseThrow();
        LocalDate until = values.date("until").orElseThrow();
        if (until.isBefore(from)) {
            throw Refused.at("until", Text.of("logistics.provider.until-before-from", from));
        }
        ProviderCertificate read = certificate(values);
        Optional<Provider> known = providers.find(read.fingerprint());
        known.flatMap(Provider::revokedOn).ifPresent(day -> {
            throw Refused.at("certificate", Text.of("logistics.provider.was-revoked", day));
        });
        List<Change> changes = List.of(
                new Change("name", known.map(Provider::name).orElse(""), values.text("name")),
                new Change("from", known.map(each -> each.from().toString()).orElse(""), from.toString()),
                new Change("until", known.map(each -> each.until().toString()).orElse(""), until.toString()),
                new Change("certificate", known.map(Provider::id).orElse(""), read.fingerprint()));
        Provider provider = known.orElseGet(() -> new Provider(read));
        provider.trust(values.text("name"), from, until, company);
        if (known.isEmpty()) {
            providers.keep(provider);
        }
        Text said = Text.of("logistics.provider.trusted", provider.name(), provider.subject(), from, until);
        company.note("logistics.provider", said, changes);
        company.notify(Role.LEADERSHIP, said);
        return Answer.of(said).goingTo("logistics/providers").withId(provider.id());
    }

    private ProviderCertificate certificate(Values values) {
        try {
            ProviderCertificate read =
                    signatures.certificate(Contents.of(documents, values.upload("certificate").orElseThrow(), "certificate"));
            if (read.pem().length() > LONGEST || read.subject().length() > NAME) {
                throw Refused.at("certificate", Text.of("logistics.provider.unreadable"));
            }
            return read;
        } catch (NotVerified unusable) {
            throw Refused.at("certificate", Text.of(unusable.fault() == NotVerified.Fault.NO_PROVIDER
                    ? "logistics.provider.is-a-signers" : "logistics.provider.unreadable"));
        }
    }
}
