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

/** Opens a closed account again, with the roles it had. */
@Component
public final class EnableAccount implements CompanyCommand {

    private final Books books;

    @Activate
    public EnableAccount(@Reference Books books) {
        this.books = books;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), Subject.field(subject), Field.text("reason", Text.of("kernel.account.reason")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return Subject.initial(subject);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        books.accounts().lock();
        StoredAccount account = Subject.account(books, values);
        if (account.enabled()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.account.is-enabled", account.name()));
        }
        books.accounts().enable(account.id(), true);
        Text done = Text.of("kernel.account.was-enabled", account.name(), values.text("reason"));
        company.note("account.enabled", done, List.of(new Change(account.id() + " enabled", "no", "yes")));
        return Answer.of(done).withId(account.id().value());
    }

    @Override
    public String name() {
        return "accounts/enable";
    }

    @Override
    public Text title() {
        return Text.of("kernel.accounts.enable");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SECURITY_ADMINISTRATOR);
    }
}
