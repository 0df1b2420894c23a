package dev.kontor.api.form;

import dev.kontor.api.text.Text;
import java.util.List;

/**
 * One thing a form asks for. Made by the factory methods, refined by {@code with…} methods.
 *
 * @param name letters, digits and {@code -}; unique in its form or group
 * @param label as shown
 * @param kind how it is typed and checked
 * @param hint help under the field; may be plain and empty
 * @param clause the regulation's clause that asks for it; may be empty
 * @param options for {@link Kind#CHOICE} and {@link Kind#CHOICES}
 * @param fields for {@link Kind#GROUP}: the fields of each row
 * @param suggestions for {@link Kind#TEXT}: {@code customer}, {@code model}, {@code person} or empty; the console then
 *     offers what matches while a person types. For {@link Kind#LONG_TEXT} {@code person}: people after an @, or
 *     {@code code}: the text of a file, at most 262,144 characters, shown with the numbers of its lines. For {@link Kind#FILE}
 *     {@code drawing}: a picture that may also be drawn on the screen; one that was refused is drawn again
 */
public record Field(
        String name,
        Text label,
        Kind kind,
        boolean required,
        Text hint,
        String clause,
        List<Option> options,
        List<Field> fields,
        String suggestions) {

    /** How a value is typed. What reaches a command has passed the check of its kind. */
    public enum Kind {
        /** One line, at most 200 characters. */
        TEXT,
        /** Several lines, at most 20,000 characters. */
        LONG_TEXT,
        /** A decimal number; grouping as in the person's language is understood. */
        NUMBER,
        /** A decimal amount with at most two decimals. */
        AMOUNT,
        /** A day, ISO 8601, 1990 to 2099. */
        DATE,
        /** One of the options. */
        CHOICE,
        /** Any of the options. */
        CHOICES,
        YES_NO,
        /** A file of at most 25 MB. */
        FILE,
        PASSWORD,
        /** Rows of fields; rows can be pasted from a spreadsheet. */
        GROUP,
        /** Carried along, not shown. */
        HIDDEN
    }

    /** What can be chosen. */
    public record Option(String value, Text label) {}

    public Field {
        options = List.copyOf(options);
        fields = List.copyOf(fields);
    }

    private static Field of(String name, Text label, Kind kind) {
        return new Field(name, label, kind, true, Text.plain(""), "", List.of(), List.of(), "");
    }

    public static Field text(String name, Text label) {
        return of(name, label, Kind.TEXT);
    }

    public static Field longText(String name, Text label) {
        return of(name, label, Kind.LONG_TEXT);
    }

    public static Field number(String name, Text label) {
        return of(name, label, Kind.NUMBER);
    }

    public static Field amount(String name, Text label) {
        return of(name, label, Kind.AMOUNT);
    }

    public static Field date(String name, Text label) {
        return of(name, label, Kind.DATE);
    }

    public static Field yesNo(String name, Text label) {
        return of(name, label, Kind.YES_NO);
    }

    public static Field file(String name, Text label) {
        return of(name, label, Kind.FILE);
    }

    public static Field password(String name, Text label) {
        return of(name, label, Kind.PASSWORD);
    }

    public static Field hidden(String name) {
        return of(name, Text.plain(""), Kind.HIDDEN);
    }

    public static Field choice(String name, Text label, List<Option> options) {
        return new Field(name, label, Kind.CHOICE, true, Text.plain(""), "", options, List.of(), "");
    }

    public static Field choices(String name, Text label, List<Option> options) {
        return new Field(name, label, Kind.CHOICES, true, Text.plain(""), "", options, List.of(), "");
    }

    public static Field group(String name, Text label, List<Field> fields) {
        return new Field(name, label, Kind.GROUP, true, Text.plain(""), "", List.of(), fields, "");
    }

    public Field optional() {
        return new Field(name, label, kind, false, hint, clause, options, fields, suggestions);
    }

    public Field withHint(Text words) {
        return new Field(name, label, kind, required, words, clause, options, fields, suggestions);
    }

    public Field withClause(String number) {
        return new Field(name, label, kind, required, hint, number, options, fields, suggestions);
    }

    public Field suggesting(String what) {
        return new Field(name, label, kind, required, hint, clause, options, fields, what);
    }
}
