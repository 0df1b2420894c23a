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
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A second security administrator confirms or declines a grant. */
@Component
public final class ConfirmGrant implements CompanyCommand {

    private final Books books;

    @Activate
    public ConfirmGrant(@Reference Books books) {
        this.books = books;
    }

    @Override
    public Form form(Person person, String subject) {
        List<Field.Option> waiting = books.grants().pending().stream()
                .map(grant -> new Field.Option(
                        grant.id(),
                        Text.of("kernel.role.proposal", Text.of("role." + grant.role()), grant.to().value(), grant.by().value())))
                .toList();
        return Form.of(
                title(),
                Field.choice("grant", Text.of("kernel.role.waiting"), waiting),
                Field.yesNo("confirm", Text.of("kernel.role.confirm")).withHint(Text.of("kernel.role.confirm-hint")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return subject.isEmpty() ? Values.NONE : new Values(Map.of("grant", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        books.accounts().lock();
        Accounts.Grant grant = books.grants().grant(values.text("grant")).orElseThrow();
        StoredAccount account = books.accounts().account(grant.to()).orElseThrow();
        books.grants().close(grant.id());
        Text role = Text.of("role." + grant.role());
        if (!values.yes("confirm")) {
            Text declined = Text.of("kernel.role.was-declined", role, account.name());
            company.note("role.declined", declined, List.of());
            return Answer.of(declined);
        }
        Set<Role> roles = new HashSet<>(books.accounts().granted(grant.to()));
        roles.add(grant.role());
        if (company.actor().id().equals(grant.by()) || company.actor().id().equals(grant.to())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("kernel.role.second"));
        }
        if (!Duties.agree(roles)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.role.apart", account.name()));
        }
        books.accounts().grant(grant.to(), grant.role(), grant.by(), company.now());
        Text granted = Text.of("kernel.role.was-confirmed", role, account.name(), grant.by().value());
        company.note("role.granted", granted, List.of(new Change(grant.to() + " " + grant.role(), "", "granted")));
        return Answer.of(granted).withId(grant.to().value());
    }

    @Override
    public String name() {
        return "roles/confirm";
    }

    @Override
    public Text title() {
        return Text.of("kernel.roles.confirm");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SECURITY_ADMINISTRATOR);
    }
}
