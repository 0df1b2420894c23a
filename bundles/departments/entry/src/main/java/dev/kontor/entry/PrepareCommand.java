package dev.kontor.entry;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.customer.Customer;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.text.Text;
import dev.kontor.entry.need.Channels;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A contract is drafted that is to be reviewed before it is signed (合同评审, R-4.17). The rules say for which kinds of
 * contract, by the day on which it is to be signed.
 */
@Component
public final class PrepareCommand implements CompanyCommand {

    private final Registration registration;
    private final Beginning beginning;
    private final Channels channels;

    @Activate
    public PrepareCommand(@Reference Registration registration, @Reference Beginning beginning, @Reference Channels channels) {
        this.registration = registration;
        this.beginning = beginning;
        this.channels = channels;
    }

    @Override
    public String name() {
        return "entry/prepare";
    }

    @Override
    public Text title() {
        return Text.of("entry.prepare.title");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP);
    }

    @Override
    public Form form(Person person, String subject) {
        Field day = Field.date("planned-on", Text.of("entry.field.planned-on")).withClause("4.2").withHint(Text.of("entry.hint.planned-on"));
        return Form.of(Text.of("entry.prepare.button"), RegistrationForm.fields(channels.options(person), day));
    }

    @Override
    public Values initial(Person person, String subject) {
        return beginning.initial(subject);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        OrderFile file = beginning.of(values, (customer, typed) -> prepare(registration, company, customer, typed));
        return Answer.of(Text.of("entry.prepare.done", values.text("contract-number"), file.number().value()), file.number())
                .withId(file.number().value());
    }

    /** @param typed with the planned day of signing, whose rules count */
    static OrderFile prepare(Registration registration, CompanyFile company, Customer customer, SortedMap<String, String> typed) {
        LocalDate planned = LocalDate.parse(typed.get("planned-on"));
        if (planned.isBefore(company.today())) {
            throw Refused.at("planned-on", Text.of("entry.gap.planned-past"));
        }
        OrderFile file = registration.prepare(company, customer, typed);
        boolean on = file.consult(Question.at(Entry.CONTRACT_REVIEW).since(planned)).all(Check.class).stream()
                .anyMatch(check -> check.subject().equals("contract-kind") && check.passed());
        if (!on) {
            throw Refused.at("contract-kind", Text.of("entry.gap.no-contract-review", planned));
        }
        return file;
    }
}
