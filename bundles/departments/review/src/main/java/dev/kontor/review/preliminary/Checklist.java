package dev.kontor.review.preliminary;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.rule.Decision;
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
     */
    public record Item(String name, String rules, String reasonEn, String reasonZh) {

        public boolean fails() {
            return rules.equals("failed");
        }

        /** Why, in the reader's language. */
        public Text reason() {
            return Text.of("review.reason", reasonEn, reasonZh);
        }

        public Text label() {
            return OF_THE_REGULATION.contains(name) || name.equals("signed-change") ? Text.of("review.item." + name) : Text.plain(name);
        }

        /** The verdict and the reason as help under the field. */
        public Text hint() {
            return rules.equals("none") ? Text.of("review.rules-none") : Text.of("review.rules-" + rules, reason());
        }
    }

    public Checklist {
        items = List.copyOf(items);
    }

    /** What the rules said last. */
    public static Checklist shown(OrderView file) {
        return of(file.decisions().stream()
                .filter(decision -> Set.of(Vocabulary.AT_PRELIMINARY, Vocabulary.AT_CREDIT).contains(decision.point()))
                .toList());
    }

    /** Asks again: the customer's credit may have changed since the order was submitted. */
    static Checklist asked(OrderFile file, LocalDate submitted) {
        return of(List.of(
                file.consult(Question.at(Vocabulary.AT_CREDIT)),
                file.consult(Question.at(Vocabulary.AT_PRELIMINARY).since(submitted))));
    }

    static Checklist of(List<Decision> decisions) {
        Map<String, Item> items = new LinkedHashMap<>();
        OF_THE_REGULATION.forEach(name -> items.put(name, new Item(name, "none", "", "")));
        decisions.stream().flatMap(decision -> decision.conclusions().stream()).forEach(concluded -> add(items, concluded));
        return new Checklist(new ArrayList<>(items.values()));
    }

    List<Item> failing() {
        return items.stream().filter(Item::fails).toList();
    }

    /** One failing check fails its item, however many others pass. */
    private static void add(Map<String, Item> items, Concluded concluded) {
        if (!(concluded.conclusion() instanceof Check check)) {
            return;
        }
        Item found = new Item(check.subject(), check.passed() ? "passed" : "failed", concluded.reasonEn(), concluded.reasonZh());
        items.merge(check.subject(), found, (had, now) -> had.rules().equals("none") || (now.fails() && !had.fails()) ? now : had);
    }
}
