package dev.kontor.archive.facts;

/**
 * A document filed with the order, for rule sets that demand kinds of their own.
 *
 * @param filedOn ISO 8601
 * @param volume the order's volume that holds it; of one that no volume holds yet, the next
 */
public record DocumentFiled(String document, String kind, String by, String filedOn, int volume) {}
