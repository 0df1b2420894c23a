package dev.kontor.logistics.evidence;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A provider is trusted no longer from a day on. What was taken in before stays what it was. */
@Component
public final class RevokeProvider implements CompanyCommand {

    private final Providers providers;

    @Activate
    public RevokeProvider(@Reference Providers providers) {
        this.providers = providers;
    }

    @Override
    public String name() {
        return "logistics/revoke-provider";
    }

    @Override
    public Text title() {
        return Text.of("logistics.provider.revoke");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SECURITY_ADMINISTRATOR);
    }

    @Override
    public Form form(Person person, String subject) {
        Text whose = providers.find(subject).map(each -> Text.of("logistics.provider.whose", each.name(), each.subject())).orElse(Text.plain(""));
        return Form.of(
                Text.of("logistics.provider.revoke"),
                Field.hidden("subject"),
                Field.date("on", Text.of("logistics.provider.revoked-on")).withHint(whose).withClause("6.2"),
                Field.longText("reason", Text.of("logistics.provider.reason")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return new Values(Map.of("subject", subject));
    }

    @Override
    public long version(String subject) {
        return providers.find(subject).map(Provider::version).orElse(-1L);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Provider provider = providers.find(values.text("subject"))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("logistics.provider.unknown")));
        provider.revokedOn().filter(day -> !company.today().isBefore(day)).ifPresent(day -> {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("logistics.provider.was-revoked", day));
        });
        LocalDate on = values.date("on").orElseThrow();
        if (on.isBefore(company.today())) {
            throw Refused.at("on", Text.of("logistics.provider.revoked-behind", company.today()));
        }
        List<Change> changes = List.of(
                new Change("revoked-on", provider.revokedOn().map(LocalDate::toString).orElse(""), on.toString()),
                new Change("reason", provider.reason(), values.text("reason")),
                new Change("certificate", provider.id(), provider.id()));
        provider.revoke(on, values.text("reason"), company);
        Text said = Text.of("logistics.provider.revoked", provider.name(), on, values.text("reason"));
        company.note("logistics.provider", said, changes);
        company.notify(Role.LEADERSHIP, said);
        return Answer.of(said).goingTo("logistics/providers").withId(provider.id());
    }
}
