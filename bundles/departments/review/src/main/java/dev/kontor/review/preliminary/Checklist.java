package dev.kontor.review.preliminary;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.facts.ApprovalGiven;
import dev.kontor.api.text.Text;
import dev.kontor.review.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The items of the preliminary review: the regulation's four, and every other that a rule set checks.
 *
 * @param items in the order shown
 */
public record Checklist(List<Item> items) {

    /** Complete, accurate, customer's credit good, terms conform to company policy. */
    private static final List<String> OF_THE_REGULATION = List.of("complete", "accurate", "credit", "policy");

    /**
     * One item.
     *
     * @param rules {@code passed}, {@code failed}, or {@code none} when no rule speaks of it
     * @param approval what the rules say of the special approval of the item, likewise; {@code none} without one
     */
    public record Item(String name, Said rules, Said approval) {

        public boolean fails() {
            return rules.failed() && !approval.passed();
        }

        /** It fails, and a special approval that holds lets it pass. */
        public boolean isLifted() {
            return rules.failed() && approval.passed();
        }

        public Text label() {
            return Checklist.label(name);
        }

        /** Why, and why an approval does or does not change it. */
        public Text reason() {
            return rules.failed() && !approval.verdict().equals("none")
                    ? Text.of("review.reason-and-approval", rules.reason(), approval.reason())
                    : rules.reason();
        }

        /** The verdict and the reason as help under the field. */
        public Text hint() {
            return rules.verdict().equals("none")
                    ? Text.of("review.rules-none")
                    : Text.of(isLifted() ? "review.rules-lifted" : "review.rules-" + rules.verdict(), reason());
        }
    }

    /** A verdict of the rules, {@code none} when they are silent, and their reason in both languages. */
    public record Said(String verdict, String reasonEn, String reasonZh) {

        static final Said NOTHING = new Said("none", "", "");

        boolean passed() {
            return verdict.equals("passed");
        }

        boolean failed() {
            return verdict.equals("failed");
        }

        /** Why, in the reader's language. */
        public Text reason() {
            return Text.of("review.reason", reasonEn, reasonZh);
        }

        /** One failure decides, however many others pass. */
        Said and(Said other) {
            return verdict.equals("none") || (other.failed() && !failed()) ? other : this;
        }
    }

    /** The name of an item. */
    public static Text label(String item) {
        return OF_THE_REGULATION.contains(item) || item.equals("signed-change") ? Text.of("review.item." + item) : Text.plain(item);
    }

    public Checklist {
        items = List.copyOf(items);
    }

    /** What the rules said last. */
    public static Checklist shown(OrderView file) {
        return of(file, file.decisions().stream()
                .filter(decision -> Set.of(Vocabulary.AT_PRELIMINARY, Vocabulary.AT_CREDIT).contains(decision.point()))
                .toList());
    }

    /** Asks again: the customer's credit may have changed since the order was submitted. */
    static Checklist asked(OrderFile file, LocalDate submitted) {
        return of(file, List.of(
                file.consult(Question.at(Vocabulary.AT_CREDIT)),
                file.consult(Question.at(Vocabulary.AT_PRELIMINARY).since(submitted))));
    }

    static Checklist of(OrderView file, List<Decision> decisions) {
        Map<String, Item> items = new LinkedHashMap<>();
        OF_THE_REGULATION.forEach(name -> items.put(name, new Item(name, Said.NOTHING, Said.NOTHING)));
        decisions.stream().flatMap(decision -> decision.conclusions().stream()).forEach(concluded -> add(items, concluded, file));
        return new Checklist(new ArrayList<>(items.values()));
    }

    List<Item> failing() {
        return items.stream().filter(Item::fails).toList();
    }

    private static void add(Map<String, Item> items, Concluded concluded, OrderView file) {
        if (!(concluded.conclusion() instanceof Check check)) {
            return;
        }
        ReasonWords reason = file.words(concluded);
        Said said = new Said(check.passed() ? "passed" : "failed", reason.english(), reason.chinese());
        boolean approval = check.subject().endsWith(ApprovalGiven.CHECK);
        String name = approval
                ? check.subject().substring(0, check.subject().length() - ApprovalGiven.CHECK.length())
                : check.subject();
        Item had = items.getOrDefault(name, new Item(name, Said.NOTHING, Said.NOTHING));
        items.put(name, approval
                ? new Item(name, had.rules(), had.approval().and(said))
                : new Item(name, had.rules().and(said), had.approval()));
    }
}
