package dev.kontor.production.purchasing;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.document.Documents;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.purchasing.book.Supplier;
import dev.kontor.production.purchasing.book.SupplierBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes over suppliers and what they delivered from AdventureWorks' files. What is there already stays as it is, so that an
 * import can be repeated; nobody is approved by it.
 */
@Component
public final class ImportPurchases implements CompanyCommand {

    private final SupplierBook suppliers;
    private final Documents documents;

    @Activate
    public ImportPurchases(@Reference SupplierBook suppliers, @Reference Documents documents) {
        this.suppliers = suppliers;
        this.documents = documents;
    }

    @Override
    public String name() {
        return "production/import-purchases";
    }

    @Override
    public Text title() {
        return Text.of("production.purchase.import");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_PURCHASER);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("production.purchase.import-submit"),
                Field.file("vendors", Text.of("production.purchase.import-vendors")),
                Field.file("orders", Text.of("production.purchase.import-orders")),
                Field.file("lines", Text.of("production.purchase.import-lines")).withHint(Text.of("production.purchase.import-hint")));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        try {
            AdventureWorks source = new AdventureWorks();
            List<Supplier> vendors;
            try (InputStream content = open(values, "vendors")) {
                vendors = source.vendors(content);
            }
            try (InputStream content = open(values, "orders")) {
                source.orders(content);
            }
            try (InputStream content = open(values, "lines")) {
                return take(company, vendors, source.deliveries(content));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private InputStream open(Values values, String field) throws IOException {
        return documents.open(values.upload(field).orElseThrow());
    }

    private Answer take(CompanyFile company, List<Supplier> vendors, List<Delivery> deliveries) {
        List<Supplier> more = vendors.stream().filter(each -> suppliers.supplier(each.code()).isEmpty()).toList();
        more.forEach(suppliers::keep);
        Set<String> known = suppliers.known(AdventureWorks.ORIGIN);
        List<Delivery> added = deliveries.stream().filter(each -> !known.contains(each.id())).toList();
        added.forEach(each -> {
            each.record(company.actor().id().value(), company.now());
            suppliers.keep(each);
        });
        Text said = Text.of("production.purchase.imported", more.size(), added.size());
        company.note("production.supplier", said, List.of());
        return Answer.of(said).goingTo("production/suppliers");
    }
}
