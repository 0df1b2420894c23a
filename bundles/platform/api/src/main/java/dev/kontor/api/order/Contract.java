package dev.kontor.api.order;

import java.time.LocalDate;
import java.util.List;

/**
 * The contract that an order carries out: signed, or still a draft while the order is not registered.
 *
 * @param number the company's number of it
 * @param kind {@code sale}, or {@code framework} where one contract carries several orders
 * @param callOff which order of a framework contract; empty for a sale
 * @param customerNumber the customer's own number of the contract; empty if none
 * @param signedOn the day of the last signature; the entry deadline counts from it. The planned day of a draft
 * @param agreements supplementary agreements, oldest first
 */
public record Contract(
        ContractNumber number,
        String kind,
        String callOff,
        String customerNumber,
        LocalDate signedOn,
        List<SupplementaryAgreement> agreements) {

    public static final String SALE = "sale";
    public static final String FRAMEWORK = "framework";

    public Contract {
        agreements = List.copyOf(agreements);
    }

    /** The call-off as orders of one contract are told apart by it: like contract numbers. */
    public String callOffKey() {
        return ContractNumber.canonical(callOff);
    }

    /**
     * A signed change of the contract.
     *
     * @param number as on the paper
     * @param document the id of the filed document
     */
    public record SupplementaryAgreement(String number, LocalDate signedOn, String document) {

        /** Whether it is the one with this number: case, spaces and full-width characters make no difference. */
        public boolean isNumbered(String written) {
            return ContractNumber.canonical(number).equals(ContractNumber.canonical(written));
        }
    }
}
