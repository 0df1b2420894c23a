package dev.kontor.engine.compile;

import java.util.ArrayList;
import java.util.List;

/** A rule file cut into words, numbers, texts and signs, each with its place; comments are left out. */
final class DrlWords {

    enum Kind {
        WORD,
        NUMBER,
        TEXT,
        SIGN
    }

    /** @param column from 1 */
    record Word(Kind kind, String text, int line, int column) {
        boolean is(String wanted) {
            return kind != Kind.TEXT && text.equals(wanted);
        }
    }

    private final String source;
    private final List<Word> words = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private DrlWords(String source) {
        this.source = source;
    }

    static List<Word> of(String source) {
        DrlWords cut = new DrlWords(source);
        while (cut.at < source.length()) {
            cut.next();
        }
        return cut.words;
    }

    private void next() {
        char c = source.charAt(at);
        if (c == '\n') {
            line++;
            lineStart = ++at;
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (source.startsWith("//", at)) {
            at = end(source.indexOf('\n', at), 0);
        } else if (source.startsWith("/*", at)) {
            int stop = end(source.indexOf("*/", at + 2), 2);
            for (; at < stop; at++) {
                if (source.charAt(at) == '\n') {
                    line++;
                    lineStart = at + 1;
                }
            }
        } else if (c == '"' || c == '\'') {
            text(c);
        } else if (Character.isJavaIdentifierStart(c)) {
            take(Kind.WORD, run(Character::isJavaIdentifierPart));
        } else if (Character.isDigit(c)) {
            take(Kind.NUMBER, run(next -> Character.isLetterOrDigit(next) || next == '.' || next == '_'));
        } else {
            take(Kind.SIGN, at + 1);
        }
    }

    private int end(int found, int length) {
        return found < 0 ? source.length() : found + length;
    }

    private int run(java.util.function.IntPredicate part) {
        int stop = at;
        while (stop < source.length() && part.test(source.charAt(stop))) {
            stop++;
        }
        return stop;
    }

    private void text(char quote) {
        int stop = at + 1;
        while (stop < source.length() && source.charAt(stop) != quote && source.charAt(stop) != '\n') {
            stop += source.charAt(stop) == '\\' ? 2 : 1;
        }
        stop = Math.min(stop, source.length());
        if (stop == source.length() || source.charAt(stop) == '\n') { // others may read on in the next line: nobody guesses
            take(Kind.SIGN, at + 1);
            return;
        }
        words.add(new Word(Kind.TEXT, source.substring(at + 1, stop), line, at - lineStart + 1));
        at = stop + 1;
    }

    private void take(Kind kind, int stop) {
        words.add(new Word(kind, source.substring(at, stop), line, at - lineStart + 1));
        at = stop;
    }
}
