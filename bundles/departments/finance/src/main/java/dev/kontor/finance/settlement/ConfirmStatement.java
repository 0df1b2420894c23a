package dev.kontor.finance.settlement;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.finance.KnownCustomers;
import dev.kontor.finance.dunning.Limitation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A printed statement came back with the customer's stamp: it acknowledges what it says is owed, order by order (policy 13). An
 * order that no statement of that day or before was filed with is not acknowledged by it.
 *
 * @see "Civil Code of the PRC, article 195"
 */
@Component
public final class ConfirmStatement implements CompanyCommand {

    private static final String DAY = "confirmed-on";

    private final Customers customers;
    private final Statement statement;
    private final Limitation limitation;
    private final Clock clock;

    @Activate
    public ConfirmStatement(
            @Reference Customers customers, @Reference Statement statement, @Reference Limitation limitation, @Reference Clock clock) {
        this.customers = customers;
        this.statement = statement;
        this.limitation = limitation;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "finance/confirm-statement";
    }

    @Override
    public Text title() {
        return Text.of("finance.statement.confirm");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_CLERK);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                title(),
                Field.hidden("subject"),
                Field.date(DAY, Text.of("finance.statement.confirmed-on")).withClause("7.1"),
                Field.text("person", Text.of("finance.statement.confirmed-by")),
                Field.file("proof", Text.of("finance.statement.stamped")).withHint(Text.of("finance.statement.confirm-hint")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return new Values(Map.of("subject", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Customer customer = KnownCustomers.demand(customers, values.text("subject"));
        LocalDate day = values.date(DAY).orElseThrow();
        if (day.isAfter(company.today())) {
            throw Refused.at(DAY, Text.of("finance.dunning.ahead"));
        }
        List<String> orders = statement.rows(customer, company.actor(), company.today()).stream()
                .filter(Statement.Row::isOpen)
                .map(row -> company.order(row.order()))
                .filter(file -> confirm(file, day, values))
                .map(file -> file.number().value())
                .toList();
        if (orders.isEmpty()) {
            throw Refused.at(DAY, Text.of("finance.statement.none-printed", customer.name(), day));
        }
        Text said = Text.of("finance.statement.confirmed", customer.name(), day, String.join(", ", orders));
        company.note("finance.statement-confirmed", said, List.of());
        return Answer.of(said).goingTo(StatementPage.PATH + "/" + customer.id());
    }

    /** Whether a statement was there to be confirmed. */
    private boolean confirm(OrderFile file, LocalDate day, Values values) {
        Upload stamped = values.upload("proof").orElseThrow();
        Optional<Document> printed = printed(file, day);
        printed.ifPresent(each -> {
            limitation.acknowledged(file, day, values.text("person"), each.name(), stamped);
            file.openTasks(HalfYear.RETURN).forEach(task -> file.complete(task.id(), Outcome.of("stamped")));
        });
        return printed.isPresent();
    }

    /** The last one that was printed by then. */
    private Optional<Document> printed(OrderFile file, LocalDate day) {
        return file.documents().stream()
                .filter(each -> each.kind().equals(PrintStatement.STATEMENT))
                .filter(each -> !each.filedAt().atZone(clock.zone()).toLocalDate().isAfter(day))
                .max(Comparator.comparing(Document::filedAt));
    }
}
