package dev.kontor.store;

/** The store failed; its own words are in the cause and are not for people. */
public final class StoreFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a caller can do about it. */
    public enum Trouble {
        /** A deadlock, a lock that was waited for too long, or a serialisation failure: the whole command may be repeated. */
        RETRY,
        /** A unique key is taken: {@link #constraint} says which. */
        DUPLICATE,
        /** The database is away. */
        UNAVAILABLE,
        /** The database, or the disk that it writes to, has no room left. */
        FULL,
        /** A defect. */
        OTHER
    }

    private final Trouble trouble;
    private final String constraint;
    private final boolean uncertain;

    public StoreFailed(Trouble trouble, String constraint, boolean uncertain, Throwable cause) {
        super(trouble + (constraint.isEmpty() ? "" : " " + constraint), cause);
        this.trouble = trouble;
        this.constraint = constraint;
        this.uncertain = uncertain;
    }

    public Trouble trouble() {
        return trouble;
    }

    /** The name of the unique constraint or index, in lower case; empty when it is not one or not known. */
    public String constraint() {
        return constraint;
    }

    /** The connection broke during the commit: it may have been kept. */
    public boolean uncertain() {
        return uncertain;
    }
}
