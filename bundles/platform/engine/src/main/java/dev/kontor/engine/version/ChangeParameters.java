package dev.kontor.engine.version;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.text.Text;
import dev.kontor.engine.set.ParameterLines;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.ReasonTexts;
import dev.kontor.engine.set.RuleSetFiles;
import dev.kontor.engine.set.UnitValue;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Somebody changes numbers of a set from a day on, several at once; the rest of the set stays as it is. */
public final class ChangeParameters extends RuleCommands {

    private static final String CHANGES = "changes";

    private final SetChanges sets;

    public ChangeParameters(SetChanges sets) {
        super("parameters", false);
        this.sets = sets;
    }

    /** The numbers of the version that is changed, and who decides by them: one name each, in the file's order. */
    private record Table(RuleSetFiles files, Map<String, List<Parameter>> rows) {

        static Table of(RuleSetFiles files) {
            Map<String, List<Parameter>> rows = new LinkedHashMap<>();
            ParameterTable.parse(files, new Problems()).all()
                    .forEach(row -> rows.computeIfAbsent(row.name(), fresh -> new ArrayList<>()).add(row));
            return new Table(files, rows);
        }

        /** The line that counts on a day, or the first that will. */
        Parameter on(LocalDate day, String name) {
            List<Parameter> all = rows.get(name).stream().sorted(Comparator.comparing(Parameter::from)).toList();
            return all.stream().filter(row -> !row.from().isAfter(day)).reduce((one, later) -> later).orElse(all.get(0));
        }
    }

    @Override
    public Form form(Person person, String subject) {
        Base base = Base.of(subject);
        Optional<Table> table = sets.version(base).map(KeptVersion::ruleSet).map(Table::of);
        return Form.of(title(), Field.text("set", Text.of("engine.field-set")), Field.hidden("base").optional(),
                Field.group(CHANGES, Text.of("engine.field-changes"), List.of(
                        table.map(known -> name(known, person)).orElseGet(() -> Field.text("name", Text.of("engine.field-parameter"))),
                        Field.text("value", Text.of("engine.field-value")),
                        Field.text("clause", Text.of("engine.field-clause")).optional()))
                        .withHint(Text.of("engine.hint-changes")),
                Field.date("from", Text.of("engine.field-from")).optional().withHint(Text.of("engine.hint-from")),
                Field.yesNo("earlier", Text.of("engine.field-earlier")).optional().withHint(Text.of("engine.hint-earlier")),
                SetChanges.then(),
                Field.longText("reason", Text.of("engine.field-reason")));
    }

    private static Field name(Table table, Person person) {
        ReasonTexts texts = ReasonTexts.parse(table.files(), new Problems());
        boolean chinese = person.language().startsWith("zh");
        return Field.choice("name", Text.of("engine.field-parameter"), table.rows().keySet().stream()
                .map(name -> new Field.Option(name, Text.of("engine.parameter-option", texts.parameter(name, chinese),
                        UnitValue.unit(table.rows().get(name).get(0).unit()))))
                .toList());
    }

    /** @param subject {@code review/joint} for all its numbers, or {@code review/joint@} and the name of one */
    @Override
    public Values initial(Person person, String subject) {
        Base base = Base.of(subject);
        Map<String, Object> values = new LinkedHashMap<>();
        sets.version(base).map(KeptVersion::ruleSet).map(Table::of).ifPresent(table -> values.put(CHANGES, table.rows().keySet().stream()
                .filter(name -> base.name().isEmpty() || base.name().equals(name))
                .map(name -> table.on(sets.today(), name))
                .map(row -> new Values(Map.of("name", row.name(), "value", UnitValue.written(row.value()), "clause", row.clause().value())))
                .toList()));
        SetChanges.begin(base, values);
        values.values().removeIf(value -> value.equals(List.of()));
        return new Values(values);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Base base = new Base(values.text("set"), "", values.text("base"));
        RuleSetFiles files = sets.version(base).map(KeptVersion::ruleSet)
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("engine.nothing-to-change", base.set())));
        LocalDate from = values.date("from").orElse(company.today());
        RuleSetFiles next = files.with(Map.of(ParameterTable.FILE, changed(Table.of(files), values, from, from.isBefore(company.today()))));
        return sets.take(company, next, values);
    }

    /** @throws Refused with every gap there is */
    private static byte[] changed(Table table, Values values, LocalDate from, boolean earlier) {
        List<Gap> gaps = new ArrayList<>();
        if (earlier && !values.yes("earlier")) {
            gaps.add(new Gap("from", Text.of("engine.from-earlier", from)));
        }
        byte[] before = table.files().files().get(ParameterTable.FILE);
        ParameterLines lines = new ParameterLines(new String(before, StandardCharsets.UTF_8));
        Set<String> seen = new HashSet<>();
        List<Values> rows = values.rows(CHANGES);
        int changes = 0;
        for (int i = 0; i < rows.size(); i++) {
            changes += change(table, rows.get(i), from, CHANGES + "[" + i + "].", seen, lines, gaps) ? 1 : 0;
        }
        if (gaps.isEmpty() && changes == 0) {
            gaps.add(new Gap(CHANGES, Text.of("engine.nothing-changes", from)));
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        return lines.text().getBytes(StandardCharsets.UTF_8);
    }

    /** One row; answers whether it says something else than what would count anyway. */
    private static boolean change(
            Table table, Values row, LocalDate from, String at, Set<String> seen, ParameterLines lines, List<Gap> gaps) {
        String name = row.text("name");
        if (!table.rows().containsKey(name) || !seen.add(name)) {
            gaps.add(new Gap(at + "name", Text.of(table.rows().containsKey(name) ? "engine.parameter-again" : "engine.parameter-unknown", name)));
            return false;
        }
        Parameter now = table.on(from, name);
        Clause clause = row.has("clause") ? new Clause(row.text("clause")) : now.clause();
        if (clause.value().contains(",")) {
            gaps.add(new Gap(at + "clause", Text.of("engine.clause-comma")));
        }
        return UnitValue.read(row.text("value"), now.unit(), wrong -> gaps.add(new Gap(at + "value", wrong)))
                .map(value -> new Parameter(now.set(), name, value, now.unit(), from, clause))
                .filter(wanted -> now.from().isAfter(from) || !UnitValue.same(wanted, now))
                .map(wanted -> {
                    lines.set(name, wanted.value(), wanted.unit(), from, clause);
                    return true;
                })
                .orElse(false);
    }
}
