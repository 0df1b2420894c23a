package dev.kontor.logistics.evidence;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A second person approves for which customer an organisation signs; one is enough to end it. What was taken in before stays. */
@Component
public final class DecideSigner implements CompanyCommand {

    public static final Set<Role> ROLES = Set.of(Role.SALES_HEAD, Role.SECURITY_ADMINISTRATOR, Role.LEADERSHIP);

    private final Signers signers;
    private final Providers providers;
    private final SignerTask task;

    @Activate
    public DecideSigner(@Reference Signers signers, @Reference Providers providers, @Reference SignerTask task) {
        this.signers = signers;
        this.providers = providers;
        this.task = task;
    }

    @Override
    public String name() {
        return "logistics/decide-signer";
    }

    @Override
    public Text title() {
        return Text.of("logistics.signer.decide");
    }

    @Override
    public Set<Role> roles() {
        return ROLES;
    }

    @Override
    public Form form(Person person, String subject) {
        Optional<CustomerSigner> signer = signers.find(subject);
        Text which = signer.map(this::words).orElse(Text.plain(""));
        return Form.of(
                Text.of("logistics.signer.decide-submit"),
                Field.hidden("subject"),
                Field.choice("verdict", Text.of("logistics.signer.verdict"), verdicts(signer)).withHint(which).withClause("6.2"),
                Field.longText("reason", Text.of("logistics.signer.reason")));
    }

    /** What is approved already can be ended only. */
    private static List<Field.Option> verdicts(Optional<CustomerSigner> signer) {
        return Stream.of(CustomerSigner.APPROVED, CustomerSigner.ENDED)
                .filter(verdict -> signer.filter(each -> each.state().equals(verdict)).isEmpty())
                .map(verdict -> new Field.Option(verdict, Text.of("logistics.signer.verdict." + verdict)))
                .toList();
    }

    private Text words(CustomerSigner signer) {
        return Text.of("logistics.signer.which",
                signer.organisation(), provider(signer), signers.name(signer.customer()), signer.reason(), Text.person(signer.proposedBy()));
    }

    private String provider(CustomerSigner signer) {
        return providers.find(signer.provider()).map(Provider::name).orElseThrow();
    }

    @Override
    public Values initial(Person person, String subject) {
        return new Values(Map.of("subject", subject));
    }

    @Override
    public long version(String subject) {
        return signers.find(subject).map(CustomerSigner::version).orElse(-1L);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        CustomerSigner signer = signers.find(values.text("subject"))
                .map(found -> signers.locked(found, company))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("logistics.signer.unknown")));
        String verdict = values.text("verdict");
        demandPossible(company, signer, verdict);
        String before = signer.state();
        signer.decide(verdict, values.text("reason"), company);
        Text said = Text.of("logistics.signer.said." + verdict, signer.organisation(), provider(signer), signers.name(signer.customer()), signer.reason());
        company.note("logistics.signer", said, List.of(
                new Change("organisation", signer.organisation(), signer.organisation()),
                new Change("certificate", signer.provider(), signer.provider()),
                new Change("customer", signer.customer().value(), signer.customer().value()),
                new Change("state", before, verdict)));
        task.decided(company, signer);
        company.notify(Role.LEADERSHIP, said);
        company.notify(new PersonId(signer.proposedBy()), said);
        return Answer.of(said).goingTo("logistics/providers").withId(signer.id());
    }

    private static void demandPossible(CompanyFile company, CustomerSigner signer, String verdict) {
        if (signer.state().equals(CustomerSigner.ENDED)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("logistics.signer.was-ended", signer.organisation()));
        }
        if (verdict.equals(CustomerSigner.APPROVED) && signer.isApproved()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("logistics.signer.was-approved", signer.organisation()));
        }
        if (verdict.equals(CustomerSigner.APPROVED) && company.actor().id().value().equals(signer.proposedBy())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("logistics.signer.two-people"));
        }
    }
}
