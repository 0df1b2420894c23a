package dev.kontor.kernel.replay;

import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.rule.FactTexts.Full;
import dev.kontor.kernel.rule.Proof;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What one decision of the past, or one case, would be with another version.
 *
 * @param before conclusions that it would no longer have
 * @param after conclusions that it would have besides
 * @param failure kept of reports of before failures had words; empty since
 * @param why it could not be executed, or what of it was changed; says nothing if it was executed
 */
record Trial(List<Concluded> before, List<Concluded> after, String failure, Text why) {

    private static final Text NOTHING = Text.plain("");

    static final Trial NO_CHANGE = new Trial(List.of(), List.of(), "", NOTHING);

    Trial {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * Of a decision.
     *
     * @param fact reads one that was given, and throws an IllegalArgumentException when nobody has its type any more
     * @param parameters the day whose parameters count; empty for the decision's own
     */
    static Trial of(
            RuleEngine engine, SetVersion version, Decision past, List<Full> given, Function<Full, Record> fact,
            Optional<LocalDate> parameters) {
        try {
            List<Record> facts = given.stream().map(fact).toList();
            RuleEngine.Answer now = engine.ask(asked(version, past.point(), past.sets(), past.owners()), replaced(version, past.owners()),
                    parameters.orElse(past.day()), facts);
            return compared(past.conclusions(), now.conclusions());
        } catch (CannotDecide | IllegalArgumentException e) { // the version cannot, or a fact's type is gone
            return new Trial(past.conclusions(), List.of(), "", Proof.cannot(e));
        }
    }

    /** What the versions that decide now say of a case, and what they would with this one among them, at all of these points. */
    static Trial of(RuleEngine engine, SetVersion version, Map<ConsultationPoint, List<SetVersion>> active, RuleEngine.Case given) {
        List<Concluded> before = new ArrayList<>();
        List<Concluded> after = new ArrayList<>();
        try {
            active.forEach((point, sets) -> {
                RuleEngine.Answer now = engine.ask(sets, List.of(), given.day(), given.facts());
                before.addAll(now.conclusions());
                after.addAll(engine.ask(asked(version, point, sets, now.owners()), replaced(version, now.owners()), given.day(), given.facts())
                        .conclusions());
            });
            return compared(before, after);
        } catch (CannotDecide cannot) {
            return new Trial(before, List.of(), "", Proof.cannot(cannot));
        }
    }

    /** What is equal has one text, so nothing is written where all is. */
    private static Trial compared(List<Concluded> before, List<Concluded> after) {
        if (conclusions(before).equals(conclusions(after))) {
            return NO_CHANGE;
        }
        return new Trial(without(before, after), without(after, before), "", NOTHING);
    }

    private static List<Conclusion> conclusions(List<Concluded> all) {
        return all.stream().map(Concluded::conclusion).toList();
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
    private static List<SetVersion> asked(SetVersion version, ConsultationPoint point, List<SetVersion> sets, List<SetVersion> owners) {
        boolean known = Stream.concat(sets.stream(), owners.stream()).anyMatch(each -> each.set().equals(version.set()));
        String attached = "/" + point.value().replace('/', '.');
        return !known && version.set().endsWith(attached)
                ? Stream.concat(sets.stream(), Stream.of(version)).toList()
                : replaced(version, sets);
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

    /** The digest of a report that says this next. @param of what it is said of */
    String chained(String chain, String of) {
        return Canonical.digest(chain + of + Canonical.text(this));
    }

    boolean changes() {
        return !before.isEmpty() || !after.isEmpty() || !why.key().isEmpty();
    }

    /** The rules that say something else now. */
    List<String> rules() {
        return Stream.concat(before.stream(), after.stream()).map(Concluded::rule).distinct().toList();
    }
}
