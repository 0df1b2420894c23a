package dev.kontor.production.purchasing;

import java.math.BigDecimal;

/** What can be bought and come: more than nothing, as exact as it is kept. */
final class Quantity {

    private static final int SCALE = 3;
    private static final BigDecimal MOST = BigDecimal.TEN.pow(15);

    private Quantity() {}

    static boolean isOne(BigDecimal number) {
        return number.signum() > 0 && isOneOrNone(number);
    }

    static boolean isOneOrNone(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(MOST) < 0 && number.stripTrailingZeros().scale() <= SCALE;
    }
}
