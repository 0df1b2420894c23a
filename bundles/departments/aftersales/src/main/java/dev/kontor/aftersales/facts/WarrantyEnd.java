package dev.kontor.aftersales.facts;

/**
 * The warranty that the order's contract gives has begun.
 *
 * @param lastDay ISO 8601
 * @param months from acceptance
 * @param fromArrival at most so many months from arrival; 0 where the contract says nothing of it
 */
public record WarrantyEnd(String lastDay, int months, int fromArrival) {}
