package ${package}.facts;

/**
 * How many statements an order has.
 *
 * @param count 0 while none was given
 */
public record StatementsGiven(int count) {}
