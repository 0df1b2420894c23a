package dev.kontor.engine.version;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the commands of rule administrators have in common: a set, a version where it matters, a reason. */
abstract class RuleCommands implements CompanyCommand {

    private final String verb;
    private final boolean versioned;

    RuleCommands(String verb, boolean versioned) {
        this.verb = verb;
        this.versioned = versioned;
    }

    @Override
    public final String name() {
        return "rules/" + verb;
    }

    @Override
    public final Text title() {
        return Text.of("engine." + verb);
    }

    @Override
    public final Set<Role> roles() {
        return Set.of(Role.RULE_ADMINISTRATOR);
    }

    @Override
    public Form form(Person person, String subject) {
        Field set = Field.text("set", Text.of("engine.field-set"));
        Field digest = Field.text("digest", Text.of("engine.field-digest")).withHint(Text.of("engine.hint-digest"));
        Field reason = Field.longText("reason", Text.of("engine.field-reason"));
        return versioned ? Form.of(title(), set, digest, reason) : Form.of(title(), set, reason);
    }

    /** @param subject {@code review/joint}, or {@code review/joint@} and a digest */
    @Override
    public Values initial(Person person, String subject) {
        Map<String, Object> values = new LinkedHashMap<>();
        int at = subject.indexOf('@');
        values.put("set", at < 0 ? subject : subject.substring(0, at));
        if (versioned && at >= 0) {
            values.put("digest", subject.substring(at + 1));
        }
        values.values().removeIf(value -> value.equals(""));
        return new Values(values);
    }

    /** With a field for the day on which a version is to begin. */
    static Form dated(Form form) {
        List<Field> fields = new ArrayList<>(form.fields());
        fields.add(Field.date("from", Text.of("engine.field-from")).optional().withHint(Text.of("engine.hint-from")));
        return Form.of(form.submit(), fields.toArray(Field[]::new));
    }

    /**
     * The day that was named; empty for at once.
     *
     * @throws Refused at its field when it is over
     */
    static Optional<LocalDate> from(CompanyFile company, Values values) {
        Optional<LocalDate> day = values.date("from");
        if (day.filter(named -> named.isBefore(company.today())).isPresent()) {
            throw Refused.at("from", Text.of("engine.day-is-over", day.get()));
        }
        return day;
    }

    static Answer said(RuleOffice.Outcome outcome, String set) {
        return Answer.of(switch (outcome) {
            case ACTIVE -> Text.of("engine.said-active", set);
            case SCHEDULED -> Text.of("engine.said-scheduled", set);
            case PROPOSED -> Text.of("engine.said-proposed", set);
            case REFUSED -> Text.of("engine.said-refused", set);
        }).goingTo("rules/" + set);
    }
}
