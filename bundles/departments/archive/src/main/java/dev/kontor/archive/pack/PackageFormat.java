package dev.kontor.archive.pack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What every package has beside its contents: a comment, the last thing of the zip, with the public key and a signature over
 * every byte before the signature.
 *
 * <pre>kontor-archive 2 &lt;key, 88 hex digits&gt; &lt;signature, 128 hex digits&gt;</pre>
 *
 * <p>Format 1 signs those bytes themselves, so whoever signs or verifies has all of them in memory; packages of it have at most
 * 25 MB. Format 2 signs their SHA-256 in the words of {@link #signed}.
 *
 * @param version 1 or 2
 */
record PackageFormat(int version, byte[] key, byte[] signature) {

    /** Its name tells a package from other archives. It comes first. */
    static final String MANIFEST = "kontor-archive.txt";

    /** How many characters the signature has in hex. */
    static final int SIGNATURE_DIGITS = Signing.SIGNATURE * 2;

    private static final String MARK = "kontor-archive 2 ";
    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern FORM =
            Pattern.compile("kontor-archive ([12]) ([0-9a-f]{" + Signing.KEY * 2 + "}) ([0-9a-f]{" + SIGNATURE_DIGITS + "})");

    /** How many characters the comment has. */
    static final int COMMENT = MARK.length() + Signing.KEY * 2 + 1 + SIGNATURE_DIGITS;

    /** The comment of a package that is being written, with room for the signature. */
    static String unsigned(byte[] key) {
        return MARK + HEX.formatHex(key) + " " + "0".repeat(SIGNATURE_DIGITS);
    }

    /** What a file ends in; empty when it is no package. */
    static Optional<PackageFormat> read(byte[] comment) {
        Matcher form = FORM.matcher(new String(comment, US_ASCII));
        return form.matches()
                ? Optional.of(new PackageFormat(
                        Integer.parseInt(form.group(1)), HEX.parseHex(form.group(2)), HEX.parseHex(form.group(3))))
                : Optional.empty();
    }

    /** What a package of format 2 signs. */
    static byte[] signed(byte[] digest) {
        return (MARK + "sha-256 " + HEX.formatHex(digest)).getBytes(US_ASCII);
    }
}
