package dev.kontor.finance;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.Customers;
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
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Company leadership lets a customer owe more, or for longer, or declines it; never who proposed it. */
@Component
public final class ConfirmCreditLimit implements CompanyCommand {

    private final CreditBook book;
    private final Customers customers;

    @Activate
    public ConfirmCreditLimit(@Reference CreditBook book, @Reference Customers customers) {
        this.book = book;
        this.customers = customers;
    }

    @Override
    public String name() {
        return "finance/confirm-credit-limit";
    }

    @Override
    public Text title() {
        return Text.of("finance.confirm-credit-limit");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.LEADERSHIP);
    }

    @Override
    public Form form(Person person, String subject) {
        Text proposed = book.proposal(subject).map(ConfirmCreditLimit::words).orElse(Text.plain(""));
        return Form.of(
                Text.of("finance.confirm-submit"),
                Field.hidden("subject"),
                Field.yesNo("agreed", Text.of("finance.limit-agreed")).withHint(proposed).withClause("4.2"),
                Field.longText("remarks", Text.of("finance.remarks")).optional());
    }

    @Override
    public Values initial(Person person, String subject) {
        return new Values(Map.of("subject", subject));
    }

    /** What another proposal has replaced since is not granted unseen. */
    @Override
    public long version(String subject) {
        return book.proposal(subject).map(LimitProposal::proposedAt).orElse(0L);
    }

    static Text words(LimitProposal proposal) {
        return Text.of("finance.limit-asked",
                Text.person(proposal.proposedBy()), proposal.limit(), proposal.expiresOn(), proposal.reason());
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Customer known = KnownCustomers.demand(customers, values.text("subject"));
        String customer = known.id().value();
        company.lock(known.id());
        LimitProposal proposal = book.proposal(customer)
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("finance.limit-not-asked")));
        boolean agreed = values.yes("agreed");
        demand(company, proposal, agreed, values);
        Text said = Text.of(agreed ? "finance.limit-confirmed" : "finance.limit-declined",
                known.name(), proposal.limit(), proposal.expiresOn(), Text.person(proposal.proposedBy()));
        Change change = new Change(customer, "", agreed ? proposal.limit() + " " + proposal.expiresOn() : values.text("remarks"));
        if (agreed) {
            book.grant(customer, proposal.limit(), proposal.expiresOn(), proposal.reason(), company);
        } else {
            book.drop(customer);
        }
        company.notify(new PersonId(proposal.proposedBy()), said);
        company.note(agreed ? "finance.limit-set" : "finance.limit-declined", said, List.of(change));
        return Answer.of(said).goingTo("finance/credit/" + customer).withId(customer);
    }

    private static void demand(CompanyFile company, LimitProposal proposal, boolean agreed, Values values) {
        if (company.actor().id().value().equals(proposal.proposedBy())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("finance.limit-second-person"));
        }
        if (agreed && proposal.expiresOn().isBefore(company.today())) {
            throw Refused.at("agreed", Text.of("finance.expires-past"));
        }
        if (!agreed && !values.has("remarks")) {
            throw Refused.at("remarks", Text.of("finance.release.decline-needs-words"));
        }
    }
}
