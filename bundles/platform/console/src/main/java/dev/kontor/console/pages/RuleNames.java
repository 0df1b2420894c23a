package dev.kontor.console.pages;

import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.rule.SetVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The names of rules in the words of the version that decided: a rule set brings its texts along. */
@Component(service = RuleNames.class)
public final class RuleNames {

    private static final int MOST = 200;

    private final RuleSets rules;
    private final Map<SetVersion, Properties> chinese = new ConcurrentHashMap<>();

    @Activate
    public RuleNames(@Reference RuleSets rules) {
        this.rules = rules;
    }

    /** The rule's own name where the version has no other. */
    String of(SetVersion set, String rule, String language) {
        if (!language.startsWith("zh")) {
            return rule;
        }
        if (chinese.size() > MOST) {
            chinese.clear();
        }
        return chinese.computeIfAbsent(set, this::texts).getProperty(rule.strip().replaceAll("[\\s:=]+", "-"), rule);
    }

    private Properties texts(SetVersion set) {
        Properties texts = new Properties();
        String words = rules.files(set.set(), set.digest()).orElse(Map.of()).getOrDefault("texts_zh.properties", "");
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
