package dev.kontor.kernel.people;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Grants a role. One that passes gates waits for a second security administrator as soon as there is one. */
@Component
public final class GrantRole implements CompanyCommand {

    private final Books books;

    @Activate
    public GrantRole(@Reference Books books) {
        this.books = books;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                title(),
                Subject.field(subject),
                Field.choice("role", Text.of("kernel.role"), RoleField.known(books.accounts())).optional(),
                Field.text("other", Text.of("kernel.role.other")).withHint(Text.of("kernel.role.other-hint")).optional());
    }

    @Override
    public Values initial(Person person, String subject) {
        return Subject.initial(subject);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        books.accounts().lock();
        StoredAccount account = Subject.account(books, values);
        Role role = RoleField.chosen(values);
        check(company.actor().id(), account, role, values);
        if (Duties.passesGates(role) && hasSecond(company.actor().id())) {
            Accounts.Grant grant = new Accounts.Grant(
                    UUID.randomUUID().toString(), account.id(), role, company.actor().id(), company.now());
            books.grants().propose(grant);
            Text proposed = Text.of("kernel.role.was-proposed", role(role), account.name());
            company.note("role.proposed", proposed, List.of());
            return Answer.of(proposed).withId(grant.id());
        }
        books.accounts().grant(account.id(), role, company.actor().id(), company.now());
        Text granted = Text.of("kernel.role.was-granted", role(role), account.name());
        company.note("role.granted", granted, List.of(new Change(account.id() + " " + role, "", "granted")));
        return Answer.of(granted).withId(account.id().value());
    }

    private void check(PersonId actor, StoredAccount account, Role role, Values values) {
        if (account.id().equals(actor)) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("kernel.role.own"));
        }
        Set<Role> roles = new HashSet<>(books.accounts().granted(account.id()));
        List<Accounts.Grant> waiting =
                books.grants().pending().stream().filter(grant -> grant.to().equals(account.id())).toList();
        waiting.forEach(grant -> roles.add(grant.role()));
        if (!roles.add(role)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.role.held", role(role), account.name()));
        }
        books.loans().loans().stream()
                .filter(loan -> loan.delegation().to().equals(account.id()))
                .forEach(loan -> roles.add(loan.delegation().role()));
        if (!Duties.agree(roles)) {
            throw Refused.at(values.has("role") ? "role" : "other", Text.of("kernel.role.apart", account.name()));
        }
    }

    private boolean hasSecond(PersonId actor) {
        return books.accounts().peopleHolding(Role.SECURITY_ADMINISTRATOR).stream().anyMatch(id -> !id.equals(actor));
    }

    private static Text role(Role role) {
        return Text.of("role." + role);
    }

    @Override
    public String name() {
        return "roles/grant";
    }

    @Override
    public Text title() {
        return Text.of("kernel.roles.grant");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SECURITY_ADMINISTRATOR);
    }
}
