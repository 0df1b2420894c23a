package dev.kontor.kernel.people;

import dev.kontor.api.command.CompanyCommand;
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
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a role away, at once. */
@Component
public final class WithdrawRole implements CompanyCommand {

    private final Books books;

    @Activate
    public WithdrawRole(@Reference Books books) {
        this.books = books;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                title(),
                Subject.field(subject),
                Field.choice("role", Text.of("kernel.role"), RoleField.known(books.accounts())));
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
        Text shown = Text.of("role." + role);
        if (!books.accounts().granted(account.id()).contains(role)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.role.not-held", shown, account.name()));
        }
        LastOnes.mustStay(books.accounts(), account.id(), role);
        books.accounts().withdraw(account.id(), role);
        Text done = Text.of("kernel.role.was-withdrawn", shown, account.name());
        company.note("role.withdrawn", done, List.of(new Change(account.id() + " " + role, "granted", "")));
        return Answer.of(done).withId(account.id().value());
    }

    @Override
    public String name() {
        return "roles/withdraw";
    }

    @Override
    public Text title() {
        return Text.of("kernel.roles.withdraw");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SECURITY_ADMINISTRATOR);
    }
}
