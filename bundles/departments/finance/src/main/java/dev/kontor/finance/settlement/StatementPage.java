package dev.kontor.finance.settlement;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.finance.KnownCustomers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Statements of account: a customer is looked for, and its statement shown as of today, to be printed (对账单). */
@Component
public final class StatementPage implements Page {

    static final String PATH = "finance/statements";

    private static final int ROWS = 50;

    private final Customers customers;
    private final Statement statement;
    private final Clock clock;

    @Activate
    public StatementPage(@Reference Customers customers, @Reference Statement statement, @Reference Clock clock) {
        this.customers = customers;
        this.statement = statement;
        this.clock = clock;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Text title() {
        return Text.of("finance.statement.title");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("finance", "file-text", 27));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_CLERK, Role.FINANCE_REVIEWER, Role.FINANCE_CREDIT, Role.SALES_HEAD, Role.LEADERSHIP, Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        return query.tail().isEmpty() ? choose(query) : one(query, query.tail().get(0));
    }

    private View choose(Query query) {
        String words = query.parameter("words");
        Customers.Page page = customers.list(words, query.parameter("after"), query.rows(ROWS));
        String next = page.next().isEmpty()
                ? ""
                : PATH + "?words=" + encoded(words) + "&rows=" + query.rows(ROWS) + "&after=" + encoded(page.next());
        return View.of(
                title(),
                new Block.Search(PATH, Text.of("finance.statement.search"), words, List.of()),
                new Block.Table(
                        Text.of("finance.statement.customers"),
                        List.of(Block.Column.of(Text.of("finance.customer")), Block.Column.of(Text.of("finance.statement.credit-code"))),
                        page.customers().stream()
                                .map(each -> List.of(Cell.link(Text.plain(each.name()), PATH + "/" + each.id()), Cell.plain(each.creditCode())))
                                .toList(),
                        next,
                        Text.of("finance.statement.no-customers")));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private View one(Query query, String id) {
        Customer customer = KnownCustomers.demand(customers, id);
        List<Statement.Row> rows = statement.rows(customer, query.reader(), clock.today());
        List<Block> blocks = new ArrayList<>(Statement.blocks(customer, rows, clock.today()));
        if (query.reader().holds(Role.FINANCE_CLERK) && rows.stream().anyMatch(Statement.Row::isOpen)) {
            blocks.add(Block.Ask.company("finance/print-statement", id));
            blocks.add(Block.Ask.company("finance/confirm-statement", id));
        }
        return View.of(Text.plain(customer.name()), blocks.toArray(Block[]::new)).withAbove(title());
    }
}
