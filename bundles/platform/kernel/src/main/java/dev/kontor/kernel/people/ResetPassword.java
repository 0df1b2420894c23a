package dev.kontor.kernel.people;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives an account a new password for one use, and ends its sessions and tokens. */
@Component
public final class ResetPassword implements CompanyCommand {

    private final Books books;
    private final Passwords passwords;

    @Activate
    public ResetPassword(@Reference Books books, @Reference Passwords passwords) {
        this.books = books;
        this.passwords = passwords;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                title(),
                Subject.field(subject),
                Field.password("password", Text.of("kernel.password.one-time")).withHint(Text.of("kernel.password.one-time-hint")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return Subject.initial(subject);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        StoredAccount account = Subject.account(books, values);
        if (account.id().equals(company.actor().id())) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.password.own"));
        }
        if (account.id().equals(FirstStart.OPERATOR)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.account.operator"));
        }
        String password = String.valueOf(values.all().get("password"));
        PasswordPolicy.check("password", password, account.id());
        books.accounts().password(account.id(), passwords.hash(password), true, Instant.now().plus(FirstStart.ONE_TIME));
        books.keys().closeAll(account.id());
        Text done = Text.of("kernel.password.was-reset", account.name());
        company.note("account.reset", done, List.of());
        return Answer.of(done).withId(account.id().value());
    }

    @Override
    public String name() {
        return "accounts/reset";
    }

    @Override
    public Text title() {
        return Text.of("kernel.accounts.reset");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SECURITY_ADMINISTRATOR);
    }
}
