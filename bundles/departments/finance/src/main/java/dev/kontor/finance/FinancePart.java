package dev.kontor.finance;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.opening.OpeningPart;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.text.Text;
import dev.kontor.finance.invoice.InvoicesBefore;
import dev.kontor.finance.receipt.ReceiptsBefore;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Brings in what an opened order's customer had paid and was invoiced. Exposure, due days and dunning follow when the order's
 * file arrives, as of any cleared order: by then what is paid is paid.
 */
@Component
public final class FinancePart implements OpeningPart {

    private final ReceiptsBefore receipts;
    private final InvoicesBefore invoices;

    @Activate
    public FinancePart(@Reference ReceiptsBefore receipts, @Reference InvoicesBefore invoices) {
        this.receipts = receipts;
        this.invoices = invoices;
    }

    @Override
    public Set<MilestoneName> brings() {
        return Set.of(MilestoneName.FINANCE_COLLECTED);
    }

    @Override
    public void takeOver(OrderFile file, OpenedOrder opened) {
        receipts.record(file, opened);
        invoices.record(file, opened);
    }

    @Override
    public List<Text> conflicts(OpenedOrder opened) {
        return invoices.taken(opened);
    }
}
