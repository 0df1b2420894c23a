package dev.kontor.finance.receipt;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import dev.kontor.finance.Currencies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What no receipt can be, whether or not its order is known. */
final class ReceiptChecks {

    private ReceiptChecks() {}

    /** @param contract its currency; empty where no order is known */
    static void common(LocalDate today, Values values, Optional<String> contract) {
        if (values.number("amount").orElseThrow().signum() <= 0) {
            throw Refused.at("amount", Text.of("finance.amount-positive"));
        }
        Currencies.demand(values, contract);
        if (values.date("received-on").orElseThrow().isAfter(today)) {
            throw Refused.at("received-on", Text.of("finance.received-ahead"));
        }
    }

    /** One in another currency than its order's is worth what a rate of a day says. */
    static void rate(LocalDate today, Values values) {
        BigDecimal rate = values.number("rate").orElseThrow(() -> Refused.at("rate", Text.of("finance.receipt.rate-missing")));
        if (rate.signum() <= 0 || rate.scale() > 8 || rate.precision() - rate.scale() > 9) {
            throw Refused.at("rate", Text.of("finance.receipt.rate-wrong"));
        }
        if (values.date("rate-on").filter(day -> !day.isAfter(today)).isEmpty()) {
            throw Refused.at("rate-on", Text.of("finance.receipt.rate-on-missing"));
        }
    }
}
