package dev.kontor.entry.draft;

import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds everything that a draft lacks before it is an order, each at its field. */
public final class Completeness {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<String, String> draft;
    private final List<Gap> gaps = new ArrayList<>();

    private Completeness(Map<String, String> draft) {
        this.draft = draft;
    }

    /** @return no gap: {@link DraftOrder} can build the order */
    public static List<Gap> gaps(Map<String, String> draft) {
        Completeness check = new Completeness(draft);
        check.contract();
        check.lines();
        check.terms();
        check.delivery();
        check.payment();
        return List.copyOf(check.gaps);
    }

    private void contract() {
        for (String field : List.of("contract-number", "customer", "customer-name", "contact-name", "channel")) {
            present(field);
        }
        day(text("signed-on").isEmpty() && !text("planned-on").isEmpty() ? "planned-on" : "signed-on");
        if (text("contact-phone").isEmpty() && text("contact-email").isEmpty()) {
            gap("contact-phone", Text.of("entry.gap.reachable"));
        }
        if (!ContractForm.CURRENCIES.contains(text("currency"))) {
            gap("currency", missing("currency"));
        }
        if (text("contract-document").isEmpty()) {
            gap("contract-file", missing("contract-file"));
        }
    }

    private void lines() {
        int rows = Paths.rows(draft, "lines").size();
        if (rows == 0) {
            gap("lines", missing("lines"));
        }
        for (int i = 0; i < rows; i++) {
            present(Paths.cell("lines", i, "model"));
            present(Paths.cell("lines", i, "name"));
            present(Paths.cell("lines", i, "unit"));
            decimal(Paths.cell("lines", i, "quantity"), 3, true);
            decimal(Paths.cell("lines", i, "price"), 2, true);
            decimal(Paths.cell("lines", i, "tax"), 2, false);
        }
    }

    private void terms() {
        int rows = Paths.rows(draft, "terms").size();
        if (rows == 0) {
            gap("terms", missing("terms"));
        }
        for (int i = 0; i < rows; i++) {
            oneOf(Paths.cell("terms", i, "kind"), Set.copyOf(ContractForm.TERMS));
            present(Paths.cell("terms", i, "number"));
            present(Paths.cell("terms", i, "words"));
        }
    }

    private void delivery() {
        day("delivery-date");
        present("delivery-place");
        if (!text("delivered-with").isEmpty()) {
            oneOf("delivered-with", Set.copyOf(ContractForm.DELIVERED_WITH));
        }
        if (text("delivered-with").equals(Acceptance.FINAL.word()) && !text("final-acceptance").equals("yes")) {
            gap("delivered-with", Text.of("entry.gap.not-listed", Paths.label("final-acceptance")));
        }
    }

    /** An acceptance that the contract does not list never comes, and money that waits for it never falls due. */
    private void listed(String path) {
        boolean acceptance = Set.of("pre-acceptance", "final-acceptance").contains(text(path));
        if (acceptance && !text(text(path)).equals("yes")) {
            gap(path, Text.of("entry.gap.not-listed", Paths.label(text(path))));
        }
    }

    private void payment() {
        List<Map<String, String>> rows = Paths.rows(draft, "payment");
        if (rows.isEmpty()) {
            gap("payment", missing("payment"));
        }
        int before = gaps.size();
        for (int i = 0; i < rows.size(); i++) {
            instalment(rows.get(i), i);
        }
        boolean countable = gaps.stream().noneMatch(gap -> gap.field().startsWith("lines") || gap.field().equals("currency"));
        if (!rows.isEmpty() && countable && gaps.size() == before) {
            sum();
        }
    }

    private void instalment(Map<String, String> row, int i) {
        oneOf(Paths.cell("payment", i, "kind"), Set.copyOf(ContractForm.INSTALMENTS));
        oneOf(Paths.cell("payment", i, "means"), Set.copyOf(ContractForm.MEANS));
        if (row.containsKey("amount") && row.containsKey("percent")) {
            gap(Paths.cell("payment", i, "amount"), Text.of("entry.gap.amount-or-percent"));
        } else if (row.containsKey("amount")) {
            decimal(Paths.cell("payment", i, "amount"), 2, true);
        } else {
            decimal(Paths.cell("payment", i, "percent"), 4, true);
        }
        if (row.containsKey("due-day") == row.containsKey("due-event")) {
            gap(Paths.cell("payment", i, "due-event"), Text.of("entry.gap.due"));
        }
        if (row.containsKey("due-day")) {
            day(Paths.cell("payment", i, "due-day"));
        }
        for (String cell : List.of("due-event", "due-or-event")) {
            if (row.containsKey(cell)) {
                oneOf(Paths.cell("payment", i, cell), Set.copyOf(ContractForm.EVENTS));
                listed(Paths.cell("payment", i, cell));
            }
        }
        for (String cell : List.of("due-months", "due-days")) {
            if (row.containsKey(cell)) {
                decimal(Paths.cell("payment", i, cell), 0, false);
            }
        }
    }

    private void sum() {
        DraftOrder order = new DraftOrder(draft);
        if (order.payment().total().compareTo(order.total()) != 0) {
            gap("payment", Text.of("entry.gap.sum", order.payment().total(), order.total()));
        }
    }

    private void present(String path) {
        if (text(path).isEmpty()) {
            gap(path, missing(path));
        }
    }

    private void oneOf(String path, Set<String> values) {
        if (text(path).isEmpty()) {
            gap(path, missing(path));
        } else if (!values.contains(text(path))) {
            gap(path, Text.of("entry.gap.unknown", text(path)));
        }
    }

    private void day(String path) {
        if (text(path).isEmpty()) {
            gap(path, missing(path));
        } else if (dayOf(text(path)).isEmpty()) {
            gap(path, Text.of("entry.gap.day", text(path)));
        }
    }

    private void decimal(String path, int scale, boolean positive) {
        if (text(path).isEmpty()) {
            gap(path, missing(path));
            return;
        }
        Optional<BigDecimal> number = numberOf(text(path));
        if (number.isEmpty() || number.get().stripTrailingZeros().scale() > scale) {
            gap(path, Text.of("entry.gap.number", text(path), scale));
        } else if (number.get().signum() < 0 || positive && number.get().signum() == 0) {
            gap(path, Text.of(positive ? "entry.gap.positive" : "entry.gap.negative"));
        } else if ((path.endsWith(".percent") || path.endsWith(".tax")) && number.get().compareTo(HUNDRED) > 0) {
            gap(path, Text.of("entry.gap.percent"));
        }
    }

    private String text(String path) {
        return draft.getOrDefault(path, "").strip();
    }

    private void gap(String path, Text message) {
        gaps.add(new Gap(path, message));
    }

    private static Text missing(String path) {
        return Text.of("entry.gap.missing", Paths.label(path));
    }

    public static Optional<LocalDate> dayOf(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    public static Optional<BigDecimal> numberOf(String text) {
        return text.matches("-?\\d{1,15}(\\.\\d{1,6})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
