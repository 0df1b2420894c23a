package dev.kontor.api.order;

/**
 * One clause of the contract, entered so that it can be reviewed by itself.
 *
 * @param kind {@code exemption} (免责), {@code breach} (违约责任), {@code warranty}, {@code dispute}, {@code delivery},
 *     {@code acceptance} or {@code other}
 * @param number its number in the contract
 * @param words its words in the contract
 * @see "Regulation, clauses 3.2 and 4.2 (R-3.4, R-4.11)"
 */
public record ContractTerm(String kind, String number, String words) {

    /** Whether legal must find on this clause by itself. */
    public boolean isKey() {
        return kind.equals("exemption") || kind.equals("breach");
    }
}
