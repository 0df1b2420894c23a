package dev.kontor.finance.receipt;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders outside the flow, found by their money. */
@Component
public final class OutsidePage implements Page {

    private static final int MOST = 500;
    private static final Set<Role> WRITERS = Set.of(Role.FINANCE_REVIEWER, Role.FINANCE_CREDIT);

    private final StrayReceipts receipts;

    @Activate
    public OutsidePage(@Reference StrayReceipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public String path() {
        return "finance/outside";
    }

    @Override
    public Text title() {
        return Text.of("finance.outside");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("finance", "alert-triangle", 30));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_REVIEWER, Role.FINANCE_CREDIT, Role.SALES_HEAD, Role.LEADERSHIP, Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        boolean writes = query.reader().holdsAny(WRITERS);
        View view = View.of(
                        title(),
                        new Block.Table(
                                title(),
                                Stream.of("received-on", "voucher", "payer", "amount", "contract", "remarks", "by", "state")
                                        .map(name -> name.equals("amount")
                                                ? Block.Column.number(Text.of("finance." + name))
                                                : Block.Column.of(Text.of("finance." + name)))
                                        .toList(),
                                receipts.all(MOST).stream().map(each -> row(each, writes)).toList(),
                                "",
                                Text.of("finance.outside-none")))
                .withAbove(Text.of("finance.outside-above"));
        return writes
                ? view.withAction(new Cell.Link(Text.of("finance.report-receipt"), "do/finance/report-receipt", "plus"))
                : view;
    }

    private static List<Cell> row(StrayReceipt receipt, boolean writes) {
        return List.of(
                new Cell.Day(receipt.receivedOn()),
                Cell.plain(receipt.voucher()),
                Cell.plain(receipt.payer()),
                new Cell.Amount(receipt.amount()),
                Cell.plain(receipt.contract().map(Object::toString).orElse("")),
                Cell.plain(receipt.remarks()),
                new Cell.Many(List.of(Cell.person(receipt.reportedBy()), new Cell.Moment(receipt.reportedAt()))),
                state(receipt, writes));
    }

    private static Cell state(StrayReceipt receipt, boolean writes) {
        if (!receipt.isOpen()) {
            return new Cell.Many(List.of(
                    Cell.link(Text.plain(receipt.order()), "orders/" + receipt.order()),
                    Cell.plain(receipt.explanation()),
                    Cell.person(receipt.settledBy())));
        }
        Cell open = new Cell.Badge(Tone.BAD, Text.of("finance.outside-open"));
        return writes
                ? new Cell.Many(List.of(
                        open, Cell.link(Text.of("finance.settle-receipt"), "do/finance/settle-receipt?subject=" + receipt.id())))
                : open;
    }
}
