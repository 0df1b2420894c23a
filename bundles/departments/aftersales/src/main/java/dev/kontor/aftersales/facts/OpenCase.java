package dev.kontor.aftersales.facts;

/**
 * A service case of the order that is not resolved.
 *
 * @param serviceCase its number within the order, {@code S1}
 * @param serial of the machine; empty for the order as a whole
 * @param warranty it is done under warranty
 * @param askedOn ISO 8601
 */
public record OpenCase(String serviceCase, String serial, String like, boolean warranty, String askedOn) {}
