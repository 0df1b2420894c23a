package dev.kontor.kernel.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The ends that journals had at a moment, chained to the anchor before. As a file it is lines of text, the last of which
 * signs all that stand before it.
 *
 * @param before SHA-256 of the file of the anchor before; {@link #FIRST} when there is none
 */
public record Anchor(long number, Instant at, String before, List<Head> heads) {

    static final String FIRST = "-";
    private static final String FORMAT = "kontor-anchor 1";
    private static final String SIGNATURE = "signature ";
    private static final String ALGORITHM = "Ed25519";

    /** A journal's last entry. */
    public record Head(String journal, long sequence, String hash) {}

    public Anchor {
        heads = List.copyOf(heads);
    }

    String signed(PrivateKey key) throws GeneralSecurityException {
        String text = text();
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(key);
        signature.update(bytes(text));
        return text + SIGNATURE + Base64.getEncoder().encodeToString(signature.sign()) + "\n";
    }

    private String text() {
        StringBuilder text = new StringBuilder("%s\nnumber %d\nat %s\nbefore %s\n".formatted(FORMAT, number, at, before));
        heads.forEach(head -> text.append("head ").append(head.journal()).append(' ').append(head.sequence()).append(' ')
                .append(head.hash()).append('\n'));
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What stands in a file; empty when a byte of it is not as it was signed. */
    static Optional<Anchor> verified(String file, PublicKey key) {
        int end = file.lastIndexOf(SIGNATURE);
        if (end < 0 || !file.endsWith("\n")) {
            return Optional.empty();
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(bytes(file.substring(0, end)));
            String written = file.substring(end + SIGNATURE.length(), file.length() - 1);
            byte[] signed = Base64.getDecoder().decode(written);
            boolean good = Base64.getEncoder().encodeToString(signed).equals(written) && signature.verify(signed);
            return good ? Optional.of(read(file.substring(0, end))) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException when it is no anchor */
    static Anchor read(String text) {
        Iterator<String> lines = text.lines().iterator();
        try {
            value(FORMAT, lines);
            long number = Long.parseLong(value("number ", lines));
            Instant at = Instant.parse(value("at ", lines));
            String before = value("before ", lines);
            List<Head> heads = new ArrayList<>();
            while (lines.hasNext()) {
                String line = lines.next();
                if (line.startsWith(SIGNATURE)) {
                    break;
                }
                String[] part = line.split(" ");
                heads.add(new Head(part[1], Long.parseLong(part[2]), part[3]));
            }
            return new Anchor(number, at, before, heads);
        } catch (DateTimeException | IndexOutOfBoundsException | java.util.NoSuchElementException e) {
            throw new IllegalArgumentException("This is no anchor: " + text.lines().findFirst().orElse(""), e);
        }
    }

    private static String value(String name, Iterator<String> lines) {
        String line = lines.next();
        if (!line.startsWith(name)) {
            throw new IllegalArgumentException("A line of an anchor begins with '%s' and not '%s'.".formatted(line, name));
        }
        return line.substring(name.length());
    }
}
