package dev.kontor.finance.invoice;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finance enters for each instalment whether its invoice or its payment comes first (先票后款, 先款后票; ). */
@Component
public final class SetInvoicing implements OrderCommand {

    private static final String FIRST = "invoice-first";

    private final InvoiceBook book;
    private final Invoicing invoicing;

    @Activate
    public SetInvoicing(@Reference InvoiceBook book, @Reference Invoicing invoicing) {
        this.book = book;
        this.invoicing = invoicing;
    }

    @Override
    public String name() {
        return "finance/set-invoicing";
    }

    @Override
    public Text title() {
        return Text.of("finance.invoice.terms");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_CLERK);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.milestones().contains(MilestoneName.REVIEW_CLEARED);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Order order = file.order().orElseThrow();
        return Form.of(Text.of("finance.invoice.terms-submit"), order.payment().instalments().stream()
                .map(each -> Field.choice(field(each), Invoicing.words(order, each.position()), terms()).optional().withClause("7.2"))
                .toArray(Field[]::new));
    }

    private static List<Field.Option> terms() {
        return Stream.of(FIRST, "payment-first").map(each -> new Field.Option(each, Text.of("finance.invoice.term." + each))).toList();
    }

    private static String field(Instalment instalment) {
        return "instalment-" + instalment.position();
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        Order order = file.order().orElseThrow();
        Map<String, Object> stand = new HashMap<>();
        for (Instalment each : order.payment().instalments()) {
            String term = invoicing.term(order, each.position());
            if (!term.isEmpty()) {
                stand.put(field(each), term);
            }
        }
        return new Values(stand);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Order order = file.order().orElseThrow();
        List<Change> changes = new ArrayList<>();
        for (Instalment each : order.payment().instalments()) {
            String before = invoicing.term(order, each.position());
            String after = values.text(field(each));
            if (!after.isEmpty() && !after.equals(before)) {
                book.term(order.number(), each.position()).set(after.equals(FIRST), file.actor().id().value(), file.now());
                changes.add(new Change(field(each), before, after));
            }
        }
        Text said = Text.of("finance.invoice.terms-set", changes.size());
        file.note("finance.invoice-terms", said, changes);
        invoicing.ask(file);
        return Answer.of(said, file.number());
    }
}
