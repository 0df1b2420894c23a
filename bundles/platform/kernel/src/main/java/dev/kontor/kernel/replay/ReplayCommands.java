package dev.kontor.kernel.replay;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.rule.RuleServices;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A command of rule administrators on replays. */
abstract class ReplayCommands implements CompanyCommand {

    private final String verb;

    ReplayCommands(String verb) {
        this.verb = verb;
    }

    @Override
    public final String name() {
        return "rules/" + verb;
    }

    @Override
    public final Text title() {
        return Text.of("kernel.replay." + verb);
    }

    @Override
    public final Set<Role> roles() {
        return Set.of(Role.RULE_ADMINISTRATOR);
    }

    static Text label(String name) {
        return Text.of("kernel.replay.field-" + name);
    }

    static Field field(String name) {
        return Field.text(name, label(name));
    }

    /** @param subject {@code review/joint@} and the version's digest */
    static Map<String, Object> named(String subject) {
        int at = subject.indexOf('@');
        return at < 0 ? new HashMap<>() : new HashMap<>(Map.of("set", subject.substring(0, at), "digest", subject.substring(at + 1)));
    }

    /** The version that is to be tried. */
    static RuleSets.Version version(RuleServices rules, Values values) {
        String set = values.text("set");
        RuleSets.Version version = rules.version(set, values.text("digest"))
                .orElseThrow(() -> Refused.at("digest", Text.of("kernel.replay.no-version", set, values.text("digest"))));
        if (version.state().equals("refused")) {
            throw Refused.at("digest", Text.of("kernel.replay.was-refused", set));
        }
        return version;
    }

    static Refused conflict(String key, Object... arguments) {
        return Refused.because(Refused.Reason.CONFLICT, Text.of(key, arguments));
    }
}
