package dev.kontor.testkit;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether the same is said in English and in Chinese. */
public final class Translations {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    /** Of words that are written alike in both languages, such as numbers, units and names in capitals, nothing is translated. */
    private static final Pattern WORD = Pattern.compile("[a-z]{2}");

    private Translations() {}

    /** What is in one language only, says other things in each, or was left in English; a sentence each. */
    public static List<String> problems(Properties english, Properties chinese) {
        Set<String> keys = new TreeSet<>(english.stringPropertyNames());
        keys.addAll(chinese.stringPropertyNames());
        List<String> problems = new ArrayList<>();
        for (String key : keys) {
            if (!chinese.containsKey(key)) {
                problems.add("%s is not said in Chinese.".formatted(key));
            } else if (!english.containsKey(key)) {
                problems.add("%s is not said in English.".formatted(key));
            } else {
                compare(key, english.getProperty(key), chinese.getProperty(key), problems);
            }
        }
        return problems;
    }

    private static void compare(String key, String english, String chinese, List<String> problems) {
        if (!sameArguments(english, chinese)) {
            problems.add("%s names the values %s in English and %s in Chinese.".formatted(key, arguments(english), arguments(chinese)));
        }
        if (english.equals(chinese) && WORD.matcher(english.replaceAll("\\{[^}]*}", "")).find()) {
            problems.add("%s is in English in both languages: %s".formatted(key, english));
        }
    }

    /** Of messages that are one argument and nothing else, each language may pick its own. */
    private static boolean sameArguments(String one, String other) {
        String alone = ARGUMENT.pattern() + "}";
        return arguments(one).equals(arguments(other)) || one.matches(alone) && other.matches(alone);
    }

    /** A message that cannot be filled fails the test that asks. */
    private static Set<String> arguments(String message) {
        new MessageFormat(message);
        return ARGUMENT.matcher(message).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
