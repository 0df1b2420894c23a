package dev.kontor.kernel.people;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Accounts.Token;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes a token worthless, at once; a security administrator may do it for anybody. */
@Component
public final class RevokeToken implements CompanyCommand {

    private final Books books;

    @Activate
    public RevokeToken(@Reference Books books) {
        this.books = books;
    }

    @Override
    public Form form(Person person, String subject) {
        List<Field.Option> options = tokens(person).stream()
                .map(token -> new Field.Option(
                        token.id(),
                        Text.of("kernel.token.shown", token.name(), token.holder().value(), token.endsAt())))
                .toList();
        return Form.of(title(), Field.choice("token", Text.of("kernel.token"), options));
    }

    @Override
    public Values initial(Person person, String subject) {
        return subject.isEmpty() ? Values.NONE : new Values(Map.of("token", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Token token = tokens(company.actor()).stream()
                .filter(each -> each.id().equals(values.text("token")))
                .findFirst()
                .orElseThrow();
        books.keys().revoke(token.id());
        Text done = Text.of("kernel.token.was-revoked", token.name(), token.holder().value());
        company.note("token.revoked", done, List.of());
        return Answer.of(done);
    }

    private List<Token> tokens(Person person) {
        return books.keys().tokens(Instant.now()).stream()
                .filter(token -> token.holder().equals(person.id()) || person.holds(Role.SECURITY_ADMINISTRATOR))
                .toList();
    }

    @Override
    public String name() {
        return "accounts/revoke-token";
    }

    @Override
    public Text title() {
        return Text.of("kernel.accounts.revoke-token");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }
}
