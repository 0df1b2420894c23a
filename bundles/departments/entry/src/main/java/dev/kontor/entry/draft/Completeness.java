package dev.kontor.entry.draft;

import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds everything that a draft lacks before it is an order, each at its field. */
public final class Completeness {

    /** Far above what is sold, and together below what a column of the store holds. */
    private static final long MOST_PIECES = 1_000_000;
    private static final long MOST_MONEY = 1_000_000_000;
    private static final long PERCENT = 100;
    private static final long MOST_DEEMED_DAYS = 365;

    private final Map<String, String> draft;
    private final Gaps gaps;

    private Completeness(Map<String, String> draft) {
        this.draft = draft;
        this.gaps = new Gaps(draft);
    }

    /** @return no gap: {@link DraftOrder} can build the order */
    public static List<Gap> gaps(Map<String, String> draft) {
        Completeness check = new Completeness(draft);
        check.contract();
        check.lines();
        check.terms();
        check.delivery();
        check.payment();
        return check.gaps.found();
    }

    private void contract() {
        List.of("contract-number", "customer", "customer-name", "contact-name", "channel").forEach(gaps::present);
        gaps.day(text("signed-on").isEmpty() && !text("planned-on").isEmpty() ? "planned-on" : "signed-on");
        if (text("contact-phone").isEmpty() && text("contact-email").isEmpty()) {
            gaps.add("contact-phone", Text.of("entry.gap.reachable"));
        }
        if (!ContractForm.CURRENCIES.contains(text("currency"))) {
            gaps.missing("currency");
        }
        if (text("contract-document").isEmpty()) {
            gaps.missing("contract-file");
        }
    }

    private void lines() {
        int rows = rows("lines").size();
        for (int i = 0; i < rows; i++) {
            gaps.present(Paths.cell("lines", i, "model"));
            gaps.present(Paths.cell("lines", i, "name"));
            gaps.present(Paths.cell("lines", i, "unit"));
            gaps.above(Paths.cell("lines", i, "quantity"), 3, MOST_PIECES);
            gaps.above(Paths.cell("lines", i, "price"), 2, MOST_MONEY);
            gaps.number(Paths.cell("lines", i, "tax"), 2, PERCENT);
        }
    }

    private void terms() {
        int rows = rows("terms").size();
        for (int i = 0; i < rows; i++) {
            gaps.oneOf(Paths.cell("terms", i, "kind"), ContractForm.TERMS);
            gaps.present(Paths.cell("terms", i, "number"));
            gaps.present(Paths.cell("terms", i, "words"));
        }
    }

    private void delivery() {
        gaps.day("delivery-date");
        gaps.present("delivery-place");
        if (!text("delivered-with").isEmpty()) {
            gaps.oneOf("delivered-with", ContractForm.DELIVERED_WITH);
        }
        if (text("delivered-with").equals(Acceptance.FINAL.word()) && !text("final-acceptance").equals("yes")) {
            gaps.add("delivered-with", Text.of("entry.gap.not-listed", Paths.label("final-acceptance")));
        }
        deemed();
    }

    private void deemed() {
        if (!text("deemed-days").isEmpty()) {
            gaps.above("deemed-days", 0, MOST_DEEMED_DAYS);
        }
        if (!text("deemed-unit").isEmpty()) {
            gaps.oneOf("deemed-unit", ContractForm.DEEMED_UNITS);
            gaps.present("deemed-days");
        }
    }

    private void payment() {
        int before = gaps.found().size();
        List<Map<String, String>> rows = rows("payment");
        for (int i = 0; i < rows.size(); i++) {
            instalment(rows.get(i), i);
        }
        List<Gap> found = gaps.found();
        boolean countable = found.stream().noneMatch(gap -> gap.field().startsWith("lines") || gap.field().equals("currency"));
        if (countable && found.size() == before) {
            sum();
        }
    }

    private List<Map<String, String>> rows(String group) {
        List<Map<String, String>> rows = Paths.rows(draft, group);
        if (rows.isEmpty()) {
            gaps.missing(group);
        }
        return rows;
    }

    private void instalment(Map<String, String> row, int i) {
        gaps.oneOf(Paths.cell("payment", i, "kind"), ContractForm.INSTALMENTS);
        gaps.oneOf(Paths.cell("payment", i, "means"), ContractForm.MEANS);
        if (row.containsKey("amount") && row.containsKey("percent")) {
            gaps.add(Paths.cell("payment", i, "amount"), Text.of("entry.gap.amount-or-percent"));
        } else if (row.containsKey("amount")) {
            gaps.above(Paths.cell("payment", i, "amount"), 2, MOST_PIECES * MOST_MONEY);
        } else {
            gaps.above(Paths.cell("payment", i, "percent"), 4, PERCENT);
        }
        new DueCells(row).check(gaps, i);
    }

    private void sum() {
        DraftOrder order = new DraftOrder(draft);
        if (order.payment().total().compareTo(order.total()) != 0) {
            gaps.add("payment", Text.of("entry.gap.sum", order.payment().total(), order.total()));
        }
    }

    private String text(String path) {
        return gaps.text(path);
    }

    /** A year has four digits: a slip of the hand would not fit where days are kept. */
    public static Optional<LocalDate> dayOf(String text) {
        try {
            return text.matches("\\d{4}-.*") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    public static Optional<BigDecimal> numberOf(String text) {
        return text.matches("-?\\d{1,15}(\\.\\d{1,6})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
