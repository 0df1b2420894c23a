package dev.kontor.kernel.wall;

/** A part of a reading has spoilt the transaction: the reading begins anew without it. */
final class Again extends RuntimeException implements Passing {

    private static final long serialVersionUID = 1L;

    private final transient Bulkhead without;

    Again(Bulkhead without) {
        super("Once more without " + without.owner().name(), null, false, false);
        this.without = without;
    }

    Bulkhead without() {
        return without;
    }
}
