package dev.kontor.archive.book;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words that volumes are found by. Letters and digits make a word; what hyphens, dots and strokes join, a number say, is
 * found whole and from each of its parts on. Of Chinese every character and every pair counts. Full-width and half-width,
 * capitals and small letters are the same.
 */
final class Terms {

    private static final int LONGEST = 60;
    private static final Pattern CHINESE = Pattern.compile("\\p{IsIdeographic}+");
    private static final String WORD = "[\\p{L}\\p{N}&&[^\\p{IsIdeographic}]]+";
    private static final Pattern JOINT = Pattern.compile("[-._/·]");
    private static final Pattern JOINED = Pattern.compile(WORD + "(?:" + JOINT + WORD + ")*");
    private static final Pattern PART = Pattern.compile("\\p{N}+|\\P{N}+");

    private Terms() {}

    static Set<String> ofText(String text) {
        String plain = plain(text);
        Set<String> terms = new LinkedHashSet<>();
        for (String run : found(CHINESE, plain)) {
            run.codePoints().forEach(point -> terms.add(Character.toString(point)));
            terms.addAll(pairs(run));
        }
        for (String joined : found(JOINED, plain)) {
            String[] words = JOINT.split(joined);
            for (int i = 0; i < words.length; i++) {
                terms.add(cut(String.join("", List.of(words).subList(i, words.length))));
                found(PART, words[i]).forEach(part -> terms.add(cut(part)));
            }
        }
        return terms;
    }

    /** What somebody looks for: of Chinese the pairs, the character itself where it stands alone. */
    static Set<String> ofQuery(String query) {
        String plain = plain(query);
        Set<String> terms = new LinkedHashSet<>();
        for (String run : found(CHINESE, plain)) {
            terms.addAll(run.codePointCount(0, run.length()) > 1 ? pairs(run) : Set.of(run));
        }
        found(JOINED, plain).forEach(joined -> terms.add(cut(JOINT.matcher(joined).replaceAll(""))));
        return terms;
    }

    static boolean isChinese(String term) {
        return Character.isIdeographic(term.codePointAt(0));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<String> pairs(String run) {
        int[] points = run.codePoints().toArray();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < points.length; i++) {
            pairs.add(Character.toString(points[i]) + Character.toString(points[i + 1]));
        }
        return pairs;
    }

    private static String cut(String word) {
        if (word.length() <= LONGEST) {
            return word;
        }
        return word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
