package dev.kontor.review;

import dev.kontor.api.order.Contact;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.Order;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which contract a round judged. An opinion on the draft of a contract holds for the signed one if both digests are equal,
 * and for no other.
 *
 * @param file SHA-256 of the contract's file; empty for an order whose entry did not keep it
 * @param content SHA-256 of what the contract says, as entered
 */
public record Judged(String file, String content) {

    private static final String FILE = "more.entry.contract-file";

    public static Judged of(Order order) {
        Map<String, String> fields = new TreeMap<>(Differences.fields(contractAlone(order)));
        String file = fields.getOrDefault(FILE, "");
        fields.remove(FILE);
        StringBuilder words = new StringBuilder();
        fields.forEach((name, value) -> words.append(name).append(' ').append(value.length()).append(' ').append(value).append('\n'));
        return new Judged(file, sha256(words.toString()));
    }

    /** Without what is known on signing only, and what is no part of the contract. */
    private static Order contractAlone(Order order) {
        Contract paper = order.contract();
        Contract unsigned =
                new Contract(paper.number(), paper.kind(), paper.callOff(), "", LocalDate.EPOCH, paper.agreements());
        return new Order(
                order.number(), 0, unsigned, order.customer(), order.customerName(), new Contact("", "", ""), order.lines(),
                order.payment(), order.delivery(), order.terms(), order.representative(), "", order.more());
    }

    /** Whether it is known to be the same contract. */
    public boolean isSame(Judged other) {
        return !file.isEmpty() && equals(other);
    }

    private static String sha256(String words) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256.", missing);
        }
    }
}
