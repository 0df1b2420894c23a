package dev.kontor.archive.facts;

/**
 * A kind of document that the company demands in the volumes of every order.
 *
 * @param role who owes it
 * @param supplementary it arises after the order is completed only
 * @param volume the volume that would be filed now: 1 for the order's own, 2 and more for supplementary ones
 * @param documents how many the order has, in whichever volume
 * @param exempt this order does not owe it: the company began to demand it after the order was completed, or company
 *     leadership ended the order
 * @param monthsSince whole calendar months since the order was completed; 0 while it is under way
 */
public record RequiredKind(
        String kind, String role, boolean supplementary, int volume, int documents, boolean exempt, int monthsSince) {

    public RequiredKind(String kind, String role, boolean supplementary, int volume, int documents) {
        this(kind, role, supplementary, volume, documents, false);
    }

    public RequiredKind(String kind, String role, boolean supplementary, int volume, int documents, boolean exempt) {
        this(kind, role, supplementary, volume, documents, exempt, 0);
    }
}
