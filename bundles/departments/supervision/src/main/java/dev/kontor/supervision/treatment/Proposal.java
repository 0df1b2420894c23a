package dev.kontor.supervision.treatment;

import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.supervision.Supervision;
import java.util.List;

/** What rules proposed for a violation, with the rule, its version and the decision that it stands in. */
record Proposal(Conclusion.Penalty penalty, SetVersion set, String rule, ReasonWords words, String decision, List<Parameter> parameters) {

    Proposal {
        parameters = List.copyOf(parameters);
    }

    WorkingDays hearing() {
        return WorkingDays.of(number("hearing-days"));
    }

    int appealDays() {
        return number("appeal-days");
    }

    int decideDays() {
        return number("decision-days");
    }

    private int number(String name) {
        return Supervision.number(parameters, Supervision.AT_PENALTIES, name);
    }
}
