package dev.kontor.finance.facts;

/**
 * Something that is due under the contract whose breach clause sets a penalty, and how late it is. Calendar days.
 *
 * @param matter what: {@code delivery}, a serial number, {@code instalment-2}
 * @param side {@code late-delivery} or {@code late-payment}
 * @param contractClause number of the breach clause in the contract
 * @param daysLate 0 when it was or is in time
 * @param graceDays what the clause allows
 * @param daysBeyondGrace days late less the grace; 0 within it
 */
public record ContractDelay(
        String matter, String side, String contractClause, int daysLate, int graceDays, int daysBeyondGrace) {}
