package dev.kontor.entry;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Paths;
import dev.kontor.entry.need.Channels;
import dev.kontor.entry.need.Need;
import dev.kontor.entry.need.Needs;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
    private final Customers customers;
    private final Needs needs;
    private final Channels channels;

    @Activate
    public RegisterCommand(
            @Reference Registration registration, @Reference Customers customers, @Reference Needs needs,
            @Reference Channels channels) {
        this.registration = registration;
        this.customers = customers;
        this.needs = needs;
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
        return RegistrationForm.initial(subject, needs.find(subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Customer customer = RegistrationForm.customer(customers, values.text("customer"));
        if (values.date("signed-on").orElseThrow().isAfter(company.today())) {
            throw Refused.at("signed-on", Text.of("entry.gap.signed-ahead"));
        }
        RegistrationForm.check(values);
        SortedMap<String, String> typed = Paths.flat(values);
        typed.keySet().removeAll(Set.of("subject", "customer"));
        Optional<Need> need = needs.find(values.text("subject"));
        need.ifPresent(one -> one.begin(typed));
        OrderFile file = registration.register(company, customer, company.actor().id(), typed, Registration.Origin.PERSON);
        values.upload("contract-file").ifPresent(upload -> registration.attach(file, upload));
        need.ifPresent(one -> needs.link(one, file.number()));
        return Answer.of(Text.of("entry.register.done", values.text("contract-number"), file.number().value()), file.number())
                .withId(file.number().value());
    }
}
