package dev.kontor.engine.set;

import dev.kontor.api.order.Money;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.ReasonWords;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The words of a rule set in both languages: {@code texts.properties} and {@code texts_zh.properties}. */
public final class ReasonTexts {

    public static final String ENGLISH = "texts.properties";
    public static final String CHINESE = "texts_zh.properties";

    /** The key of the set's own title, and what stands before the name of a parameter in the key of its title. */
    private static final String TITLE = "title";

    static final String PARAMETER = "parameter.";

    private final Map<String, String> english;
    private final Map<String, String> chinese;

    private ReasonTexts(Map<String, String> english, Map<String, String> chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    public static ReasonTexts parse(RuleSetFiles files, Problems problems) {
        return new ReasonTexts(load(files, ENGLISH, problems), load(files, CHINESE, problems));
    }

    private static Map<String, String> load(RuleSetFiles files, String file, Problems problems) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(files.text(file)));
        } catch (IOException | IllegalArgumentException wrong) {
            problems.in(file, "engine.texts-broken", String.valueOf(wrong.getMessage()));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : properties.stringPropertyNames()) {
            String text = properties.getProperty(key);
            texts.put(key, text);
            broken(text).ifPresent(why ->
                    problems.at(file, lineOf(files.text(file), key), 1, "engine.text-broken", key, why));
        }
        return texts;
    }

    /** Words are made years later, when nobody can repair them: only {@code {0}} is a place, as every value fits there. */
    private static Optional<String> broken(String text) {
        try {
            boolean plain = Arrays.stream(format(text, Locale.ENGLISH).getFormats()).allMatch(Objects::isNull);
            return plain ? Optional.empty() : Optional.of("{0,…}");
        } catch (IllegalArgumentException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    /** An apostrophe stands for itself, written once or, as Java has it, twice. */
    private static MessageFormat format(String text, Locale language) {
        return new MessageFormat(text.replace("''", "'").replace("'", "''"), language);
    }

    private static int lineOf(String text, String key) {
        int line = 0;
        for (String row : text.split("\n", -1)) {
            line++;
            String words = row.stripLeading();
            if (words.startsWith(key) && words.substring(key.length()).stripLeading().matches("[=:].*")) {
                return line;
            }
        }
        return 0;
    }

    /** The key under which a rule's own name is translated. */
    public static String key(String rule) {
        return rule.strip().replaceAll("[\\s:=]+", "-");
    }

    /** Notes a title of the set, or of one of its parameters, that one of the languages does not have. */
    public void demandTitles(Set<String> parameters, Problems problems) {
        Set<String> titles = new TreeSet<>(Set.of(TITLE));
        parameters.forEach(name -> titles.add(PARAMETER + name));
        demand(titles, problems);
    }

    /**
     * Notes, as a warning, every text that nothing uses.
     *
     * @param keys of rules and reasons
     */
    public void warnOfUnused(RuleSetFiles files, Set<String> keys, Set<String> parameters, Problems problems) {
        Map.of(ENGLISH, english, CHINESE, chinese).forEach((file, texts) -> texts.keySet().stream()
                .filter(key -> !key.equals(TITLE) && !key.startsWith(PARAMETER + "rate-") && !keys.contains(key))
                .filter(key -> !key.startsWith(PARAMETER) || !parameters.contains(key.substring(PARAMETER.length())))
                .forEach(key -> problems.at(file, lineOf(files.text(file), key), 1, "engine.text-unused", key)));
    }

    /** Notes every key that one of the languages does not have. */
    public void demand(Set<String> keys, Problems problems) {
        for (String key : keys) {
            if (!english.containsKey(key)) {
                problems.in(ENGLISH, "engine.text-missing", key);
            }
            if (!chinese.containsKey(key)) {
                problems.in(CHINESE, "engine.text-missing", key);
            }
        }
    }

    /** Notes words that have a place for more than the reason gives. */
    public void demandFilled(RuleSetFiles files, Reason reason, Problems problems) {
        int given = reason.arguments().size();
        Map.of(ENGLISH, english, CHINESE, chinese).forEach((file, texts) -> Optional.ofNullable(texts.get(reason.key()))
                .filter(text -> format(text, Locale.ENGLISH).getFormatsByArgumentIndex().length > given)
                .ifPresent(text -> problems.at(file, lineOf(files.text(file), reason.key()), 1, "engine.text-places", reason.key(), given)));
    }

    /** The words of one language as they are written, by key. */
    public Map<String, String> words(boolean inChinese) {
        return Collections.unmodifiableMap(inChinese ? chinese : english);
    }

    /** What a rule is called: in English as it is written. */
    public String rule(String name, boolean inChinese) {
        return inChinese ? chinese.getOrDefault(key(name), name) : name;
    }

    /** What a parameter is called; its name where the words are older than titles. */
    public String parameter(String name, boolean inChinese) {
        return (inChinese ? chinese : english).getOrDefault(PARAMETER + name, name);
    }

    /** Empty when one of the languages has no words for it. */
    public Optional<ReasonWords> say(Reason reason) {
        return say(reason, english, Locale.ENGLISH)
                .flatMap(words -> say(reason, chinese, Locale.SIMPLIFIED_CHINESE).map(zh -> new ReasonWords(words, zh)));
    }

    private static Optional<String> say(Reason reason, Map<String, String> texts, Locale language) {
        boolean inChinese = language.equals(Locale.SIMPLIFIED_CHINESE);
        return Optional.ofNullable(texts.get(reason.key())).map(pattern -> format(pattern, language)
                .format(reason.arguments().stream().map(value -> word(value, inChinese)).toArray()));
    }

    private static String word(Object value, boolean chinese) {
        if (value instanceof Money money) {
            return money.written();
        }
        if (value instanceof BigDecimal number) {
            return grouped(number);
        }
        if (value instanceof LocalDate day && chinese) {
            return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        }
        return String.valueOf(value);
    }

    private static String grouped(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(12);
        return format.format(number);
    }
}
