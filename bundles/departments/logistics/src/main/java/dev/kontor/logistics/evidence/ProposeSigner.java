package dev.kontor.logistics.evidence;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.customer.Customer;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says for which customer an organisation signs; it counts when a second person has approved it. */
@Component
public final class ProposeSigner implements CompanyCommand {

    public static final Set<Role> ROLES = Set.of(Role.LOGISTICS_CLERK, Role.SALES_HEAD);

    private final Signers signers;
    private final Providers providers;
    private final Clock clock;
    private final SignerTask task;

    @Activate
    public ProposeSigner(@Reference Signers signers, @Reference Providers providers, @Reference Clock clock, @Reference SignerTask task) {
        this.task = task;
        this.signers = signers;
        this.providers = providers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "logistics/propose-signer";
    }

    @Override
    public Text title() {
        return Text.of("logistics.signer.propose");
    }

    @Override
    public Set<Role> roles() {
        return ROLES;
    }

    @Override
    public Form form(Person person, String subject) {
        List<Provider> known = providers.trusted(clock.today());
        if (known.isEmpty()) {
            return Form.missing(Text.of("logistics.signer.provider-first"), Text.of("logistics.providers"), "logistics/providers");
        }
        return Form.of(
                Text.of("logistics.signer.propose-submit"),
                Field.text("customer", Text.of("logistics.customer")).suggesting("customer").withClause("6.2"),
                Field.choice("provider", Text.of("logistics.provider.name"), known.stream()
                        .map(each -> new Field.Option(each.id(), Text.of("logistics.provider.whose", each.name(), each.subject())))
                        .toList()),
                Field.text("organisation", Text.of("logistics.signer.organisation")).withHint(Text.of("logistics.signer.organisation-hint")),
                Field.longText("reason", Text.of("logistics.signer.reason")).withHint(Text.of("logistics.signer.reason-hint")));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String organisation = values.text("organisation");
        Provider provider = providers.find(values.text("provider"))
                .orElseThrow(() -> Refused.at("provider", Text.of("logistics.provider.unknown")));
        Customer customer = signers.customer(values.text("customer"))
                .orElseThrow(() -> Refused.at("customer", Text.of("logistics.signer.no-customer", values.text("customer"))));
        company.lock(customer.id()); // who proposes the same meanwhile is seen
        CustomerSigner signer = signers.of(provider, organisation).stream()
                .filter(each -> each.customer().equals(customer.id()))
                .findFirst()
                .orElseGet(() -> kept(new CustomerSigner(provider, organisation, customer.id())));
        if (signer.version() > 0 && !signer.state().equals(CustomerSigner.ENDED)) {
            throw Refused.at("organisation", Text.of("logistics.signer.known." + signer.state(), organisation, customer.name()));
        }
        signer.propose(values.text("reason"), company);
        Text said = Text.of("logistics.signer.said.proposed", organisation, provider.name(), customer.name(), signer.reason());
        company.note("logistics.signer", said, List.of(
                new Change("organisation", "", organisation),
                new Change("certificate", "", provider.id()),
                new Change("customer", "", customer.id().value()),
                new Change("state", "", signer.state())));
        Text asked = Text.of("logistics.signer.asked", Text.person(signer.proposedBy()), organisation, provider.name(), customer.name(), signer.reason());
        DecideSigner.ROLES.forEach(role -> company.notify(role, asked));
        task.proposed(company, signer, customer);
        return Answer.of(said).goingTo("logistics/providers").withId(signer.id());
    }

    private CustomerSigner kept(CustomerSigner signer) {
        signers.keep(signer);
        return signer;
    }
}
