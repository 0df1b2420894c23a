package ${package}.facts;

/**
 * Whether somebody has said what the order is for.
 *
 * @param said false while nobody has
 */
public record PurposeSaid(boolean said) {}
