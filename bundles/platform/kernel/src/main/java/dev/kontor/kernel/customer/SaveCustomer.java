package dev.kontor.kernel.customer;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Contact;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a new customer into the master, or changes one. */
@Component
public final class SaveCustomer implements CompanyCommand {

    private static final Set<String> CHINA = Set.of("CN", "CHINA", "中国", "PRC");

    private final CustomerBook book;

    @Activate
    public SaveCustomer(@Reference CustomerBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "customers/save";
    }

    @Override
    public Text title() {
        return Text.of("kernel.customers.save");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP, Role.SALES_HEAD, Role.FINANCE_CREDIT);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                title(),
                Field.hidden("subject").optional(),
                Field.text("name", Text.of("kernel.customer.name")),
                Field.text("country", Text.of("kernel.customer.country")).withHint(Text.of("kernel.customer.country-hint")),
                Field.text("credit-code", Text.of("kernel.customer.credit-code"))
                        .withHint(Text.of("kernel.customer.credit-code-hint"))
                        .optional(),
                Field.text("address", Text.of("kernel.customer.address")).optional(),
                Field.longText("invoicing", Text.of("kernel.customer.invoicing")).optional(),
                Field.text("affiliates", Text.of("kernel.customer.affiliates"))
                        .withHint(Text.of("kernel.customer.affiliates-hint"))
                        .optional(),
                Field.group("contacts", Text.of("kernel.customer.contacts"), List.of(
                                Field.text("name", Text.of("kernel.contact.name")),
                                Field.text("phone", Text.of("kernel.contact.phone")).optional(),
                                Field.text("email", Text.of("kernel.contact.email")).optional()))
                        .optional());
    }

    @Override
    public Values initial(Person person, String subject) {
        return known(subject).map(SaveCustomer::values).orElse(new Values(Map.of("country", "CN")));
    }

    @Override
    public long version(String subject) {
        return known(subject).map(Customer::version).orElse(-1L);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Optional<Customer> before = known(values.text("subject"));
        if (before.isEmpty() && values.has("subject")) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("kernel.customer.unknown", values.text("subject")));
        }
        Customer customer = customer(before.map(Customer::id).orElseGet(book::next), values);
        if (before.isEmpty()) {
            book.insert(customer);
        } else {
            book.lock(customer.id());
            book.update(customer);
        }
        Text done = Text.of("kernel.customer.was-saved", customer.name(), customer.id().value());
        company.note("customer.saved", done, changes(before, customer));
        return Answer.of(done).goingTo("customers/" + customer.id()).withId(customer.id().value());
    }

    private Optional<Customer> known(String subject) {
        return subject.matches("[A-Z0-9][A-Z0-9-]{0,31}") ? book.customer(new CustomerId(subject)) : Optional.empty();
    }

    private static Customer customer(CustomerId id, Values values) {
        String code = values.text("credit-code").toUpperCase(Locale.ROOT);
        String country = values.text("country");
        boolean wrong = CHINA.contains(country.toUpperCase(Locale.ROOT)) ? !CreditCode.isRight(code) : code.length() > 18;
        if (!code.isEmpty() && wrong) {
            throw Refused.at("credit-code", Text.of("kernel.customer.credit-code-wrong"));
        }
        List<Contact> contacts = values.rows("contacts").stream()
                .map(row -> new Contact(row.text("name"), row.text("phone"), row.text("email")))
                .toList();
        return new Customer(
                id, values.text("name"), code, country, values.text("address"), values.text("invoicing"),
                values.text("affiliates"), contacts, 0);
    }

    private static Values values(Customer customer) {
        Map<String, Object> values = new HashMap<>();
        fields(customer).forEach(values::put);
        values.put("subject", customer.id().value());
        values.put("contacts", customer.contacts().stream()
                .map(contact -> new Values(Map.of("name", contact.name(), "phone", contact.phone(), "email", contact.email())))
                .toList());
        return new Values(values);
    }

    private static Map<String, String> fields(Customer customer) {
        return Map.of(
                "name", customer.name(),
                "country", customer.country(),
                "credit-code", customer.creditCode(),
                "address", customer.address(),
                "invoicing", customer.invoicing(),
                "affiliates", customer.affiliates());
    }

    private static List<Change> changes(Optional<Customer> before, Customer after) {
        Map<String, String> old = before.map(SaveCustomer::fields).orElse(Map.of());
        List<Change> changes = new ArrayList<>();
        fields(after).entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(field -> {
            String was = old.getOrDefault(field.getKey(), "");
            if (!was.equals(field.getValue())) {
                changes.add(new Change(field.getKey(), was, field.getValue()));
            }
        });
        String contactsBefore = before.map(customer -> shown(customer.contacts())).orElse("");
        if (!contactsBefore.equals(shown(after.contacts()))) {
            changes.add(new Change("contacts", contactsBefore, shown(after.contacts())));
        }
        return changes;
    }

    private static String shown(List<Contact> contacts) {
        return String.join("; ", contacts.stream()
                .map(contact -> (contact.name() + " " + contact.phone() + " " + contact.email()).strip())
                .toList());
    }
}
