package dev.kontor.kernel.people;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens an account with a password for one use; roles are granted apart. */
@Component
public final class CreateAccount implements CompanyCommand {

    private final Books books;
    private final Passwords passwords;

    @Activate
    public CreateAccount(@Reference Books books, @Reference Passwords passwords) {
        this.books = books;
        this.passwords = passwords;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                title(),
                Field.text("id", Text.of("kernel.account.id")).withHint(Text.of("kernel.account.id-form")),
                Field.text("name", Text.of("kernel.account.name")),
                Field.choice("language", Text.of("kernel.account.language"), List.of(
                        new Field.Option("zh-CN", Text.plain("中文")), new Field.Option("en", Text.plain("English")))),
                Field.password("password", Text.of("kernel.password.one-time")).withHint(Text.of("kernel.password.one-time-hint")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return new Values(Map.of("language", "zh-CN"));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        PersonId id = Subject.id(values, "id");
        String password = String.valueOf(values.all().get("password"));
        PasswordPolicy.check("password", password, id);
        books.accounts().lock();
        if (id.equals(PersonId.SYSTEM) || books.accounts().account(id).isPresent()) {
            throw Refused.at("id", Text.of("kernel.account.taken", id.value()));
        }
        Instant until = Instant.now().plus(FirstStart.ONE_TIME);
        books.accounts().create(new StoredAccount(
                id, values.text("name"), passwords.hash(password), true, until, true, values.text("language"),
                company.now(), 1));
        company.note("account.created", Text.of("kernel.account.was-created", id.value(), values.text("name")), List.of());
        return Answer.of(Text.of("kernel.account.was-created", id.value(), values.text("name"))).withId(id.value());
    }

    @Override
    public String name() {
        return "accounts/create";
    }

    @Override
    public Text title() {
        return Text.of("kernel.accounts.create");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SECURITY_ADMINISTRATOR);
    }
}
