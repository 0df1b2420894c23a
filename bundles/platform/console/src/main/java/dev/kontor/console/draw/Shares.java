package dev.kontor.console.draw;

import dev.kontor.api.page.Block;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How long the beams of a chart are beside each other. */
public final class Shares {

    /** Of the longest. */
    private static final BigDecimal LONGEST = BigDecimal.valueOf(1000);

    private Shares() {}

    /** @param length in thousandths of the longest */
    public record Share(Block.Beam beam, int length) {}

    public static List<Share> of(Block.Chart chart) {
        BigDecimal most = chart.beams().stream().map(beam -> beam.amount().amount()).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        return chart.beams().stream().map(beam -> new Share(beam, length(beam.amount().amount(), most))).toList();
    }

    /** What there is at all is seen. */
    private static int length(BigDecimal amount, BigDecimal most) {
        return amount.signum() <= 0 ? 0 : Math.max(4, amount.multiply(LONGEST).divide(most, 0, RoundingMode.HALF_UP).intValueExact());
    }
}
