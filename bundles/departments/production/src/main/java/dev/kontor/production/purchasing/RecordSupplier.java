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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A purchaser proposes a supplier, or changes its name or contact; whether it is approved is somebody else's decision. */
@Component
public final class RecordSupplier implements CompanyCommand {

    private final SupplierBook suppliers;

    @Activate
    public RecordSupplier(@Reference SupplierBook suppliers) {
        this.suppliers = suppliers;
    }

    @Override
    public String name() {
        return "production/record-supplier";
    }

    @Override
    public Text title() {
        return Text.of("production.purchase.record-supplier");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_PURCHASER);
    }

    @Override
    public Form form(Person person, String subject) {
        Field code = Field.text("code", Text.of("production.purchase.code")).withHint(Text.of("production.purchase.code-hint"));
        return Form.of(
                Text.of("production.purchase.record-supplier-submit"),
                Field.hidden("subject").optional(),
                subject.isEmpty() ? code : code.optional().withHint(Text.plain(subject)),
                Field.text("name", Text.of("production.purchase.supplier")).withClause("5.2"),
                Field.text("contact", Text.of("production.purchase.contact")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return suppliers.supplier(subject)
                .map(known -> new Values(Map.of("subject", subject, "code", subject, "name", known.name(), "contact", known.contact())))
                .orElse(Values.NONE);
    }

    @Override
    public long version(String subject) {
        return suppliers.supplier(subject).map(Supplier::version).orElse(-1L);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String code = values.has("subject") ? values.text("subject") : values.text("code");
        if (!Supplier.isCode(code)) {
            throw Refused.at("code", Text.of("production.purchase.code-wrong"));
        }
        Optional<Supplier> known = suppliers.supplier(code);
        if (known.isPresent() && !values.has("subject")) {
            throw Refused.at("code", Text.of("production.purchase.code-taken", known.get().name()));
        }
        String before = known.map(Supplier::name).orElse("");
        known.ifPresentOrElse(
                each -> each.describe(values.text("name"), values.text("contact")),
                () -> suppliers.keep(new Supplier(code, values.text("name"), values.text("contact"))));
        Text said = Text.of("production.purchase.supplier-recorded", code, values.text("name"));
        company.note("production.supplier", said, List.of(new Change(code, before, values.text("name"))));
        return Answer.of(said).goingTo("production/suppliers/" + code).withId(code);
    }
}
