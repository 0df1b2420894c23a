package dev.kontor.finance.facts;

/**
 * How far an order's figures are from a settlement.
 *
 * @param collected every instalment is paid but retention money that is not due
 * @param completed delivered and collected
 * @param differences how many figures of schedule, invoices, receipts and deliveries do not agree
 * @param confirmedByFinance these very figures are confirmed by finance
 * @param settled and by sales
 * @param handedOver the papers are handed to the archive
 */
public record SettlementFigures(
        boolean collected, boolean completed, int differences, boolean confirmedByFinance, boolean settled, boolean handedOver) {}
