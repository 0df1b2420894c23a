package dev.kontor.engine.cases;

import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.RuleSetFiles;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One case of a rule set: given these facts on this day, exactly these conclusions.
 *
 * @param parameters values that the case sets by itself, by name or {@code "set name"}
 */
record TrialCase(
        String name, String file, int line, LocalDate day, Map<String, BigDecimal> parameters, List<Yaml> facts, List<Yaml.Fields> expect) {

    /** Where a case says no day. */
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final java.util.Set<String> KNOWN = java.util.Set.of("name", "day", "parameters", "facts", "expect");

    static List<TrialCase> read(RuleSetFiles files, Problems problems) {
        List<TrialCase> cases = new ArrayList<>();
        for (String file : files.files().keySet()) {
            if (file.startsWith("cases/") && (file.endsWith(".yaml") || file.endsWith(".yml"))) {
                try {
                    Yaml.parse(file, files.text(file)).ifPresent(yaml -> cases.addAll(read(file, yaml)));
                } catch (Yaml.Wrong wrong) {
                    problems.at(file, wrong.line(), 1, "engine.case-broken", String.valueOf(wrong.getMessage()));
                }
            }
        }
        return cases;
    }

    static List<TrialCase> read(String file, Yaml yaml) {
        if (!(yaml instanceof Yaml.Items items)) {
            throw new Yaml.Wrong(yaml.line(), "- name: …");
        }
        List<TrialCase> cases = new ArrayList<>();
        Map<String, BigDecimal> ofFile = Map.of();
        for (Yaml item : items.items()) {
            Yaml.Fields fields = CaseFacts.fields(item);
            if (fields.fields().keySet().equals(java.util.Set.of("parameters"))) {
                ofFile = parameters(fields);
            } else {
                cases.add(one(file, fields, ofFile));
            }
        }
        return cases;
    }

    private static Map<String, BigDecimal> parameters(Yaml.Fields fields) {
        Map<String, BigDecimal> parameters = new LinkedHashMap<>();
        try {
            fields.get("parameters").map(CaseFacts::fields).ifPresent(given -> given.fields().forEach((name, value) ->
                    parameters.put(name, CaseScalar.number(given.text(name, "")))));
        } catch (NumberFormatException wrong) {
            throw new Yaml.Wrong(fields.line(), String.valueOf(wrong.getMessage()));
        }
        return parameters;
    }

    private static TrialCase one(String file, Yaml.Fields fields, Map<String, BigDecimal> ofFile) {
        fields.fields().keySet().stream().filter(key -> !KNOWN.contains(key)).findFirst().ifPresent(key -> {
            throw new Yaml.Wrong(fields.line(), key);
        });
        Map<String, BigDecimal> parameters = new LinkedHashMap<>(ofFile);
        parameters.putAll(parameters(fields));
        LocalDate day;
        try {
            day = LocalDate.parse(fields.text("day", DAY.toString()));
        } catch (DateTimeException wrong) {
            throw new Yaml.Wrong(fields.line(), String.valueOf(wrong.getMessage()));
        }
        List<Yaml.Fields> expect = items(fields, "expect").stream().map(TrialCase::expectation).toList();
        return new TrialCase(fields.text("name", file + ":" + fields.line()), file, fields.line(), day, parameters,
                items(fields, "facts"), expect);
    }

    private static List<Yaml> items(Yaml.Fields fields, String name) {
        Yaml given = fields.get(name).orElseThrow(() -> new Yaml.Wrong(fields.line(), name + ": […]"));
        if (given instanceof Yaml.Items items) {
            return items.items();
        }
        throw new Yaml.Wrong(given.line(), name + ": […]");
    }

    /** {@code {Require: {…}}} and {@code {kind: Require, …}} are the same. */
    private static Yaml.Fields expectation(Yaml yaml) {
        Yaml.Fields fields = CaseFacts.fields(yaml);
        if (fields.get("kind").isEmpty() && fields.fields().size() == 1) {
            Map.Entry<String, Yaml> only = fields.fields().entrySet().iterator().next();
            Map<String, Yaml> all = new LinkedHashMap<>(CaseFacts.fields(only.getValue()).fields());
            all.put("kind", new Yaml.Scalar(only.getKey(), yaml.line()));
            return new Yaml.Fields(all, yaml.line());
        }
        return fields;
    }
}
