package dev.kontor.kernel.people;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Accounts.Delegation;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lends one of one's own roles to somebody else for a time (委托, R-4.18). */
@Component
public final class GiveDelegation implements CompanyCommand {

    private static final int LONGEST_DAYS = 366;

    private final Books books;

    @Activate
    public GiveDelegation(@Reference Books books) {
        this.books = books;
    }

    @Override
    public Form form(Person person, String subject) {
        Set<Role> own = new HashSet<>(books.accounts().granted(person.id()));
        own.retainAll(person.roles());
        own.removeIf(role -> !Duties.canBeLent(role));
        return Form.of(
                title(),
                Field.text("to", Text.of("kernel.delegation.to")).suggesting("person").withClause("4.2"),
                Field.choice("role", Text.of("kernel.role"), RoleField.options(own)),
                Field.date("first", Text.of("kernel.delegation.first")),
                Field.date("last", Text.of("kernel.delegation.last")).withHint(Text.of("kernel.delegation.hint")));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        books.accounts().lock();
        StoredAccount to = Subject.account(books, values, "to");
        Delegation delegation = new Delegation(
                company.actor().id(),
                to.id(),
                RoleField.chosen(values),
                values.date("first").orElseThrow(),
                values.date("last").orElseThrow());
        check(delegation, to, company.today());
        books.loans().lend(delegation);
        Text done = Text.of(
                "kernel.delegation.was-given", company.actor().name(), Text.of("role." + delegation.role()), to.name(),
                delegation.first(), delegation.last());
        company.note("delegation.given", done, List.of());
        return Answer.of(done).goingTo("delegations");
    }

    private void check(Delegation delegation, StoredAccount to, LocalDate today) {
        if (delegation.to().equals(delegation.from()) || !to.enabled()) {
            throw Refused.at("to", Text.of("kernel.delegation.not-to", to.name()));
        }
        if (delegation.last().isBefore(delegation.first()) || delegation.last().isBefore(today)) {
            throw Refused.at("last", Text.of("kernel.delegation.order"));
        }
        if (ChronoUnit.DAYS.between(delegation.first(), delegation.last()) >= LONGEST_DAYS) {
            throw Refused.at("last", Text.of("kernel.delegation.long", LONGEST_DAYS));
        }
        Set<Role> roles = new HashSet<>(books.accounts().granted(to.id()));
        roles.add(delegation.role());
        if (!Duties.agree(roles)) {
            throw Refused.at("to", Text.of("kernel.role.apart", to.name()));
        }
        if (books.loans().loans().stream().anyMatch(loan -> loan.delegation().equals(delegation))) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.delegation.there"));
        }
    }

    @Override
    public String name() {
        return "delegations/give";
    }

    @Override
    public Text title() {
        return Text.of("kernel.delegations.give");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }
}
