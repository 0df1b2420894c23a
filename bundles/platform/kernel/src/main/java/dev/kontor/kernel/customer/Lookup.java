package dev.kontor.kernel.customer;

import dev.kontor.kernel.search.Terms;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A search in a master: every term of the query begins a word of the entry. Terms hold letters and digits only, so that
 * nothing typed is a pattern.
 */
record Lookup(List<String> terms) {

    private static final int MOST_TERMS = 20;
    private static final int MOST_ROWS = 500;
    /** What the column takes. */
    private static final int LONGEST = 2_000;

    static Lookup of(String query) {
        return new Lookup(Terms.ofQuery(query).stream().limit(MOST_TERMS).toList());
    }

    String where() {
        return terms.isEmpty()
                ? ""
                : "where " + String.join(" and ", terms.stream().map(term -> "search_words like ?").toList());
    }

    /** The same and one condition more, whose values come behind the patterns. */
    String whereAnd(String condition) {
        String where = where();
        return condition.isEmpty() ? where : (where.isEmpty() ? "where " : where + " and ") + condition;
    }

    Object[] patternsAnd(Object... values) {
        return Stream.concat(Stream.of(patterns()), Stream.of(values)).toArray();
    }

    Object[] patterns() {
        return terms.stream().map(term -> "% " + term + "%").toArray();
    }

    static int most(int limit) {
        return Math.max(1, Math.min(limit, MOST_ROWS));
    }

    /** Terms side by side, a space before each. */
    static String words(Collection<String> terms, String key) {
        StringBuilder words = new StringBuilder();
        Terms.ofText(key).forEach(term -> words.append(' ').append(term));
        for (String term : terms) {
            if (words.length() + term.length() + 1 <= LONGEST) {
                words.append(' ').append(term);
            }
        }
        return words.toString();
    }

    /** Equal for names that a reader would take for the same. */
    static String digest(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{P}\\p{Cf}]+", "");
        try {
            byte[] bytes = (plain.isEmpty() ? name : plain).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
