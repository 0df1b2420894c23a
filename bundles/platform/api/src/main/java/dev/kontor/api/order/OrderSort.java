package dev.kontor.api.order;

/**
 * In which order a list of orders stands. Where two are alike the one registered later comes first, or last where it
 * rises.
 *
 * @param rising smallest, or earliest, first
 */
public record OrderSort(By by, boolean rising) {

    public static final OrderSort NEWEST = new OrderSort(By.NUMBER, false);

    public enum By {
        /** In which they were registered. */
        NUMBER,
        SIGNED_ON,
        /** By the deadline that comes first; orders without one are due last. */
        DUE,
        /** By currency, and by the amount within each. */
        TOTAL
    }
}
