package dev.kontor.supervision.facts;

import java.math.BigDecimal;

/**
 * What somebody in authority is about to decide on a violation.
 *
 * @param proposed the most points there are to take: as proposed, or on an appeal as decided first
 * @param loss that the violation caused and that is proved, in CNY; zero if none
 * @param compensation that is asked for it, in CNY; zero if none
 * @param payShare of the month's pay that it takes together with what was decided for the month before, in per cent; 100 when
 *     the pay is not known
 * @param bonus how much of the month's bonus is withheld, in per cent; zero if none
 * @param bonusShare the same together with what was decided for the month before
 * @param payLeft of the month's pay, in CNY, once it and what was decided for the month before are taken; zero when the pay is not known
 */
public record Ruling(
        int proposed,
        int points,
        BigDecimal loss,
        BigDecimal compensation,
        BigDecimal payShare,
        BigDecimal bonus,
        BigDecimal bonusShare,
        BigDecimal payLeft) {

    public Ruling(int proposed, int points, BigDecimal loss, BigDecimal compensation, BigDecimal payShare) {
        this(proposed, points, loss, compensation, payShare, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
