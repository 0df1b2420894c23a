package dev.kontor.entry.draft;

import dev.kontor.api.page.Cell;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A field's value as people read it: words instead of codes, days and numbers in their own language. */
public final class Shown {

    private static final Set<String> CHANNELS = Set.of("fair", "online", "referral");
    private static final Set<String> CONTRACTS = Set.of("sale", "framework");

    private Shown() {}

    public static Cell value(String path, String value) {
        String field = path.replaceAll("\\[\\d+]", "");
        return switch (field) {
            case "contract-kind" -> coded("entry.contract-kind.", value, CONTRACTS);
            case "channel" -> coded("entry.channel.", value, CHANNELS);
            case "partial", "pre-acceptance", "final-acceptance" -> coded("entry.partial.", value, Set.of("yes", "no"));
            case "delivered-with" -> coded("entry.delivered-with.", value, ContractForm.DELIVERED_WITH);
            case "payment.kind" -> coded("entry.payment-kind.", value, ContractForm.INSTALMENTS);
            case "payment.means" -> coded("entry.payment-means.", value, ContractForm.MEANS);
            case "payment.due-event", "payment.due-or-event" -> coded("entry.event.", value, ContractForm.EVENTS);
            case "payment.due-which" -> coded("entry.payment-due-which.", value, DueCells.WHICH);
            case "payment.due-unit" -> coded("entry.payment-due-unit.", value, DueCells.UNITS);
            case "terms.kind" -> coded("entry.terms-kind.", value, ContractForm.TERMS);
            case "signed-on", "delivery-date", "payment.due-day" ->
                    Completeness.dayOf(value).<Cell>map(Cell.Day::new).orElse(Cell.plain(value));
            case "lines.quantity", "lines.price", "lines.tax", "payment.percent", "payment.amount", "payment.due-months",
                    "payment.due-days", "payment.due-or-months", "payment.due-or-days" -> Completeness.numberOf(value).map(Shown::number).orElse(Cell.plain(value));
            default -> Cell.plain(value);
        };
    }

    private static Cell number(BigDecimal number) {
        return new Cell.Number(number);
    }

    private static Cell coded(String prefix, String value, Collection<String> known) {
        return known.contains(value) ? Cell.words(Text.of(prefix + value)) : Cell.plain(value);
    }

    /** Names of fields as one enumeration. */
    public static Text names(List<String> paths) {
        return paths.stream().map(Paths::label).reduce((some, one) -> Text.of("entry.and", some, one)).orElse(Text.plain(""));
    }
}
