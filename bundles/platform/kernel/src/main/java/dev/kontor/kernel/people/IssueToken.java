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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes an API token with some of the roles that one acts with, lent ones included: a token makes no stronger token. What its
 * holder carries is the answer's id, and is shown once.
 */
@Component
public final class IssueToken implements CompanyCommand {

    public static final String NAME = "accounts/issue-token";

    static final int LONGEST_DAYS = 366;

    private final Books books;

    @Activate
    public IssueToken(@Reference Books books) {
        this.books = books;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                title(),
                Field.text("name", Text.of("kernel.token.name")).withHint(Text.of("kernel.token.name-hint")),
                Field.number("days", Text.of("kernel.token.days")).withHint(Text.of("kernel.token.days-hint", LONGEST_DAYS)),
                Field.choices("roles", Text.of("kernel.token.roles"), RoleField.options(person.roles())).optional());
    }

    @Override
    public Values initial(Person person, String subject) {
        List<String> roles = person.roles().stream().map(Role::value).sorted().toList();
        return new Values(Map.of("name", "API", "days", "90", "roles", roles));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Person person = company.actor();
        if (books.accounts().account(person.id()).filter(account -> !account.oneTime()).isEmpty()) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("kernel.password.first"));
        }
        Set<Role> roles = values.choices("roles").isEmpty()
                ? person.roles()
                : values.choices("roles").stream().map(Role::new).collect(Collectors.toSet());
        Instant now = Instant.now();
        Instant ends = now.plus(Duration.ofDays(days(values)));
        String secret = books.keys().issue(person.id(), values.text("name"), roles, now, ends);
        company.note("token.issued", Text.of("kernel.token.was-issued", person.name(), values.text("name"), ends), List.of());
        return Answer.of(Text.of("kernel.token.copy", values.text("name"), ends)).withId(secret);
    }

    private static int days(Values values) {
        BigDecimal days = values.number("days").orElseThrow();
        boolean fits = days.stripTrailingZeros().scale() <= 0
                && days.signum() > 0
                && days.compareTo(BigDecimal.valueOf(LONGEST_DAYS)) <= 0;
        if (!fits) {
            throw Refused.at("days", Text.of("kernel.token.days-hint", LONGEST_DAYS));
        }
        return days.intValueExact();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Text title() {
        return Text.of("kernel.accounts.issue-token");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }
}
