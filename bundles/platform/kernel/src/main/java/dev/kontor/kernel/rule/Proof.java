package dev.kontor.kernel.rule;

import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.rule.FactTexts.Full;
import dev.kontor.kernel.rule.KeptDecisions.Kept;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A decision executed again by the versions that it cites, and what is not the same.
 *
 * @param gone conclusions then and not now
 * @param added conclusions now and not then
 * @param what differs, in words; says nothing where nothing does
 */
public record Proof(List<Concluded> gone, List<Concluded> added, Text what) {

    private static final Proof SAME = new Proof(List.of(), List.of(), Text.plain(""));
    /** The words of one that was executed and came out otherwise. */
    public static final String DIFFERS = "kernel.proof.differs";

    private static final int LONGEST = 2000;

    public Proof {
        gone = List.copyOf(gone);
        added = List.copyOf(added);
    }

    /**
     * Executes it again.
     *
     * @param journalled the digest that the journal names; empty where it names none
     * @param fact reads one that was given, and throws an IllegalArgumentException when nobody has its type any more
     */
    public static Proof of(Kept kept, List<Full> given, Optional<String> journalled, Function<Full, Record> fact, RuleEngine engine) {
        if (!journalled.equals(Optional.of(kept.digest()))) {
            return differs(Text.of("kernel.proof.tampered"));
        }
        if (!given.stream().allMatch(Full::sound)) {
            return differs(Text.of("kernel.proof.revision"));
        }
        try {
            Decision then = kept.decision();
            List<Record> records = given.stream().map(fact).toList();
            return compared(then, engine.ask(then.sets(), then.owners(), then.day(), records));
        } catch (CannotDecide | IllegalArgumentException cannot) { // a version or a fact's type is gone, a rule failed
            return differs(cannot(cannot));
        }
    }

    /** What could not be executed, in words of both languages; what the engine said is for administrators. */
    public static Text cannot(RuntimeException why) {
        return Text.of(why instanceof CannotDecide ? "kernel.replay.cannot-ask" : "kernel.replay.fact-gone", cut(String.valueOf(why.getMessage())));
    }

    private static Proof differs(Text what) {
        return new Proof(List.of(), List.of(), what);
    }

    private static Proof compared(Decision then, RuleEngine.Answer now) {
        if (then.parameters().equals(now.parameters()) && then.firings().equals(now.firings())
                && then.conclusions().equals(now.conclusions())) {
            return SAME;
        }
        TreeSet<String> lost = texts(then.parameters(), then.firings(), then.conclusions());
        TreeSet<String> found = texts(now.parameters(), now.firings(), now.conclusions());
        TreeSet<String> same = new TreeSet<>(lost);
        same.retainAll(found);
        lost.removeAll(same);
        found.removeAll(same);
        return lost.isEmpty() && found.isEmpty()
                ? SAME
                : new Proof(
                        then.conclusions().stream().filter(each -> lost.contains(Canonical.text(each))).toList(),
                        now.conclusions().stream().filter(each -> found.contains(Canonical.text(each))).toList(),
                        Text.of(DIFFERS, cut(lost.toString()), cut(found.toString())));
    }

    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }

    private static TreeSet<String> texts(List<?>... parts) {
        TreeSet<String> texts = new TreeSet<>();
        for (List<?> part : parts) {
            part.forEach(each -> texts.add(Canonical.text(each)));
        }
        return texts;
    }

    public boolean holds() {
        return equals(SAME);
    }
}
