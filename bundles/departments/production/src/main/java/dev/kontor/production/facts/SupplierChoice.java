package dev.kontor.production.facts;

/**
 * From whom a purchase that is not placed yet is made, as long as nobody has answered about it.
 *
 * @param contract number of the purchase contract
 * @param supplier its code
 * @param approved the company approves of it on the day
 * @param reason why it was chosen in spite of what the company holds of it; empty if nobody had to say
 */
public record SupplierChoice(String contract, String supplier, boolean approved, String reason) {}
