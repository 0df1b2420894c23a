package dev.kontor.console.pages;

import dev.kontor.api.page.Cell;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.rule.SetVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The names of rules, and the titles of rule sets and of their parameters, in the words of the version that decided: a rule
 * set brings its texts along. What is older than its words keeps its own name.
 */
@Component(service = RuleNames.class)
public final class RuleNames {

    private static final int MOST = 200;
    private static final String PARAMETER = "parameter.";

    /** The words of a version in one language. */
    private record Key(SetVersion set, boolean chinese) {}

    private final RuleSets rules;
    private final Map<Key, Properties> known = new ConcurrentHashMap<>();

    @Activate
    public RuleNames(@Reference RuleSets rules) {
        this.rules = rules;
    }

    /** The rule's own name where the version has no other. */
    String of(SetVersion set, String rule, String language) {
        return language.startsWith("zh") ? word(set, rule.strip().replaceAll("[\\s:=]+", "-"), language, rule) : rule;
    }

    String title(SetVersion set, String language) {
        return word(set, "title", language, set.set());
    }

    String parameter(SetVersion set, String name, String language) {
        String title = word(set, PARAMETER + name, language, "");
        return title.isEmpty() ? inTable(set, name, language).orElse(name) : title;
    }

    /** Of a decision table's cell, {@code late-large-order-days}: after its rule, {@code late-large}, and its column, {@code late-order-days}. */
    private Optional<String> inTable(SetVersion set, String name, String language) {
        boolean chinese = language.startsWith("zh");
        Properties words = known.computeIfAbsent(new Key(set, chinese), this::texts);
        return words.stringPropertyNames().stream()
                .filter(rule -> name.startsWith(rule + "-"))
                .flatMap(rule -> words.stringPropertyNames().stream()
                        .filter(column -> column.startsWith(PARAMETER))
                        .filter(column -> names(column.substring(PARAMETER.length()), rule, name.substring(rule.length())))
                        .map(column -> words.getProperty(rule) + (chinese ? "：" : ": ") + words.getProperty(column)))
                .findFirst();
    }

    /** Whether a column's key is the beginning of the rule, its table, and the rest of the number's name. */
    private static boolean names(String column, String rule, String rest) {
        return column.endsWith(rest) && rule.startsWith(column.substring(0, column.length() - rest.length()) + "-");
    }

    /** Whose activation made the version decide, one person's or two people's; empty where it is not kept. */
    Optional<Cell> activated(SetVersion set) {
        return rules.versions(set.set()).stream()
                .filter(version -> version.version().digest().equals(set.digest()))
                .findFirst()
                .map(RuleSetView::people);
    }

    private String word(SetVersion set, String key, String language, String otherwise) {
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(new Key(set, language.startsWith("zh")), this::texts).getProperty(key, otherwise);
    }

    private Properties texts(Key wanted) {
        Properties texts = new Properties();
        String file = wanted.chinese() ? "texts_zh.properties" : "texts.properties";
        String words = rules.files(wanted.set().set(), wanted.set().digest()).orElse(Map.of()).getOrDefault(file, "");
        try {
            texts.load(new StringReader(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException garbled) {
            return new Properties(); // the version decided all the same; its rules keep their own names
        }
        return texts;
    }
}
