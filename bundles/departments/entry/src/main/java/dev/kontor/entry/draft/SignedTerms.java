package dev.kontor.entry.draft;

import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the customer has signed: it changes by a supplementary agreement only, or because it was typed wrongly. */
public final class SignedTerms {

    private static final Pattern AMOUNT = Pattern.compile("payment\\[\\d+]\\.amount");

    /** From which the amounts of instalments follow. */
    private static final Pattern PRICED = Pattern.compile("lines\\[\\d+]\\.(quantity|price)|payment\\[\\d+]\\.(percent|amount)");

    private SignedTerms() {}

    /**
     * The signed fields that differ.
     *
     * @param corrected paths recorded as entry errors since the revision before: their contract did not change. With a price, a
     *     quantity or a percentage the amounts of instalments follow, as far as they keep their shares
     */
    public static Set<String> changed(Order before, Order after, Set<String> corrected) {
        Map<String, String> old = flat(before);
        Map<String, String> now = flat(after);
        Set<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        paths.removeIf(path -> old.getOrDefault(path, "").equals(now.getOrDefault(path, "")));
        paths.removeAll(corrected);
        paths.removeIf(path -> AMOUNT.matcher(path).matches() && corrected.contains(path.replace(".amount", ".percent")));
        if (corrected.stream().anyMatch(path -> PRICED.matcher(path).matches())) {
            paths.removeAll(inTheirShares(before, after));
        }
        return paths;
    }

    /** The amounts of instalments that are the same share of the total as before, but for rounding. */
    private static Set<String> inTheirShares(Order before, Order after) {
        List<Instalment> old = before.payment().instalments();
        List<Instalment> now = after.payment().instalments();
        if (old.size() != now.size() || !before.currency().equals(after.currency()) || !before.total().isPositive()) {
            return Set.of();
        }
        BigDecimal ratio = after.total().amount().divide(before.total().amount(), MathContext.DECIMAL64);
        BigDecimal rounding = BigDecimal.valueOf(now.size(), 2).multiply(ratio.max(BigDecimal.ONE));
        return IntStream.range(0, now.size())
                .filter(i -> now.get(i).amount().amount().subtract(old.get(i).amount().amount().multiply(ratio)).abs().compareTo(rounding) <= 0)
                .mapToObj(i -> Paths.cell("payment", i, "amount"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> flat(Order order) {
        SortedMap<String, String> flat = new TreeMap<>();
        flat.put("contract-number", order.contract().number().canonical());
        flat.put("signed-on", order.contract().signedOn().toString());
        flat.put("currency", order.currency());
        flat.put("delivery-date", order.delivery().date().toString());
        flat.put("delivery-place", order.delivery().place());
        flat.put("partial", String.valueOf(order.delivery().partialAllowed()));
        flat.put("pre-acceptance", String.valueOf(order.acceptances().contains(Acceptance.PRE)));
        flat.put("final-acceptance", String.valueOf(order.acceptances().contains(Acceptance.FINAL)));
        flat.put("delivered-with", order.deliveredOn().word());
        flat.put("drawn-signature", String.valueOf(order.allowsDrawnSignature()));
        order.deemedAcceptance().ifPresent(term -> {
            flat.put("deemed-days", "" + term.days());
            flat.put("deemed-unit", term.workingDays() ? "working" : "");
        });
        lines(flat, order.lines());
        List<Instalment> payment = order.payment().instalments();
        for (int i = 0; i < payment.size(); i++) {
            put(flat, "payment", i, Map.of("kind", payment.get(i).kind(), "amount", payment.get(i).amount().toString(), "means", payment.get(i).means(),
                    "payer", payment.get(i).payer()));
            due(flat, i, payment.get(i).due());
        }
        List<ContractTerm> terms = order.terms();
        for (int i = 0; i < terms.size(); i++) {
            put(flat, "terms", i, Map.of(
                    "kind", terms.get(i).kind(), "number", terms.get(i).number(), "words", terms.get(i).words()));
        }
        return flat;
    }

    /** By the names that a draft has for it, so that a cell typed wrongly explains its own change alone. */
    private static void due(Map<String, String> flat, int row, DueTerm due) {
        put(flat, "payment", row, Map.of("due-day", due.on(), "due-unit", due.workingDays() ? "working" : ""));
        for (int i = 0; i < due.events().size(); i++) {
            put(flat, "payment", row, Map.of(i == 0 ? "due-event" : "due-or-event", due.events().get(i)));
            if (i == 0) {
                put(flat, "payment", row, Map.of("due-months", "" + due.months(), "due-days", "" + due.days()));
            } else if (!due.others().isEmpty()) {
                other(flat, row, due.span(i));
            }
        }
        put(flat, "payment", row, Map.of("due-which", due.events().size() < 2 || due.earliest() ? "" : "last"));
    }

    /** Where the second event has a span of its own; months alone leave the days empty. */
    private static void other(Map<String, String> flat, int row, DueTerm.Span span) {
        boolean monthsAlone = span.months() != 0 && span.days() == 0;
        put(flat, "payment", row, Map.of(
                "due-or-months", span.months() == 0 ? "" : "" + span.months(), "due-or-days", monthsAlone ? "" : "" + span.days()));
    }

    private static void lines(Map<String, String> flat, List<OrderLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            OrderLine line = lines.get(i);
            put(flat, "lines", i, Map.of("model", line.model(), "name", line.name(), "unit", line.unit(),
                    "quantity", line.quantity().stripTrailingZeros().toPlainString(), "price", line.unitPrice().toString(),
                    "tax", line.taxRate().stripTrailingZeros().toPlainString(),
                    "parameters", Technical.words(line.parameters()),
                    "accessories", String.join("; ", line.accessories())));
        }
    }

    private static void put(Map<String, String> flat, String group, int row, Map<String, String> cells) {
        cells.forEach((cell, value) -> flat.put(Paths.cell(group, row, cell), value));
    }
}
