package dev.kontor.entry;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Paths;
import dev.kontor.entry.need.Channels;
import dev.kontor.entry.need.Need;
import dev.kontor.entry.need.Needs;
import java.util.List;
import java.util.Map;
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
                Text.of("entry.register.button"),
                Field.hidden("subject").optional(),
                Field.text("contract-number", label("contract-number")).withClause("3.2"),
                Field.choice("contract-kind", label("contract-kind"), List.of(
                        new Field.Option("sale", Text.of("entry.contract-kind.sale")),
                        new Field.Option("framework", Text.of("entry.contract-kind.framework")))),
                Field.text("call-off", label("call-off")).optional().withHint(Text.of("entry.hint.call-off")),
                Field.text("customer", label("customer")).suggesting("customer").withClause("3.2"),
                Field.text("customer-number", label("customer-number")).optional(),
                Field.date("signed-on", label("signed-on")).withClause("3.2").withHint(Text.of("entry.hint.signed-on")),
                Field.choice("channel", label("channel"), channels.options(person)).optional().withClause("3.1"),
                Field.file("contract-file", label("contract-file")).optional());
    }

    @Override
    public Values initial(Person person, String subject) {
        Optional<Need> need = needs.find(subject);
        return need.map(one -> Paths.values(Map.of("subject", subject, "contract-kind", "sale",
                        "customer", one.customer().isEmpty() ? one.customerName() : one.customer(), "channel", one.channel())))
                .orElse(new Values(Map.of("contract-kind", "sale")));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Customer customer = customer(values.text("customer"));
        if (values.date("signed-on").orElseThrow().isAfter(company.today())) {
            throw Refused.at("signed-on", Text.of("entry.gap.signed-ahead"));
        }
        if (values.text("contract-number").length() > 64) {
            throw Refused.at("contract-number", Text.of("entry.gap.contract-number"));
        }
        if (values.text("contract-kind").equals("framework") && !values.has("call-off")) {
            throw Refused.at("call-off", Text.of("entry.gap.missing", label("call-off")));
        }
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

    private Customer customer(String typed) {
        Optional<Customer> byId = Optional.of(typed)
                .filter(text -> text.matches("[A-Z0-9][A-Z0-9-]{0,31}"))
                .flatMap(text -> customers.customer(new CustomerId(text)));
        return byId.or(() -> customers.search(typed, 10).stream().filter(one -> one.name().equals(typed)).findFirst())
                .orElseThrow(() -> Refused.at("customer", Text.of("entry.gap.customer", typed)));
    }

    private static Text label(String field) {
        return Text.of("entry.field." + field);
    }
}
