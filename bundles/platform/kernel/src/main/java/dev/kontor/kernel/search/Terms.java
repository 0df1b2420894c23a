package dev.kontor.kernel.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Takes text apart into what is looked up: words of letters and digits, and of scripts that write no spaces every
 * character and every pair. Full-width and half-width, capitals and small letters are the same.
 */
public final class Terms {

    /** Longer words are cut, in the index as in the query. */
    private static final int LONGEST = 64;

    private Terms() {}

    /** What a text is found by. */
    public static Set<String> ofText(String text) {
        Set<String> terms = new LinkedHashSet<>();
        runs(text, (run, dense) -> {
            if (dense) {
                singles(run, terms);
                pairs(run, terms);
            } else {
                terms.add(cut(run));
                parts(run, terms);
            }
        });
        return terms;
    }

    /** Of a word of letters and digits each run of either: HT20260931 is found by 20260931 too. */
    private static void parts(String run, Set<String> terms) {
        for (String part : run.split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)")) {
            terms.add(cut(part));
        }
    }

    /** Whether the term is of a script that writes no spaces. */
    public static boolean isDense(String term) {
        return isDense(term.codePointAt(0));
    }

    private static boolean isDense(int point) {
        return Character.isIdeographic(point) || isKana(point);
    }

    /** The first of all texts that come behind those that begin with the prefix, by code point. */
    public static String behind(String prefix) {
        int last = prefix.codePointBefore(prefix.length());
        int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return prefix.substring(0, prefix.length() - Character.charCount(last)) + Character.toString(next);
    }

    /** What a query asks for: of a dense run its pairs, and the character itself where there is one alone. */
    public static Set<String> ofQuery(String query) {
        Set<String> terms = new LinkedHashSet<>();
        runs(query, (run, dense) -> {
            if (!dense) {
                terms.add(cut(run));
            } else if (run.codePointCount(0, run.length()) == 1) {
                terms.add(run);
            } else {
                pairs(run, terms);
            }
        });
        return terms;
    }

    private static void runs(String text, BiConsumer<String, Boolean> found) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder run = new StringBuilder();
        boolean dense = false;
        for (int point : plain.codePoints().toArray()) {
            boolean word = Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
            boolean denseHere = isDense(point);
            if (!run.isEmpty() && (!word || dense != denseHere)) {
                found.accept(run.toString(), dense);
                run.setLength(0);
            }
            if (word) {
                run.appendCodePoint(point);
                dense = denseHere;
            }
        }
        if (!run.isEmpty()) {
            found.accept(run.toString(), dense);
        }
    }

    private static boolean isKana(int point) {
        Character.UnicodeScript script = Character.UnicodeScript.of(point);
        return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
    }

    private static void singles(String run, Set<String> terms) {
        run.codePoints().forEach(point -> terms.add(Character.toString(point)));
    }

    private static void pairs(String run, Set<String> terms) {
        int[] points = run.codePoints().toArray();
        for (int i = 0; i + 1 < points.length; i++) {
            terms.add(Character.toString(points[i]) + Character.toString(points[i + 1]));
        }
    }

    private static String cut(String word) {
        if (word.length() <= LONGEST) {
            return word;
        }
        int end = Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return word.substring(0, end);
    }
}
