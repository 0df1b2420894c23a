package dev.kontor.engine.version;

/**
 * What a change builds on.
 *
 * @param name of the file or the parameter that is changed; empty for any
 * @param digest of the version that is changed; empty for the one that decides
 */
record Base(String set, String name, String digest) {

    /** @param subject {@code review/joint}, {@code review/joint@parameters.csv} or {@code review/joint@parameters.csv@<digest>} */
    static Base of(String subject) {
        String[] parts = subject.split("@", 3);
        return new Base(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }
}
