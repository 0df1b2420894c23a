package dev.kontor.aftersales.facts;

/**
 * A customer asks for service.
 *
 * @param serviceCase its number within the order, {@code S1}
 * @param kind as it was asked for; a company may have added it
 * @param like which of the regulation's kinds it is like: {@code installation}, {@code repair}, {@code maintenance} or
 *     {@code consulting}
 * @param warranty it is done under warranty
 */
public record ServiceRequest(String serviceCase, String kind, String like, boolean warranty) {}
