package dev.kontor.finance;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finance's part of the order's page: evaluations, and the credit as it stood at each opinion. */
@Component
public final class FinanceTab implements OrderTab {

    private final CreditBook book;

    @Activate
    public FinanceTab(@Reference CreditBook book) {
        this.book = book;
    }

    @Override
    public String id() {
        return "finance-evaluation";
    }

    @Override
    public Text title() {
        return Text.of("finance.tab");
    }

    @Override
    public int position() {
        return 40;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_REVIEWER, Role.FINANCE_CREDIT, Role.SALES_HEAD, Role.LEADERSHIP, Role.AUDITOR);
    }

    @Override
    public List<Block> show(OrderView file) {
        List<Evaluation> evaluations = book.evaluations(file.number());
        List<CreditSnapshot> snapshots = book.snapshots(file.number());
        if (evaluations.isEmpty() && snapshots.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Block.Table(
                        Text.of("finance.evaluations"),
                        columns("finance.revision", "finance.report-text", "finance.professional-opinion", "finance.by", "finance.at"),
                        evaluations.stream().map(FinanceTab::row).toList(),
                        "",
                        Text.of("finance.no-evaluations")),
                new Block.Table(
                        Text.of("finance.snapshots"),
                        columns("finance.revision", "finance.limit", "finance.exposure", "finance.by", "finance.at"),
                        snapshots.stream()
                                .map(each -> List.of(
                                        Cell.plain(String.valueOf(each.revision())),
                                        new Cell.Amount(each.limit()),
                                        new Cell.Amount(each.exposure()),
                                        Cell.person(each.takenBy()),
                                        (Cell) new Cell.Moment(each.takenAt())))
                                .toList(),
                        "",
                        Text.of("finance.no-snapshots")));
    }

    private static List<Cell> row(Evaluation each) {
        return List.of(
                Cell.plain(String.valueOf(each.revision())),
                each.document().isEmpty()
                        ? Cell.plain(each.report())
                        : Cell.link(Text.of("finance.report-file"), "documents/" + each.document()),
                Cell.plain(each.opinion()),
                Cell.person(each.evaluatedBy()),
                new Cell.Moment(each.evaluatedAt()));
    }

    private static List<Block.Column> columns(String... keys) {
        return Stream.of(keys).map(key -> Block.Column.of(Text.of(key))).toList();
    }
}
