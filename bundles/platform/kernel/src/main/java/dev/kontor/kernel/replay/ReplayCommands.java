package dev.kontor.kernel.replay;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
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

    static Refused conflict(String key, Object... arguments) {
        return Refused.because(Refused.Reason.CONFLICT, Text.of(key, arguments));
    }
}
