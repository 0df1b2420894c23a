package dev.kontor.finance.facts;

/**
 * Money that came for the order was recorded just now.
 *
 * @param voucher its number
 * @param receivedOn ISO 8601
 * @param workingDays from the day on which it came to the day on which it was recorded: 0 on the same
 */
public record ReceiptRecorded(String voucher, String receivedOn, int workingDays) {}
