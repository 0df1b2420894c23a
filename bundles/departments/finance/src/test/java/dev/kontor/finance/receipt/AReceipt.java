package dev.kontor.finance.receipt;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Money;
import java.math.BigDecimal;
import java.util.Optional;

/** A receipt in the order's currency that came today, of which nothing is allocated. */
public final class AReceipt {

    private AReceipt() {}

    public static Receipt of(OrderFile file, String voucher, Money amount) {
        Receipt receipt = new Receipt(file, voucher, "Huadong Machinery", amount, file.today(), BigDecimal.ONE, Optional.empty());
        receipt.prove("a document", "");
        return receipt;
    }
}
