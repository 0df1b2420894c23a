package dev.kontor.kernel.replay;

import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.rule.FactTexts;
import dev.kontor.kernel.rule.Proof;
import dev.kontor.kernel.rule.FactTexts.Full;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one decision of the past would be with another version.
 *
 * @param before conclusions that it would no longer have
 * @param after conclusions that it would have besides
 * @param failure kept of reports of before failures had words; empty since
 * @param why it could not be executed, or what of it was changed; says nothing if it was executed
 */
record Trial(List<Concluded> before, List<Concluded> after, String failure, Text why) {

    private static final Text NOTHING = Text.plain("");

    Trial {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** @param parameters the day whose parameters count; empty for the decision's own */
    static Trial of(
            RuleEngine engine, SetVersion version, Decision past, List<Full> given, FactTexts texts, Optional<LocalDate> parameters) {
        try {
            List<Record> facts = given.stream().map(texts::fact).toList();
            RuleEngine.Answer now = engine.ask(asked(version, past), replaced(version, past.owners()), parameters.orElse(past.day()), facts);
            return new Trial(without(past.conclusions(), now.conclusions()), without(now.conclusions(), past.conclusions()), "", NOTHING);
        } catch (CannotDecide | IllegalArgumentException e) { // the version cannot, or a fact's type is gone
            return new Trial(past.conclusions(), List.of(), "", Proof.cannot(e));
        }
    }

    /** By the versions that it cites. */
    static Trial of(Proof proof) {
        return new Trial(proof.gone(), proof.added(), "", proof.what());
    }

    /** Why; reports of before failures had words hold the engine's own. */
    Text said() {
        return why.key().isEmpty() ? Text.plain(failure) : why;
    }

    /** Whether it could not be executed; of a proof, whether it is not what was kept. */
    boolean failed() {
        return !why.key().isEmpty() && !why.key().equals(Proof.DIFFERS);
    }

    /** The sets of then; one that is attached to the point only since is asked as well. */
    private static List<SetVersion> asked(SetVersion version, Decision past) {
        boolean known = Stream.concat(past.sets().stream(), past.owners().stream()).anyMatch(each -> each.set().equals(version.set()));
        String attached = "/" + past.point().value().replace('/', '.');
        return !known && version.set().endsWith(attached)
                ? Stream.concat(past.sets().stream(), Stream.of(version)).toList()
                : replaced(version, past.sets());
    }

    private static List<SetVersion> replaced(SetVersion version, List<SetVersion> versions) {
        return versions.stream().map(each -> each.set().equals(version.set()) ? version : each).toList();
    }

    /** The versions differ, so only what was concluded is compared, the reason's figures included. */
    private static List<Concluded> without(List<Concluded> all, List<Concluded> others) {
        List<String> known = new ArrayList<>(others.stream().map(Trial::text).toList());
        return all.stream().filter(each -> !known.remove(text(each))).toList();
    }

    private static String text(Concluded concluded) {
        return Canonical.text(concluded.conclusion());
    }

    boolean changes() {
        return !before.isEmpty() || !after.isEmpty() || !why.key().isEmpty();
    }

    /** The rules that say something else now. */
    List<String> rules() {
        return Stream.concat(before.stream(), after.stream()).map(Concluded::rule).distinct().toList();
    }
}
