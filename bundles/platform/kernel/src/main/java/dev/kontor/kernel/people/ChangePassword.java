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

/** A person changes their own password. Whoever came in with the old one elsewhere is out; API tokens stay. */
@Component
public final class ChangePassword implements CompanyCommand {

    private final Books books;
    private final Passwords passwords;

    @Activate
    public ChangePassword(@Reference Books books, @Reference Passwords passwords) {
        this.books = books;
        this.passwords = passwords;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                title(),
                Field.password("current", Text.of("kernel.password.current")),
                Field.password("password", Text.of("kernel.password.new"))
                        .withHint(Text.of("kernel.password.hint", PasswordPolicy.SHORTEST)),
                Field.password("again", Text.of("kernel.password.again"))
                        .withHint(Text.of("kernel.password.elsewhere")));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        StoredAccount account = books.accounts()
                .account(company.actor().id())
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("kernel.account.unknown", company.actor().name())));
        String current = typed(values, "current");
        String password = typed(values, "password");
        if (!password.equals(typed(values, "again"))) {
            throw Refused.at("again", Text.of("kernel.password.differs"));
        }
        PasswordPolicy.check("password", password, account.id());
        if (password.equals(current)) {
            throw Refused.at("password", Text.of("kernel.password.same"));
        }
        if (!passwords.matches(current, account.hash()).orElseThrow(ChangePassword::busy)) {
            throw Refused.at("current", Text.of("kernel.password.wrong"));
        }
        books.accounts().password(account.id(), passwords.hash(password), false, Instant.EPOCH);
        books.keys().closeOthers(account.id(), company.session());
        company.note("account.password", Text.of("kernel.password.was-changed", account.name()), List.of());
        return Answer.of(Text.of("kernel.password.changed"));
    }

    private static Refused busy() {
        return Refused.because(Refused.Reason.UNAVAILABLE, Text.of("kernel.password.busy"));
    }

    /** As typed, spaces included. */
    private static String typed(Values values, String field) {
        return String.valueOf(values.all().get(field));
    }

    @Override
    public String name() {
        return "accounts/password";
    }

    @Override
    public Text title() {
        return Text.of("kernel.accounts.password");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }
}
