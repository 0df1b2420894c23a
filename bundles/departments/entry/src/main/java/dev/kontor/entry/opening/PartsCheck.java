package dev.kontor.entry.opening;

import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Completeness;
import dev.kontor.entry.draft.Paths;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds a row's machines, payments and invoices against its contract, in which nothing is wrong. */
final class PartsCheck {

    private final RowContent row;
    private final LocalDate asOf;
    private final List<Gap> gaps = new ArrayList<>();

    private PartsCheck(RowContent row, LocalDate asOf) {
        this.row = row;
        this.asOf = asOf;
    }

    static List<Gap> gaps(RowContent row, LocalDate asOf) {
        PartsCheck check = new PartsCheck(row, asOf);
        check.gaps.addAll(MachinesCheck.gaps(row, asOf));
        check.paid();
        check.invoices();
        check.receivable();
        return List.copyOf(check.gaps);
    }

    /** No instalment is paid beyond its amount: what came beyond it is recorded as a receipt of the new time. */
    private void paid() {
        List<Map<String, String>> rows = Paths.rows(row.fields(), RowContent.PAID);
        Map<Integer, Money> left = new HashMap<>();
        row.order().payment().instalments().forEach(each -> left.put(each.position(), each.amount()));
        for (int i = 0; i < rows.size(); i++) {
            day(RowContent.PAID, i, "on", rows.get(i));
            String voucher = rows.get(i).getOrDefault("voucher", "");
            if (voucher.length() > 64) {
                gap(Paths.cell(RowContent.PAID, i, "voucher"), Text.of("entry.opening.gap.voucher"));
            }
            Optional<Instalment> instalment = instalment(RowContent.PAID, i, rows.get(i).getOrDefault("instalment", ""));
            Optional<BigDecimal> amount = number(RowContent.PAID, i, "amount", rows.get(i).getOrDefault("amount", ""), 2);
            if (instalment.isPresent() && amount.isPresent()) {
                Money rest = left.get(instalment.get().position()).minus(money(amount.get()));
                left.put(instalment.get().position(), rest);
                if (rest.amount().signum() < 0) {
                    gap(Paths.cell(RowContent.PAID, i, "amount"),
                            Text.of("entry.opening.gap.paid-more", instalment.get().position(), instalment.get().amount()));
                }
            }
        }
    }

    /** A receivable that is stated is no more than what is not paid. */
    private void receivable() {
        String stated = row.text(RowContent.RECEIVABLE);
        if (stated.isEmpty()) {
            return;
        }
        if (!stated.matches("\\d{1,15}(\\.\\d{1,2})?")) {
            gap(RowContent.RECEIVABLE, Text.of("entry.gap.number", stated, 2));
        } else if (gaps.isEmpty() && row.receivable().compareTo(row.exposure()) > 0) {
            gap(RowContent.RECEIVABLE, Text.of("entry.opening.gap.receivable", row.exposure()));
        }
    }

    private void invoices() {
        List<Map<String, String>> rows = Paths.rows(row.fields(), RowContent.INVOICES);
        Money sum = money(BigDecimal.ZERO);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> each = rows.get(i);
            day(RowContent.INVOICES, i, "issued-on", each);
            if (each.containsKey("received-on")) {
                day(RowContent.INVOICES, i, "received-on", each);
            }
            if (!each.getOrDefault("instalment", "0").equals("0")) {
                instalment(RowContent.INVOICES, i, each.get("instalment"));
            }
            if (!Set.of("special", "ordinary").contains(each.getOrDefault("kind", "special"))) {
                gap(Paths.cell(RowContent.INVOICES, i, "kind"), Text.of("entry.gap.unknown", each.get("kind")));
            }
            if (!isInvoice(each.getOrDefault("code", ""), each.getOrDefault("number", ""))) {
                gap(Paths.cell(RowContent.INVOICES, i, "number"), Text.of("entry.opening.gap.invoice", each.getOrDefault("number", "")));
            }
            if (!seen.add(each.getOrDefault("code", "") + each.getOrDefault("number", ""))) {
                gap(Paths.cell(RowContent.INVOICES, i, "number"), Text.of("entry.opening.gap.number-twice", each.getOrDefault("number", "")));
            }
            sum = sum.plus(money(number(RowContent.INVOICES, i, "amount", each.getOrDefault("amount", ""), 2).orElse(BigDecimal.ZERO)));
        }
        if (sum.compareTo(row.total()) > 0) {
            gap(RowContent.INVOICES, Text.of("entry.opening.gap.invoiced-more", sum, row.total()));
        }
    }

    /** 20 digits of a digital invoice, or a code of 10 or 12 digits and a number of 8. */
    private static boolean isInvoice(String code, String number) {
        return code.isEmpty() ? number.matches("\\d{20}") : code.matches("\\d{10}(\\d{2})?") && number.matches("\\d{8}");
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, row.total().currency());
    }

    private Optional<Instalment> instalment(String group, int i, String position) {
        Optional<Instalment> found =
                row.order().payment().instalments().stream().filter(each -> position.equals("" + each.position())).findFirst();
        if (found.isEmpty()) {
            gap(Paths.cell(group, i, "instalment"), Text.of("entry.opening.gap.no-instalment", position));
        }
        return found;
    }

    private void day(String group, int i, String cell, Map<String, String> from) {
        String written = from.getOrDefault(cell, "");
        Optional<LocalDate> day = Completeness.dayOf(written);
        if (day.isEmpty()) {
            gap(Paths.cell(group, i, cell), Text.of("entry.gap.day", written));
        }
        day.filter(asOf::isBefore).ifPresent(late -> gap(Paths.cell(group, i, cell), Text.of("entry.opening.gap.after", late, asOf)));
    }

    private Optional<BigDecimal> number(String group, int i, String cell, String written, int scale) {
        Optional<BigDecimal> number = Completeness.numberOf(written).filter(each -> each.stripTrailingZeros().scale() <= scale);
        if (number.isEmpty()) {
            gap(Paths.cell(group, i, cell), Text.of("entry.gap.number", written, scale));
        } else if (number.get().signum() <= 0) {
            gap(Paths.cell(group, i, cell), Text.of("entry.gap.positive"));
        }
        return number.filter(each -> each.signum() > 0);
    }

    private void gap(String path, Text message) {
        gaps.add(new Gap(path, message));
    }
}
