package dev.kontor.finance.receipt;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.opening.OpenedOrder.Paid;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.finance.schedule.Payment;
import java.math.BigDecimal;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What had come for an opened order, allocated to the instalments for which it came. */
@Component(service = ReceiptsBefore.class)
public final class ReceiptsBefore {

    private final Receipts receipts;

    @Activate
    public ReceiptsBefore(@Reference Receipts receipts) {
        this.receipts = receipts;
    }

    /** Whoever asks the schedule afterwards sees it paid; here nothing is dunned, held or freed. */
    public void record(OrderFile file, OpenedOrder opened) {
        String evidence = OpenedOrder.evidence(file).id();
        int number = 0;
        for (Paid paid : opened.paid()) {
            number++;
            Receipt receipt = new Receipt(file, voucher(file.number(), paid, number), file.order().orElseThrow().customerName(),
                    paid.amount(), paid.on(), BigDecimal.ONE, Optional.empty());
            receipt.prove(evidence, "");
            receipt.allocated(paid.amount());
            receipts.keep(receipt);
            receipts.keep(new Payment(receipt.id(), paid.on(), paid.instalment(), paid.amount(), file));
        }
    }

    /** As it was numbered elsewhere; where one receipt was for several orders, or has no number, the order tells them apart. */
    private String voucher(OrderNumber order, Paid paid, int number) {
        String own = order + "-" + number;
        if (paid.voucher().isEmpty()) {
            return own;
        }
        String both = paid.voucher() + " " + own;
        return receipts.byVoucher(paid.voucher()).isEmpty() ? paid.voucher() : both.substring(Math.max(0, both.length() - 64));
    }
}
