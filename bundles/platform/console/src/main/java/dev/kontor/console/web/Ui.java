package dev.kontor.console.web;

import dev.kontor.api.form.Field;
import dev.kontor.api.page.Cell;
import dev.kontor.api.people.Accounts.Session;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import dev.kontor.console.text.Formats;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What every template knows: the reader, their language, and how to say and to address things.
 *
 * @param token what forms of this answer carry; another one in every answer
 * @param here the address that was asked for, with its query
 */
public record Ui(
        Texts texts, Formats formats, Assets assets, Optional<Session> session, String token, String here, boolean demo, boolean simulated) {

    private static final Pattern WHOLE = Pattern.compile("[\\w.·/-]{1,32}");
    private static final Pattern ENDLESS = Pattern.compile("[\\w.·/-]{33,}");

    /** The words of one of the console's own messages, {@code console.<key>}. */
    public String t(String key, Object... arguments) {
        return say(Text.of("console." + key, arguments));
    }

    public String say(Text text) {
        return texts.say(text, formats.language());
    }

    /** What a clause of the regulation demands, in a sentence of ours, where one is written down. */
    public Optional<String> clause(String number) {
        return texts.find("clause." + number, formats.language());
    }

    public boolean says(Text text) {
        return !say(text).isBlank();
    }

    /** What a filter of the address stands at. */
    public String asked(String name) {
        return asked(here.contains("?") ? here.substring(here.indexOf('?') + 1) : "", name);
    }

    static String asked(String query, String name) {
        for (String part : query.split("&")) {
            if (part.startsWith(name + "=")) {
                return decoded(part.substring(name.length() + 1));
            }
        }
        return "";
    }

    private static String decoded(String words) {
        try {
            return URLDecoder.decode(words, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbled) {
            return "";
        }
    }

    public String lang() {
        return formats.chinese() ? "zh-CN" : "en";
    }

    public Locale locale() {
        return formats.language();
    }

    public String asset(String name) {
        return assets.address(name);
    }

    public String icon(String name) {
        return assets.address("icons.svg") + "#" + assets.icon(name);
    }

    public Optional<Person> person() {
        return session.map(Session::person);
    }

    public String number(BigDecimal number) {
        return formats.number(number);
    }

    /** An amount in a field, grouped where it is one; anything else as it was typed. */
    public String typedAmount(String value) {
        return value.matches("-?\\d{1,17}(\\.\\d{1,2})?") ? formats.amount(new BigDecimal(value)) : value;
    }

    public String day(LocalDate day) {
        return formats.day(day);
    }

    public String moment(Instant at) {
        return formats.moment(at);
    }

    /** An address below the console's root; never one of another host. */
    public String href(String page) {
        return "/" + page.replaceFirst("^[/\\\\]+", "");
    }

    /** How many working days are left or gone, in words. */
    public String due(Cell.Due due) {
        int days = due.workingDaysLeft();
        return days == 0 ? t("due.today") : days > 0 ? t("due.left", days) : t("due.late", -days);
    }

    public String dueTone(Cell.Due due) {
        return due.workingDaysLeft() < 0 ? "bad" : due.workingDaysLeft() == 0 ? "warning" : "good";
    }

    public String tone(Cell.Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    /** The icon that says a tone without colour. */
    public String toneIcon(Cell.Tone tone) {
        return switch (tone) {
            case NEUTRAL -> "circle-dot";
            case INFO -> "info-circle";
            case GOOD -> "circle-check";
            case WARNING -> "alert-triangle";
            case BAD -> "alert-circle";
        };
    }

    public String initial(Person person) {
        return person.name().isBlank() ? "?" : person.name().substring(0, person.name().offsetByCodePoints(0, 1));
    }

    /** The roles of the reader as words, for the user menu. */
    public String roles(Person person) {
        return person.roles().stream().sorted((a, b) -> a.value().compareTo(b.value()))
                .map(role -> say(Text.of("role." + role))).reduce((a, b) -> a + " · " + b).orElse("");
    }

    public static String kind(Field field) {
        return field.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A number of an order, a machine or a paper: one that breaks into lines is misread. */
    public static boolean whole(Text words) {
        return words.isPlain() && WHOLE.matcher(String.valueOf(words.arguments().get(0))).matches();
    }

    /** A digest, say: nobody reads it at a glance, so it may break anywhere and pushes no column off the screen. */
    public static boolean endless(Text words) {
        return words.isPlain() && ENDLESS.matcher(String.valueOf(words.arguments().get(0))).matches();
    }

    /** A key under which the desk gives one answer to however many requests of one form. */
    public static String fresh() {
        return UUID.randomUUID().toString();
    }

    public static <T> List<Numbered<T>> numbered(List<T> things) {
        return Stream.iterate(0, i -> i < things.size(), i -> i + 1).map(i -> new Numbered<>(i, things.get(i))).toList();
    }

    /** A thing and its place in a list, from 0. */
    public record Numbered<T>(int at, T thing) {}
}
