package dev.kontor.finance.settlement;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.finance.KnownCustomers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prints a customer's statement of account, to be stamped by the customer, and files it with every order that it says is owed on. */
@Component
public final class PrintStatement implements CompanyCommand {

    static final DocumentKind STATEMENT = new DocumentKind("finance.statement");

    private final Customers customers;
    private final Statement statement;
    private final Printer printer;
    private final HalfYear halfYear;

    @Activate
    public PrintStatement(
            @Reference Customers customers, @Reference Statement statement, @Reference Printer printer, @Reference HalfYear halfYear) {
        this.customers = customers;
        this.statement = statement;
        this.printer = printer;
        this.halfYear = halfYear;
    }

    @Override
    public String name() {
        return "finance/print-statement";
    }

    @Override
    public Text title() {
        return Text.of("finance.statement.print");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_CLERK);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(Text.of("finance.statement.print"), Field.hidden("subject"));
    }

    @Override
    public Values initial(Person person, String subject) {
        return new Values(Map.of("subject", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Customer customer = KnownCustomers.demand(customers, values.text("subject"));
        List<Statement.Row> rows = statement.rows(customer, company.actor(), company.today());
        List<Statement.Row> open = rows.stream().filter(Statement.Row::isOpen).toList();
        if (open.isEmpty()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("finance.statement.nothing-owed", customer.name()));
        }
        Upload paper = printer.print(
                new Paper(
                        "statement-" + customer.id() + "-" + company.today(),
                        Text.of("finance.statement.paper"),
                        customer.id() + " " + company.today(),
                        Statement.blocks(customer, rows, company.today()),
                        List.of(Text.of("finance.settlement.finance"), Text.of("finance.customer"))),
                "zh-CN");
        List<String> filed = open.stream().map(each -> file(company.order(each.order()), paper)).toList();
        Text said = Text.of("finance.statement.printed", customer.name(), open.size());
        company.note("finance.statement-printed", said, List.of());
        return Answer.of(said).goingTo("documents/" + filed.get(0)).withId(filed.get(0));
    }

    /** @return the filed paper's id */
    private String file(OrderFile file, Upload paper) {
        halfYear.printed(file);
        return file.file(STATEMENT, paper).id();
    }
}
