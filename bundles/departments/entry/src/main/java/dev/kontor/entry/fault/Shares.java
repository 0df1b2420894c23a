package dev.kontor.entry.fault;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.text.Text;
import dev.kontor.entry.Entry;
import java.math.BigDecimal;

/**
 * How much of an entry error each answers for, in per cent, together a hundred: whoever wrote the field, less what falls to
 * who confirmed it and to who passed it in the preliminary review.
 *
 * @param confirmer and {@code reviewer}: zero where nobody did
 */
public record Shares(BigDecimal writer, BigDecimal confirmer, BigDecimal reviewer) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /**
     * By the parameters of the submission that took the error along: nobody answers by a share that was set afterwards.
     *
     * @throws Refused when the company's parameters come to more than a hundred per cent
     */
    static Shares of(OrderView file, boolean confirmed, boolean reviewed) {
        BigDecimal confirmer = confirmed ? parameter(file, "confirmer-share") : BigDecimal.ZERO;
        BigDecimal reviewer = reviewed ? parameter(file, "reviewer-share") : BigDecimal.ZERO;
        BigDecimal writer = WHOLE.subtract(confirmer).subtract(reviewer);
        if (writer.signum() < 0) {
            throw Refused.because(Refused.Reason.UNAVAILABLE, Text.of("entry.error.shares", confirmer, reviewer));
        }
        return new Shares(writer, confirmer, reviewer);
    }

    private static BigDecimal parameter(OrderView file, String name) {
        return file.decision(Entry.SUBMISSION).stream()
                .map(Decision::parameters)
                .flatMap(parameters -> parameters.stream().filter(each -> each.name().equals(name)))
                .map(Parameter::value)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
