package dev.kontor.entry.facts;

/**
 * What Java has computed about the revision in force, so that rules only compare.
 *
 * @param contractFiled the signed contract is filed with the order
 * @param terms how many clauses are entered
 * @param keyTerms how many of them are about exemption or liability for breach
 * @param reachable the contact has a phone or an e-mail address
 * @param planCovers the instalments add up to the total
 * @param deliveryAfterSigning the delivery date is not before the signing date
 * @param signedInTime the contract was not signed in the future
 * @param lines how many lines
 * @param describedLines lines with at least one technical parameter
 */
public record EnteredOrder(
        boolean contractFiled,
        int terms,
        int keyTerms,
        boolean reachable,
        boolean planCovers,
        boolean deliveryAfterSigning,
        boolean signedInTime,
        int lines,
        int describedLines) {}
