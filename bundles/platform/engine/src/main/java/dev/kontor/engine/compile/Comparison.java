package dev.kontor.engine.compile;

import dev.kontor.engine.compile.DrlWords.Kind;
import dev.kontor.engine.compile.DrlWords.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One comparison of a condition, both sides as they are written.
 *
 * @param holds whether it holds where the left side is smaller (1), equal (2), larger (4)
 * @param literal the right side is a value and no field
 */
record Comparison(String left, int holds, String right, boolean literal) {

    static final int EQUAL = 2;
    private static final int NEVER = 0;
    private static final Map<String, Integer> HOLDS = Map.of("<", 1, "==", EQUAL, ">", 4, "<=", 3, ">=", 6, "!=", 5);

    /** What must all hold; nothing for what is an alternative, or no plain comparison. */
    static List<Comparison> of(List<Word> constraint) {
        List<Comparison> found = new ArrayList<>();
        boolean binds = constraint.size() > 1 && constraint.get(1).is(":");
        List<Word> words = binds ? constraint.subList(2, constraint.size()) : constraint;
        boolean compares = !binds || RuleWords.path(words, 0) < words.size();
        if (compares && words.stream().noneMatch(word -> word.is("|"))) {
            RuleWords.split(words, "&").forEach(part -> one(part).ifPresent(found::add));
        }
        return found;
    }

    private static Optional<Comparison> one(List<Word> words) {
        int sign = 0;
        while (sign < words.size() && !(words.get(sign).kind() == Kind.SIGN && "=!<>".contains(words.get(sign).text()))) {
            sign++;
        }
        if (sign == words.size()) {
            return RuleWords.path(words, 0) == words.size() && !words.isEmpty()
                    ? Optional.of(new Comparison(RuleWords.text(words), EQUAL, "true", true))
                    : Optional.empty();
        }
        if (sign == 0) {
            return words.get(0).is("!") && RuleWords.path(words, 1) == words.size()
                    ? Optional.of(new Comparison(RuleWords.text(words.subList(1, words.size())), EQUAL, "false", true))
                    : Optional.empty();
        }
        int after = sign + 1 < words.size() && words.get(sign + 1).is("=") ? sign + 2 : sign + 1;
        List<Word> right = words.subList(Math.min(after, words.size()), words.size());
        Integer holds = HOLDS.get(RuleWords.text(words.subList(sign, after)));
        boolean single = right.stream().noneMatch(word -> word.kind() == Kind.SIGN && "=!<>".contains(word.text()));
        return holds == null || right.isEmpty() || !single
                ? Optional.empty()
                : Optional.of(new Comparison(field(words.subList(0, sign)), holds, field(right),
                        right.size() == 1 && Concluding.isLiteral(right.get(0))));
    }

    /** {@code task().value()} is {@code task.value}. */
    private static String field(List<Word> words) {
        return RuleWords.text(words).replace("()", "");
    }

    /** Whether nothing can be this: it compares a field with itself, or is {@code false}. */
    boolean never() {
        return left.equals("false") || left.equals(right) && (holds & EQUAL) == NEVER;
    }

    /** Whether nothing can be both. */
    boolean excludes(Comparison other) {
        if (!left.equals(other.left)) {
            return false;
        }
        if (right.equals(other.right)) {
            return (holds & other.holds) == NEVER;
        }
        return literal && other.literal && (number() && other.number()
                ? apart(other)
                : holds == EQUAL && other.holds == EQUAL);
    }

    private boolean number() {
        return right.equals("0") || right.equals("1");
    }

    /** One is about 0, the other about 1: is there a number below, at, between or above them that is both? */
    private boolean apart(Comparison other) {
        boolean zero = right.equals("0");
        int low = zero ? holds : other.holds;
        int high = zero ? other.holds : holds;
        boolean below = (low & 1) != 0 && (high & 1) != 0;
        boolean atZero = (low & 2) != 0 && (high & 1) != 0;
        boolean between = (low & 4) != 0 && (high & 1) != 0;
        boolean atOne = (low & 4) != 0 && (high & 2) != 0;
        boolean above = (low & 4) != 0 && (high & 4) != 0;
        return !(below || atZero || between || atOne || above);
    }
}
