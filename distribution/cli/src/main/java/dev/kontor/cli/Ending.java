package dev.kontor.cli;

/** How a command ends, as the shell sees it. */
enum Ending {
    DONE(0),
    /** It was refused, or something is not as it should be; said why. */
    FAILED(1),
    /** The command was not understood. */
    MISUSED(2),
    /** The platform does not run, or does not answer. */
    UNREACHABLE(3);

    private final int code;

    Ending(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
