package dev.kontor.production.facts;

/**
 * By when a material that is requested has to be ordered to come on its day; none of one that nobody agreed on or delivered.
 *
 * @param request in which it is requested
 * @param requisition its id
 * @param supplier the approved one that takes the fewest days
 * @param orderBy the day of need without these days, ISO 8601
 * @param slack working days left until {@code orderBy}; negative when it is past
 */
public record SupplyLead(String request, String requisition, String material, String supplier, String orderBy, int slack) {}
