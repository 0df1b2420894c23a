package dev.kontor.entry.intake;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Contact;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.entry.Entry;
import dev.kontor.entry.Registration;
import dev.kontor.entry.Submission;
import dev.kontor.entry.draft.Completeness;
import dev.kontor.entry.draft.Paths;
import dev.kontor.entry.draft.PaymentTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * One row of another system becomes an order: registered, a draft that names what is still to be supplied (待补录), or
 * submitted. What is refused is named by the column it came from. No order is made in a later state.
 */
@Component
public final class ImportCommand implements CompanyCommand {

    private final Registration registration;
    private final Submission submission;
    private final Accounts accounts;

    @Activate
    public ImportCommand(
            @Reference Registration registration, @Reference Submission submission, @Reference Accounts accounts) {
        this.registration = registration;
        this.submission = submission;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "entry/import";
    }

    @Override
    public Text title() {
        return Text.of("entry.import.title");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Entry.IMPORTER);
    }

    @Override
    public Form form(Person person, String subject) {
        return ImportForm.form();
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Columns columns = Columns.read(values.text("columns"));
        try {
            return taken(company, values);
        } catch (Refused refused) {
            if (refused.gaps().isEmpty()) {
                throw refused;
            }
            throw Refused.at(refused.gaps().stream().map(gap -> new Gap(columns.of(gap.field()), gap.message())).toList());
        }
    }

    private Answer taken(CompanyFile company, Values values) {
        String state = values.text("state");
        SortedMap<String, String> typed = Paths.flat(values);
        typed.keySet().removeAll(ImportForm.OWN);
        PaymentTemplate.fill(typed);
        check(company, typed, values);
        Customer customer = company.enrol(customer(values));
        if (state.equals("registered")) {
            typed.keySet().retainAll(Set.of("contract-number", "contract-kind", "call-off", "customer-number", "signed-on"));
        }
        OrderFile file = registration.register(company, customer, new PersonId(values.text("representative")), typed,
                new Registration.Origin(values.text("source"), values.text("row")));
        values.upload("contract-file").ifPresent(upload -> registration.attach(file, upload));
        if (state.equals("submitted")) {
            submission.submit(file, new Values(Map.of("confirmed", "yes")));
            return answer(values, file, Text.of("entry.import.submitted", values.text("row"), file.number().value()));
        }
        return answer(values, file, Text.of("entry.import.done", values.text("row"), file.number().value()));
    }

    private static Answer answer(Values values, OrderFile file, Text said) {
        return Answer.of(said, file.number()).withId(file.number().value());
    }

    /** What must be right before a file can be opened at all. */
    private void check(CompanyFile company, Map<String, String> typed, Values values) {
        List<Gap> gaps = new ArrayList<>();
        String number = values.text("contract-number");
        if (number.isEmpty() || number.length() > 64) {
            gaps.add(new Gap("contract-number", Text.of("entry.gap.contract-number")));
        }
        Completeness.dayOf(values.text("signed-on")).ifPresentOrElse(
                day -> {
                    if (day.isAfter(company.today())) {
                        gaps.add(new Gap("signed-on", Text.of("entry.gap.signed-ahead")));
                    }
                },
                () -> gaps.add(new Gap("signed-on", Text.of("entry.gap.day", values.text("signed-on")))));
        if (!customerId(values).matches("[A-Z0-9][A-Z0-9-]{0,31}")) {
            gaps.add(new Gap("customer", Text.of("entry.gap.customer", values.text("customer"))));
        }
        if (values.text("customer-name").isEmpty()) {
            gaps.add(new Gap("customer-name", Text.of("entry.gap.missing", Paths.label("customer-name"))));
        }
        if (!isRepresentative(values.text("representative"))) {
            gaps.add(new Gap("representative", Text.of("entry.gap.representative", values.text("representative"))));
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
    }

    private boolean isRepresentative(String name) {
        return name.matches("[a-z][a-z0-9._-]{0,63}")
                && accounts.person(new PersonId(name)).filter(person -> person.holds(Role.SALES_REP)).isPresent();
    }

    private static String customerId(Values values) {
        return values.text("customer").toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9-]", "-");
    }

    private static Customer customer(Values values) {
        Contact contact = new Contact(values.text("contact-name"), values.text("contact-phone"), values.text("contact-email"));
        return new Customer(new CustomerId(customerId(values)), values.text("customer-name"), values.text("credit-code"),
                values.text("country"), values.text("address"), "", "",
                contact.name().isEmpty() ? List.of() : List.of(contact), 0);
    }

    /** Which column of the source each field came from: {@code field=Column}, one a line. */
    private record Columns(Map<String, String> byField) {

        static Columns read(String lines) {
            Map<String, String> byField = new HashMap<>();
            lines.lines().forEach(line -> {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    byField.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
                }
            });
            return new Columns(byField);
        }

        String of(String field) {
            String bare = field.replaceAll("\\[\\d+]", "");
            return byField.getOrDefault(field, byField.getOrDefault(bare, field));
        }
    }
}
