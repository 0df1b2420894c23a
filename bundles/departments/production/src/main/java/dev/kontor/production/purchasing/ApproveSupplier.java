package dev.kontor.production.purchasing;

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
import dev.kontor.production.purchasing.book.Supplier;
import dev.kontor.production.purchasing.book.SupplierBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The company approves of a supplier until a day, or bars it. Not the purchaser's to say. */
@Component
public final class ApproveSupplier implements CompanyCommand {

    private final SupplierBook suppliers;

    @Activate
    public ApproveSupplier(@Reference SupplierBook suppliers) {
        this.suppliers = suppliers;
    }

    @Override
    public String name() {
        return "production/approve-supplier";
    }

    @Override
    public Text title() {
        return Text.of("production.purchase.approve-supplier");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_REVIEWER);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("production.purchase.approve-supplier-submit"),
                Field.hidden("subject"),
                Field.choice("verdict", Text.of("production.purchase.verdict"), List.of(
                                new Field.Option("approved", Text.of("production.purchase.supplier.approved")),
                                new Field.Option("barred", Text.of("production.purchase.supplier.barred"))))
                        .withClause("5.2"),
                Field.date("until", Text.of("production.purchase.approved-until")).optional()
                        .withHint(Text.of("production.purchase.approved-until-hint")),
                Field.longText("reason", Text.of("production.purchase.reason")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return subject.isEmpty() ? Values.NONE : new Values(Map.of("subject", subject));
    }

    @Override
    public long version(String subject) {
        return suppliers.supplier(subject).map(Supplier::version).orElse(-1L);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Supplier supplier = suppliers.supplier(values.text("subject")).orElseThrow(() ->
                Refused.because(Refused.Reason.NOT_FOUND, Text.of("production.purchase.no-supplier", values.text("subject"))));
        String before = supplier.state();
        String by = company.actor().id().value();
        if (values.text("verdict").equals("approved")) {
            LocalDate until = values.date("until").orElseThrow(() -> Refused.at("until", Text.of("production.purchase.until-missing")));
            if (until.isBefore(company.today())) {
                throw Refused.at("until", Text.of("production.purchase.until-past"));
            }
            supplier.approve(until, values.text("reason"), by, company.now());
        } else {
            supplier.bar(values.text("reason"), by, company.now());
        }
        Text said = Text.of("production.purchase.supplier-decided", supplier.name(), Text.of("production.purchase.supplier." + supplier.state()));
        company.note("production.supplier", said, List.of(new Change(supplier.code(), before, supplier.state())));
        return Answer.of(said).goingTo("production/suppliers/" + supplier.code()).withId(supplier.code());
    }
}
