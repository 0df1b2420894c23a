package dev.kontor.aftersales.warranty;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.text.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the contract of the revision in force says of warranty. */
record WarrantyClause(List<ContractTerm> terms) {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,3})\\s*(个月|months?\\b|年|years?\\b)");
    private static final Pattern ARRIVAL = Pattern.compile("到货|arrival", Pattern.CASE_INSENSITIVE);
    private static final int MONTHS_OF_A_YEAR = 12;

    WarrantyClause {
        terms = List.copyOf(terms);
    }

    static WarrantyClause of(OrderView file) {
        return new WarrantyClause(file.order().stream()
                .flatMap(order -> order.terms().stream())
                .filter(term -> term.kind().equals("warranty"))
                .toList());
    }

    boolean isNone() {
        return terms.isEmpty();
    }

    /** To read the months from. */
    Text words() {
        return isNone() ? Text.of("aftersales.no-warranty-clause") : Text.plain(written());
    }

    /** Another one whenever a word is. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(written().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    private String written() {
        return terms.stream().map(term -> term.number() + " " + term.words()).collect(Collectors.joining("\n"));
    }

    /** What to begin a form with: the one span that it names, or of two the shorter, and the longer from arrival. A person confirms it. */
    Optional<WarrantySpan> suggested() {
        List<Integer> spans = SPAN.matcher(written()).results().map(WarrantyClause::months).distinct().sorted().toList();
        return switch (spans.size()) {
            case 1 -> Optional.of(new WarrantySpan(spans.get(0), 0));
            case 2 -> ARRIVAL.matcher(written()).find() ? Optional.of(new WarrantySpan(spans.get(0), spans.get(1))) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static int months(MatchResult found) {
        int count = Integer.parseInt(found.group(1));
        return found.group(2).startsWith("年") || found.group(2).startsWith("year") ? count * MONTHS_OF_A_YEAR : count;
    }
}
