package dev.kontor.engine.cases;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.rule.RuleEngine.Case;
import dev.kontor.api.text.Text;
import dev.kontor.engine.compile.RuleTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A file of cases that belongs to no set: facts that somebody wants decided, as YAML or as a table. */
public final class CaseFile {

    private static final int MOST = 500;
    private static final String FILE = "file";

    private CaseFile() {}

    /** @throws Refused at the field {@code file}, in words and with the line, when it cannot be read */
    public static List<Case> read(String file, String content, RuleTypes types) {
        try {
            Yaml yaml = file.toLowerCase(Locale.ROOT).endsWith(".csv")
                    ? new CaseTable(content).cases()
                    : Yaml.parse(file, content).orElse(new Yaml.Items(List.of(), 1));
            List<TrialCase> cases = TrialCase.read(file, expectingNothing(yaml));
            if (cases.size() > MOST) {
                throw Refused.at(FILE, Text.of("engine.too-many-cases", MOST));
            }
            return cases.stream().map(each -> given(each, types)).toList();
        } catch (Yaml.Wrong wrong) {
            throw Refused.at(FILE, Text.of("engine.case-at-line", wrong.line(), String.valueOf(wrong.getMessage())));
        }
    }

    /** A set's own cases have to say what they expect; here that is what is asked. */
    private static Yaml expectingNothing(Yaml yaml) {
        if (!(yaml instanceof Yaml.Items items)) {
            return yaml;
        }
        List<Yaml> cases = new ArrayList<>();
        for (Yaml item : items.items()) {
            if (item instanceof Yaml.Fields fields && fields.get("facts").isPresent()) {
                Map<String, Yaml> all = new LinkedHashMap<>(fields.fields());
                all.put("expect", new Yaml.Items(List.of(), fields.line()));
                cases.add(new Yaml.Fields(all, fields.line()));
            } else {
                cases.add(item);
            }
        }
        return new Yaml.Items(cases, items.line());
    }

    private static Case given(TrialCase trial, RuleTypes types) {
        CaseFacts maker = new CaseFacts(types, trial.day());
        return new Case(trial.name(), trial.day(), trial.facts().stream().map(maker::fact).toList());
    }
}
