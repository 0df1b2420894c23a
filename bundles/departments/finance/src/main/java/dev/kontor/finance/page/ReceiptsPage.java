package dev.kontor.finance.page;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.finance.receipt.Receipt;
import dev.kontor.finance.receipt.Receipts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every receipt, the latest first; above them those of which something is not allocated. */
@Component
public final class ReceiptsPage implements Page {

    private static final int ROWS = 50;
    private static final int MOST_OPEN = 200;

    /** Behind every day that a form takes. */
    private static final String LAST = "9999-12-31";

    private final Receipts receipts;

    @Activate
    public ReceiptsPage(@Reference Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public String path() {
        return "finance/receipts";
    }

    @Override
    public Text title() {
        return Text.of("finance.receipt.receipts");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("finance", "cash", 8));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_CLERK, Role.FINANCE_REVIEWER, Role.FINANCE_CREDIT, Role.LEADERSHIP, Role.SUPERVISOR, Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        String after = query.parameter("after");
        List<Block> blocks = new ArrayList<>();
        List<Receipt> open = after.isEmpty() ? receipts.open(MOST_OPEN) : List.of();
        if (!open.isEmpty()) {
            blocks.add(flagged(open, query.reader().holds(Role.FINANCE_CLERK)));
        }
        int blank = after.indexOf('_');
        int rows = query.rows(ROWS);
        List<Receipt> found =
                receipts.before(blank < 0 ? LAST : after.substring(0, blank), blank < 0 ? "" : after.substring(blank + 1), rows);
        String next = found.size() < rows ? "" : next(found.get(found.size() - 1), rows);
        blocks.add(ReceiptBlocks.table(found, title(), next));
        return View.of(title(), blocks.toArray(Block[]::new)).refreshedBy("order.changed");
    }

    private static String next(Receipt last, int rows) {
        return "finance/receipts?rows=%d&after=%s_%s".formatted(rows, last.receivedOn(), last.id());
    }

    private static Block flagged(List<Receipt> open, boolean clerk) {
        return new Block.Table(
                Text.of("finance.receipt.flagged"),
                DueCells.columns("received-on", "voucher", "payer", "#amount", "order", "by", "state", "schedule.next"),
                open.stream().map(receipt -> row(receipt, clerk)).toList(),
                "",
                Text.plain(""));
    }

    private static List<Cell> row(Receipt receipt, boolean clerk) {
        List<Cell> cells = new ArrayList<>(ReceiptBlocks.row(receipt));
        cells.add(clerk
                ? Cell.link(Text.of("finance.receipt.move"), "do/finance/move-receipt?subject=" + receipt.id())
                : Cell.plain(""));
        return cells;
    }
}
