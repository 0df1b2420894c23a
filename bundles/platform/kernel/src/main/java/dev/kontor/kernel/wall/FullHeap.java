package dev.kontor.kernel.wall;

/** Whether a heap stays full: what lives fills it after one collection and the next, several looks long. */
final class FullHeap {

    private final double limit;
    private final int most;
    private long seen;
    private int inARow;

    /**
     * @param limit part of the heap from which on it counts as full
     * @param most looks in a row
     */
    FullHeap(double limit, int most) {
        this.limit = limit;
        this.most = most;
    }

    /**
     * @param collections how many there were; a look that saw none tells nothing
     * @param live part of the heap that the last one could not free
     * @return whether it has been full for long enough
     */
    boolean stays(long collections, double live) {
        if (collections != seen) {
            seen = collections;
            inARow = live >= limit ? inARow + 1 : 0;
        }
        return inARow >= most;
    }

    /** There was not even room for looking. */
    boolean stays() {
        inARow++;
        return inARow >= most;
    }
}
