package dev.kontor.aftersales.facts;

/**
 * Somebody asks whether a machine, or an order as a whole, is under warranty.
 *
 * @param serial of the machine; empty for the order as a whole
 * @param kind of service, as it was asked for
 * @param like which of the regulation's kinds it is like: {@code installation}, {@code repair}, {@code maintenance} or
 *     {@code consulting}
 * @param delivered the customer has accepted and signed
 * @param deliveredOn ISO 8601; empty when not delivered
 * @param monthsBegun calendar months begun since then: 12 on the day twelve months after it, 13 on the next day
 * @param agreedMonths what the contract's warranty clause says; 0 when it has none
 * @param arrivedOn ISO 8601; empty when not arrived
 * @param arrivalBegun calendar months begun since then
 * @param arrivalMonths at most so many months from arrival, by the contract; 0 when it says nothing of it
 */
public record WarrantyClaim(
        String serial,
        String kind,
        String like,
        boolean delivered,
        String deliveredOn,
        int monthsBegun,
        int agreedMonths,
        String arrivedOn,
        int arrivalBegun,
        int arrivalMonths) {

    /** Of a contract that says nothing of arrival. */
    public WarrantyClaim(
            String serial, String kind, String like, boolean delivered, String deliveredOn, int monthsBegun, int agreedMonths) {
        this(serial, kind, like, delivered, deliveredOn, monthsBegun, agreedMonths, "", 0, 0);
    }
}
