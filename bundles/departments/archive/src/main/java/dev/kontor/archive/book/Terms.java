package dev.kontor.archive.book;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words that volumes are found by. Letters and digits make a word; what hyphens, dots and strokes join, a number say, is
 * found whole and from each of its parts on, and with a digit in it from each of its characters on: by the end of a serial
 * number too. Of Chinese every character and every pair counts, brackets between them left out too. A day is the same however it
 * is written, as are full-width and half-width, capitals and small letters.
 */
final class Terms {

    private static final int LONGEST = 60;
    private static final int SHORTEST_END = 4;
    private static final Pattern CHINESE = Pattern.compile("\\p{IsIdeographic}+");
    private static final Pattern BRACKET =
            Pattern.compile("(?<=\\p{IsIdeographic})[()\\[\\]{}<>〈〉《》「」『』【】〔〕]+(?=\\p{IsIdeographic})");
    private static final String WORD = "[\\p{L}\\p{N}&&[^\\p{IsIdeographic}]]+";
    private static final Pattern JOINT = Pattern.compile("[-._/·]");
    private static final Pattern JOINED = Pattern.compile(WORD + "(?:" + JOINT + WORD + ")*");
    private static final Pattern PART = Pattern.compile("\\p{N}+|\\P{N}+");
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");
    private static final String IN_A_CODE = "[-._/·\\p{L}\\p{N}&&[^\\p{IsIdeographic}]]";
    private static final Pattern DAY = Pattern.compile("(?<!" + IN_A_CODE + ")(\\d{4})"
            + "(?:([-./])(\\d{1,2})\\2(\\d{1,2})(?!" + IN_A_CODE + ")|年(\\d{1,2})月(?:(\\d{1,2})日?)?)");

    private Terms() {}

    static Set<String> ofText(String text) {
        String plain = plain(text);
        Set<String> terms = new LinkedHashSet<>();
        for (String run : found(CHINESE, plain)) {
            run.codePoints().forEach(point -> terms.add(Character.toString(point)));
            terms.addAll(pairs(run));
        }
        found(CHINESE, BRACKET.matcher(plain).replaceAll("")).forEach(run -> terms.addAll(pairs(run)));
        for (String joined : found(JOINED, plain)) {
            String[] words = JOINT.split(joined);
            for (int i = 0; i < words.length; i++) {
                terms.add(cut(String.join("", List.of(words).subList(i, words.length))));
                found(PART, words[i]).forEach(part -> terms.add(cut(part)));
            }
            terms.addAll(ends(cut(String.join("", words))));
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
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return DAY.matcher(plain).replaceAll(Terms::day);
    }

    /** As ISO 8601 has it; a month without a day is what the days of it begin with. */
    private static String day(MatchResult found) {
        return Stream.of(3, 4, 5, 6)
                .map(found::group)
                .filter(Objects::nonNull)
                .map(part -> part.length() == 1 ? "-0" + part : "-" + part)
                .collect(Collectors.joining("", " " + found.group(1), " "));
    }

    private static List<String> ends(String word) {
        return DIGIT.matcher(word).find()
                ? IntStream.rangeClosed(1, word.length() - SHORTEST_END)
                        .filter(start -> !Character.isLowSurrogate(word.charAt(start)))
                        .mapToObj(word::substring)
                        .toList()
                : List.of();
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
