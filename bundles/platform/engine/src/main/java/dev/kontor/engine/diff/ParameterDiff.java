package dev.kontor.engine.diff;

import dev.kontor.api.rule.Parameter;
import dev.kontor.api.text.Text;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.ReasonTexts;
import dev.kontor.engine.set.UnitValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** On which days a number counts that is another one than before; lines that change no day's number say nothing. */
final class ParameterDiff {

    private final ParameterTable before;
    private final ParameterTable after;
    private final ReasonTexts then;
    private final ReasonTexts now;
    private final boolean chinese;

    ParameterDiff(ParameterTable before, ParameterTable after, ReasonTexts then, ReasonTexts now, boolean chinese) {
        this.before = before;
        this.after = after;
        this.then = then;
        this.now = now;
        this.chinese = chinese;
    }

    /** What counts from a day on; empty where nothing does. */
    private record Turn(LocalDate day, Optional<Parameter> before, Optional<Parameter> after) {

        boolean differs() {
            return before.isPresent() != after.isPresent()
                    || before.isPresent() && !UnitValue.same(before.get(), after.get());
        }
    }

    List<Text> sentences() {
        TreeSet<String> names = new TreeSet<>(before.names());
        names.addAll(after.names());
        List<Text> sentences = new ArrayList<>();
        for (String name : names) {
            List<Turn> turns = turns(name);
            for (int i = 0; i < turns.size(); i++) {
                if (turns.get(i).differs()) {
                    Optional<LocalDate> end = i + 1 < turns.size() ? Optional.of(turns.get(i + 1).day()) : Optional.empty();
                    sentences.add(sentence(name, turns.get(i), end));
                }
            }
        }
        return sentences;
    }

    /** Every day on which what counts before or what counts after becomes another one. */
    private List<Turn> turns(String name) {
        TreeSet<LocalDate> days = new TreeSet<>();
        List.of(before, after).forEach(table -> table.all().stream().filter(row -> row.name().equals(name)).map(Parameter::from).forEach(days::add));
        return days.stream().map(day -> new Turn(day, on(before, name, day), on(after, name, day))).toList();
    }

    private static Optional<Parameter> on(ParameterTable table, String name, LocalDate day) {
        return table.inForce(day).stream().filter(row -> row.name().equals(name)).findFirst();
    }

    private Text sentence(String name, Turn turn, Optional<LocalDate> end) {
        if (turn.after().isEmpty()) {
            Parameter gone = turn.before().orElseThrow();
            boolean whole = !after.names().contains(name);
            return Text.of(whole ? "engine.diff.parameter-gone" : "engine.diff.value-gone",
                    then.parameter(name, chinese), UnitValue.words(gone.value(), gone.unit()), turn.day(), gone.clause().value());
        }
        Parameter next = turn.after().get();
        Text value = UnitValue.words(next.value(), next.unit());
        String title = now.parameter(name, chinese);
        if (turn.before().isEmpty()) {
            return Text.of(end.isPresent() ? "engine.diff.parameter-new-until" : "engine.diff.parameter-new",
                    title, value, turn.day(), next.clause().value(), end.orElse(turn.day()));
        }
        Parameter last = turn.before().get();
        if (last.value().compareTo(next.value()) == 0 && last.unit().equals(next.unit())) {
            return Text.of("engine.diff.parameter-clause", title, last.clause().value(), next.clause().value(), turn.day());
        }
        return Text.of(end.isPresent() ? "engine.diff.parameter-until" : "engine.diff.parameter",
                title, UnitValue.words(last.value(), last.unit()), value, turn.day(), next.clause().value(), end.orElse(turn.day()));
    }
}
