package dev.kontor.cli;

import java.io.IOException;
import java.util.List;

/** One of the commands of {@code bin/kontor}. */
interface Command {

    /**
     * Does it.
     *
     * @throws Misused when the arguments are not understood
     * @throws Declined when the platform refuses
     * @throws Unreachable when the platform does not answer
     */
    Ending run(List<String> arguments) throws IOException, InterruptedException;

    /** The arguments are not understood; the command's help is shown. */
    final class Misused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misused() {
            super("misused");
        }
    }

    /** The platform does not answer at this address. */
    final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreachable(String address, Throwable cause) {
            super(address, cause);
        }
    }
}
