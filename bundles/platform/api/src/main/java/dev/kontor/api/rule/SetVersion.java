package dev.kontor.api.rule;

/**
 * A rule set at one version.
 *
 * @param set {@code review/joint}, or {@code export-licence/review.joint} for one that is attached
 * @param number 1 for the first version ever activated, one more for each new digest
 * @param digest SHA-256 over all its files, lower-case hex: what decides is known by it
 */
public record SetVersion(String set, int number, String digest) {

    public String shortDigest() {
        return digest.substring(0, 12);
    }
}
