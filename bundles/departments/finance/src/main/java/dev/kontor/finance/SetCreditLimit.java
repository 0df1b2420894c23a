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
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finance grants a customer credit up to a limit, until a day. Less, or for less long, counts at once; what lets the customer
 * owe more waits for company leadership ({@link ConfirmCreditLimit}).
 */
@Component
public final class SetCreditLimit implements CompanyCommand {

    private final CreditBook book;
    private final Customers customers;

    @Activate
    public SetCreditLimit(@Reference CreditBook book, @Reference Customers customers) {
        this.book = book;
        this.customers = customers;
    }

    @Override
    public String name() {
        return "finance/set-credit-limit";
    }

    @Override
    public Text title() {
        return Text.of("finance.set-credit-limit");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_CREDIT);
    }

    @Override
    public Form form(Person person, String subject) {
        Field customer = Field.text("customer", Text.of("finance.customer")).suggesting("customer");
        Field limit = Field.amount("limit", Text.of("finance.limit")).withClause("4.2");
        return Form.of(
                Text.of("finance.set-submit"),
                Field.hidden("subject").optional(),
                subject.isEmpty() ? customer : customer.optional().withHint(Text.of("finance.customer-fixed", subject)),
                book.proposal(subject)
                        .map(waiting -> limit.withHint(Text.of("finance.limit-replaces", ConfirmCreditLimit.words(waiting))))
                        .orElse(limit),
                Currencies.field(Optional.empty()),
                Field.date("expires", Text.of("finance.expires")),
                Field.longText("reason", Text.of("finance.reason")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return book.limit(subject)
                .map(row -> new Values(Map.of(
                        "subject", subject,
                        "customer", subject,
                        "limit", row.limit().amount().toPlainString(),
                        "currency", row.limit().currency(),
                        "expires", row.expiresOn().toString())))
                .orElseGet(() -> new Values(
                        subject.isEmpty() ? Map.of("currency", "CNY") : Map.of("subject", subject, "customer", subject, "currency", "CNY")));
    }

    @Override
    public long version(String subject) {
        return subject.isEmpty() ? -1 : book.limit(subject).map(CreditLimit::version).orElse(0L);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Customer customer = customer(values);
        company.lock(customer.id());
        Money limit = limit(values);
        LocalDate expires = values.date("expires").orElseThrow();
        if (expires.isBefore(company.today())) {
            throw Refused.at("expires", Text.of("finance.expires-past"));
        }
        book.proposal(customer.id().value()).ifPresent(waiting -> replace(company, customer, waiting));
        Optional<CreditLimit> known = book.limit(customer.id().value());
        String before = known.map(row -> row.limit() + " " + row.expiresOn()).orElse("");
        boolean raises = limit.isPositive() && known.filter(row -> row.covers(limit, expires)).isEmpty();
        if (raises) {
            propose(company, customer, limit, expires, values.text("reason"));
        } else {
            book.grant(customer.id().value(), limit, expires, values.text("reason"), company);
        }
        String kind = raises ? "finance.limit-proposed" : "finance.limit-set";
        Text said = Text.of(kind, customer.name(), limit, expires);
        if (raises) {
            company.notify(Role.LEADERSHIP, said);
        }
        company.note(kind, said, List.of(new Change(customer.id().value(), before, limit + " " + expires)));
        return Answer.of(said).goingTo("finance/credit/" + customer.id()).withId(customer.id().value());
    }

    /** What was proposed before is decided by nobody any more: who proposed it and who was asked are told. */
    private static void replace(CompanyFile company, Customer customer, LimitProposal waiting) {
        Text said = Text.of("finance.limit-replaced",
                Text.person(waiting.proposedBy()), customer.name(), waiting.limit(), waiting.expiresOn());
        company.notify(new PersonId(waiting.proposedBy()), said);
        company.notify(Role.LEADERSHIP, said);
        company.note("finance.limit-replaced", said,
                List.of(new Change(customer.id().value(), waiting.limit() + " " + waiting.expiresOn(), "")));
    }

    private void propose(CompanyFile company, Customer customer, Money limit, LocalDate until, String why) {
        Optional<LimitProposal> known = book.proposal(customer.id().value());
        LimitProposal proposal = known.orElseGet(() -> new LimitProposal(customer.id().value()));
        proposal.propose(limit, until, why, company);
        if (known.isEmpty()) {
            book.keep(proposal);
        }
    }

    private Customer customer(Values values) {
        String id = values.has("subject") ? values.text("subject") : values.text("customer");
        return KnownCustomers.find(customers, id)
                .orElseThrow(() -> Refused.at("customer", Text.of("finance.no-such-customer", id)));
    }

    private static Money limit(Values values) {
        BigDecimal amount = values.number("limit").orElseThrow();
        if (amount.signum() < 0) {
            throw Refused.at("limit", Text.of("finance.limit-negative"));
        }
        return Money.rounded(amount, values.text("currency"));
    }
}
