package dev.kontor.finance;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.order.Money;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.finance.facts.CreditAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Credit accounts: who may owe how much, and who owes it. */
@Component
public final class CreditPage implements Page {

    /** Who may see what a customer owes. */
    static final Set<Role> READERS =
            Set.of(Role.FINANCE_CREDIT, Role.FINANCE_REVIEWER, Role.SALES_HEAD, Role.LEADERSHIP, Role.AUDITOR);

    private static final int LIMIT = 200;

    private final CreditBook book;
    private final Customers customers;
    private final Clock clock;

    @Activate
    public CreditPage(@Reference CreditBook book, @Reference Customers customers, @Reference Clock clock) {
        this.book = book;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "finance/credit";
    }

    @Override
    public Text title() {
        return Text.of("finance.credit");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("finance", "credit-card", 10));
    }

    @Override
    public Set<Role> roles() {
        return READERS;
    }

    @Override
    public View show(Query query) {
        return query.tail().isEmpty() ? all(query) : one(query, query.tail().get(0));
    }

    private View all(Query query) {
        List<List<Cell>> rows = book.limits(LIMIT).stream().map(this::row).toList();
        View view = View.of(
                title(),
                waiting(),
                new Block.Table(
                        Text.of("finance.accounts"),
                        List.of(
                                Block.Column.of(Text.of("finance.customer")),
                                Block.Column.number(Text.of("finance.limit")),
                                Block.Column.number(Text.of("finance.exposure")),
                                Block.Column.of(Text.of("finance.expires")),
                                Block.Column.of(Text.of("finance.approver")),
                                Block.Column.of(Text.of("finance.state"))),
                        rows,
                        "",
                        Text.of("finance.no-accounts")));
        return query.reader().holds(Role.FINANCE_CREDIT)
                ? view.withAction(new Cell.Link(Text.of("finance.set-credit-limit"), "do/finance/set-credit-limit", "plus"))
                : view;
    }

    /** What company leadership has still to decide. */
    private Block waiting() {
        return new Block.Table(
                Text.of("finance.limits-asked"),
                List.of(
                        Block.Column.of(Text.of("finance.customer")),
                        Block.Column.number(Text.of("finance.limit")),
                        Block.Column.of(Text.of("finance.expires")),
                        Block.Column.of(Text.of("finance.proposed-by"))),
                book.proposals().stream()
                        .map(each -> List.of(
                                Cell.link(Text.plain(name(each.customer())), "finance/credit/" + each.customer()),
                                new Cell.Amount(each.limit()),
                                new Cell.Day(each.expiresOn()),
                                Cell.person(each.proposedBy())))
                        .toList(),
                "",
                Text.of("finance.no-limits-asked"));
    }

    private List<Cell> row(CreditLimit limit) {
        CreditAccount account = book.account(limit.customer(), clock.today());
        return List.of(
                Cell.link(Text.plain(name(limit.customer())), "finance/credit/" + limit.customer()),
                new Cell.Amount(limit.limit()),
                new Cell.Amount(new Money(account.exposure(), account.currency())),
                new Cell.Day(limit.expiresOn()),
                Cell.person(limit.approver()),
                AccountFacts.state(account));
    }

    private View one(Query query, String id) {
        Customer customer = KnownCustomers.demand(customers, id);
        CreditAccount account = book.account(id, clock.today());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(Text.of("finance.account"), AccountFacts.of(account, book.limit(id))));
        blocks.add(new Block.Table(
                Text.of("finance.counted-orders"),
                List.of(Block.Column.of(Text.of("finance.order")), Block.Column.number(Text.of("finance.amount"))),
                book.exposures(id).stream()
                        .map(row -> List.of(
                                Cell.link(Text.plain(row.orderNumber()), "orders/" + row.orderNumber()), (Cell) new Cell.Amount(row.owed())))
                        .toList(),
                "",
                Text.of("finance.no-counted-orders")));
        book.proposal(id).ifPresent(proposal -> {
            blocks.add(new Block.Note(Cell.Tone.WARNING, ConfirmCreditLimit.words(proposal)));
            if (query.reader().holds(Role.LEADERSHIP)) {
                blocks.add(Block.Ask.company("finance/confirm-credit-limit", id));
            }
        });
        if (query.reader().holds(Role.FINANCE_CREDIT)) {
            blocks.add(Block.Ask.company("finance/set-credit-limit", id));
        }
        return View.of(Text.plain(customer.name()), blocks.toArray(Block[]::new)).withAbove(title());
    }

    private String name(String customer) {
        return customers.customer(new CustomerId(customer)).map(Customer::name).orElse(customer);
    }
}
