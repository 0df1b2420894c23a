package dev.kontor.entry.intake;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.customer.Customer;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.entry.Entry;
import dev.kontor.entry.Registration;
import dev.kontor.entry.Submission;
import dev.kontor.entry.draft.Paths;
import dev.kontor.entry.draft.PaymentTemplate;
import java.util.List;
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
        return new SourceRow(values).named(() -> taken(company, values));
    }

    private Answer taken(CompanyFile company, Values values) {
        String state = values.text("state");
        SortedMap<String, String> typed = Paths.flat(values);
        typed.keySet().removeAll(ImportForm.OWN);
        PaymentTemplate.fill(typed);
        SourceRow row = new SourceRow(values);
        List<Gap> gaps = row.gaps(company.today(), accounts);
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        Customer customer = company.enrol(row.customer());
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
}
