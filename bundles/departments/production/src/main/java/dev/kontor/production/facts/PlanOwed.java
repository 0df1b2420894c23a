package dev.kontor.production.facts;

/**
 * What is to be planned: a cleared order that nobody planned at its revision, or one of whose machines was scrapped or struck.
 * None while a change of the order is under review, and none of an order whose machines are all finished.
 *
 * @param scrapped serial number of the machine in whose place another is to be built; empty when the whole order is to be planned, or
 *     one of its machines was struck
 * @param deliveryOn the order's day of delivery, ISO 8601
 */
public record PlanOwed(String scrapped, String deliveryOn) {}
