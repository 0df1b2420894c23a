package dev.kontor.engine.version;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.engine.cases.RuleSetCheck.Checked;
import dev.kontor.engine.set.RuleSetFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What people change of a set on pages: on which version it builds, and what follows when it passes its check. */
public final class SetChanges {

    private static final String THEN = "then";
    private static final String ACTIVATE = "activate";
    /** It waits, to be tried on past decisions before it decides; so it does where nothing is said. */
    private static final String PROPOSE = "propose";

    private final RuleOffice office;
    private final Clock clock;

    public SetChanges(RuleOffice office, Clock clock) {
        this.office = office;
        this.clock = clock;
    }

    LocalDate today() {
        return clock.today();
    }

    /** Empty when nothing decides and no version is named. */
    Optional<KeptVersion> version(Base base) {
        return base.digest().isEmpty() ? office.active(base.set()) : Optional.of(office.find(base.set(), base.digest()));
    }

    /** The files that are changed; none of a set that is new. */
    RuleSetFiles files(Base base) {
        return version(base).map(KeptVersion::ruleSet).orElse(new RuleSetFiles(base.set(), new TreeMap<>()));
    }

    static Field then() {
        return Field.choice(THEN, Text.of("engine.field-then"), List.of(
                new Field.Option(PROPOSE, Text.of("engine.then-propose")),
                new Field.Option(ACTIVATE, Text.of("engine.then-activate")))).optional();
    }

    /** What the fields that all such forms have begin with. */
    static void begin(Base base, Map<String, Object> values) {
        values.put("set", base.set());
        values.put("base", base.digest());
        values.put(THEN, PROPOSE);
        values.values().removeIf(value -> value.equals(""));
    }

    Answer take(CompanyFile company, RuleSetFiles next, Values values) {
        office.mustBeNew(next.set(), next.digest());
        Checked checked = office.check(next);
        RuleOffice.Outcome outcome = office.take(company, checked, Optional.of(company.actor().id()), values.text("reason"), "",
                values.text(THEN).equals(ACTIVATE) ? RuleOffice.Then.ACTIVATE : RuleOffice.Then.WAIT);
        Answer said = RuleCommands.said(outcome, next.set()).withId(checked.digest());
        return outcome == RuleOffice.Outcome.REFUSED
                ? said.goingTo("rules/%s/edit?version=%s&file=%s".formatted(
                        next.set(), checked.digest(), checked.problems().get(0).file()))
                : said;
    }
}
