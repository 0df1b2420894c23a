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

/** Closes an account at once: its sessions and tokens end with it. What it did keeps its name. */
@Component
public final class DisableAccount implements CompanyCommand {

    private final Books books;

    @Activate
    public DisableAccount(@Reference Books books) {
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
        if (!account.enabled()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.account.is-disabled", account.name()));
        }
        LastOnes.mustStay(books.accounts(), account.id());
        books.accounts().enable(account.id(), false);
        books.keys().closeAll(account.id());
        books.grants().closeAll(account.id());
        Text done = Text.of("kernel.account.was-disabled", account.name(), values.text("reason"));
        company.note("account.disabled", done, List.of(new Change(account.id() + " enabled", "yes", "no")));
        return Answer.of(done).withId(account.id().value());
    }

    @Override
    public String name() {
        return "accounts/disable";
    }

    @Override
    public Text title() {
        return Text.of("kernel.accounts.disable");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SECURITY_ADMINISTRATOR);
    }
}
