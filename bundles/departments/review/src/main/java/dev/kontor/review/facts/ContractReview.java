package dev.kontor.review.facts;

/**
 * How a signed contract stands to the review that may come before signing.
 *
 * @param number of the contract
 * @param kind {@code sale} or {@code framework}
 * @param representative who answers for the order
 * @param concluded a contract review found no objection, on the day of signing at the latest
 * @param asSigned it was the very contract that was signed: file and content have equal digests
 */
public record ContractReview(String number, String kind, String representative, boolean concluded, boolean asSigned) {}
