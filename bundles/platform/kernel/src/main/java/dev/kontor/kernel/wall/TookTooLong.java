package dev.kontor.kernel.wall;

/** Who waited has gone on without the thread. */
final class TookTooLong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Bulkhead blamed;

    TookTooLong(Bulkhead blamed, String call, Thread thread) {
        super("%s of %s did not come back in time.".formatted(call, blamed.owner().name()));
        this.blamed = blamed;
        setStackTrace(thread.getStackTrace());
    }

    Bulkhead blamed() {
        return blamed;
    }
}
