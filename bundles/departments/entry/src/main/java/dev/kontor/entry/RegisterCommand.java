package dev.kontor.entry;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.entry.need.Channels;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A signed contract is registered; the days to enter its order count from its signing date. The date is never
 * filled in beforehand: a default would hide late entry. The subject is the need that led to the contract, if any.
 */
@Component
public final class RegisterCommand implements CompanyCommand {

    private final Registration registration;
    private final Beginning beginning;
    private final Channels channels;

    @Activate
    public RegisterCommand(@Reference Registration registration, @Reference Beginning beginning, @Reference Channels channels) {
        this.registration = registration;
        this.beginning = beginning;
        this.channels = channels;
    }

    @Override
    public String name() {
        return "entry/register";
    }

    @Override
    public Text title() {
        return Text.of("entry.register.title");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("entry.register.button"), RegistrationForm.fields(channels.options(person), RegistrationForm.signedOn()));
    }

    @Override
    public Values initial(Person person, String subject) {
        return beginning.initial(subject);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        if (values.date("signed-on").orElseThrow().isAfter(company.today())) {
            throw Refused.at("signed-on", Text.of("entry.gap.signed-ahead"));
        }
        OrderFile file = beginning.of(values, (customer, typed) ->
                registration.register(company, customer, company.actor().id(), typed, Registration.Origin.PERSON));
        return Answer.of(Text.of("entry.register.done", values.text("contract-number"), file.number().value()), file.number())
                .withId(file.number().value());
    }
}
