package dev.kontor.production.purchasing;

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
import dev.kontor.production.purchasing.book.LeadTime;
import dev.kontor.production.purchasing.book.LeadTimes;
import dev.kontor.production.purchasing.book.Supplier;
import dev.kontor.production.purchasing.book.SupplierBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A purchaser records how long a part takes, as agreed with its supplier. */
@Component
public final class AgreeLeadTime implements CompanyCommand {

    private static final BigDecimal MOST = BigDecimal.valueOf(1000);

    private final SupplierBook suppliers;
    private final LeadTimes times;

    @Activate
    public AgreeLeadTime(@Reference SupplierBook suppliers, @Reference LeadTimes times) {
        this.suppliers = suppliers;
        this.times = times;
    }

    @Override
    public String name() {
        return "production/agree-lead-time";
    }

    @Override
    public Text title() {
        return Text.of("production.purchase.agree-lead-time");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_PURCHASER);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("production.purchase.agree-lead-time-submit"),
                Field.hidden("subject"),
                Field.text("part", Text.of("production.purchase.material")).withClause("5.2")
                        .withHint(Text.of("production.purchase.lead-part-hint")),
                Field.number("days", Text.of("production.purchase.lead-days")).withClause("5.2"),
                Field.longText("reason", Text.of("production.purchase.reason")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return subject.isEmpty() ? Values.NONE : new Values(Map.of("subject", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Supplier supplier = suppliers.supplier(values.text("subject")).orElseThrow(() ->
                Refused.because(Refused.Reason.NOT_FOUND, Text.of("production.purchase.no-supplier", values.text("subject"))));
        BigDecimal days = values.number("days").orElseThrow();
        if (days.signum() < 0 || days.compareTo(MOST) > 0 || days.stripTrailingZeros().scale() > 0) {
            throw Refused.at("days", Text.of("production.purchase.lead-days-wrong", MOST));
        }
        times.keep(new LeadTime(supplier.code(), values.text("part"), days.intValueExact(), values.text("reason"),
                company.actor().id().value(), company.now()));
        Text said = Text.of("production.purchase.lead-agreed", supplier.name(), values.text("part"), days.intValueExact());
        company.note("production.supplier", said, List.of());
        return Answer.of(said).goingTo("production/suppliers/" + supplier.code());
    }
}
