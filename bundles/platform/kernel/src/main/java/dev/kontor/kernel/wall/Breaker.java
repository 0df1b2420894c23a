package dev.kontor.kernel.wall;

/** Leaves a bundle alone after failures, then tries it with one call. Times in nanoseconds of a clock that only goes on. */
final class Breaker {

    private final int most;
    private final long rest;
    private int inARow;
    private boolean open;
    private boolean trying;
    private long until;

    Breaker(int most, long rest) {
        this.most = most;
        this.rest = rest;
    }

    /** Of those who ask after the rest, one is let through. */
    synchronized boolean allows(long now) {
        if (!open) {
            return true;
        }
        if (trying || now - until < 0) {
            return false;
        }
        trying = true;
        return true;
    }

    synchronized boolean rests() {
        return open;
    }

    synchronized void succeeded() {
        inARow = 0;
        open = false;
        trying = false;
    }

    /** Whoever tried came to nothing that tells: another may try. */
    synchronized void undecided() {
        trying = false;
    }

    /**
     * @param severe once is enough
     * @return whether it is left alone from now on, because of this
     */
    synchronized boolean failed(boolean severe, long now) {
        inARow++;
        boolean opens = (!open || trying) && (severe || trying || inARow >= most);
        if (opens) {
            open = true;
            trying = false;
            until = now + rest;
        }
        return opens;
    }
}
