package dev.kontor.kernel.desk;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.Money;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What one unit of a foreign currency is worth in yuan: the company's rate, which a rule set that adds contracts up brings
 * along as its parameter {@code rate-usd}.
 *
 * @param parameters every line of the sets that are asked
 */
record Rates(List<Parameter> parameters) {

    private static final String YUAN = "CNY";

    /**
     * By the rate in force on the day of signing, rounded half up to the fen.
     *
     * @throws Refused when there is none: a contract that cannot be counted must not read as one worth nothing
     */
    Money yuan(Money amount, LocalDate signedOn) {
        if (amount.currency().equals(YUAN)) {
            return amount;
        }
        String name = "rate-" + amount.currency().toLowerCase(Locale.ROOT);
        return parameters.stream()
                .filter(line -> line.name().equals(name) && line.unit().equals(YUAN) && !line.from().isAfter(signedOn))
                .max(Comparator.comparing(Parameter::from))
                .map(Parameter::value)
                .filter(rate -> rate.signum() > 0)
                .map(rate -> Money.rounded(amount.amount().multiply(rate), YUAN))
                .orElseThrow(() -> Refused.because(
                        Refused.Reason.UNAVAILABLE, Text.of("kernel.no-rate", amount.currency(), signedOn, name)));
    }
}
