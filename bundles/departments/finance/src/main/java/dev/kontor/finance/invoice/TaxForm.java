package dev.kontor.finance.invoice;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What the forms of an invoice and of a red letter share: number, day, and amounts by rate, as they stand on the paper. */
final class TaxForm {

    private static final Set<String> ORIGINALS = Set.of("application/xml", "application/ofd", "application/pdf");

    private TaxForm() {}

    static List<Field> fields() {
        return List.of(
                Field.text("code", Text.of("finance.invoice.code")).optional().withHint(Text.of("finance.invoice.code-hint")),
                Field.text("number", Text.of("finance.invoice.number")).withClause("7.2").withHint(Text.of("finance.invoice.number-hint")),
                Field.date("issued-on", Text.of("finance.invoice.issued-on")),
                Field.group("amounts", Text.of("finance.invoice.amounts"), List.of(
                        Field.number("rate", Text.of("finance.invoice.rate")),
                        Field.amount("net", Text.of("finance.invoice.net")),
                        Field.amount("tax", Text.of("finance.invoice.tax")))),
                Field.file("original", Text.of("finance.invoice.original")).withHint(Text.of("finance.invoice.original-hint")));
    }

    static List<Values> rows(Taxes amounts) {
        return amounts.byRate().stream()
                .filter(each -> !each.isNothing())
                .map(each -> new Values(Map.of(
                        "rate", each.rate().toPlainString(),
                        "net", each.net().amount().toPlainString(),
                        "tax", each.tax().amount().toPlainString())))
                .toList();
    }

    /** Part of what is left by rate, in proportion; what is lost in rounding belongs to the highest rate. */
    static Taxes share(Taxes left, Money part) {
        List<Tax> shares = new ArrayList<>();
        Money rest = part;
        for (int i = 0; i < left.byRate().size(); i++) {
            Tax whole = left.byRate().get(i);
            boolean last = i == left.byRate().size() - 1;
            Money total = last ? rest : Money.rounded(
                    part.amount().multiply(whole.total().amount()).divide(left.total().amount(), 2, RoundingMode.HALF_UP), part.currency());
            rest = rest.minus(total);
            shares.add(total.equals(whole.total()) ? whole : split(whole.rate(), total));
        }
        return Taxes.of(shares, left.currency());
    }

    private static Tax split(BigDecimal rate, Money total) {
        BigDecimal divisor = BigDecimal.ONE.add(rate.movePointLeft(2));
        Money net = new Money(total.amount().divide(divisor, 2, RoundingMode.HALF_UP), total.currency());
        return new Tax(rate, net, total.minus(net));
    }

    /** @throws Refused at the number's field */
    static InvoiceNumber number(InvoiceBook book, Values values) {
        if (!InvoiceNumber.isOne(values.text("code"), values.text("number"))) {
            throw Refused.at("number", Text.of("finance.invoice.number-wrong"));
        }
        InvoiceNumber number = new InvoiceNumber(values.text("code"), values.text("number"));
        if (book.has(number)) {
            throw Refused.at("number", Text.of("finance.invoice.number-taken", number.toString()));
        }
        return number;
    }

    /** @throws Refused at the day's field when it is ahead, or before what the paper is about */
    static LocalDate issuedOn(OrderFile file, Values values, LocalDate earliest) {
        LocalDate day = values.date("issued-on").orElseThrow();
        if (day.isAfter(file.today())) {
            throw Refused.at("issued-on", Text.of("finance.invoice.day-ahead"));
        }
        if (day.isBefore(earliest)) {
            throw Refused.at("issued-on", Text.of("finance.invoice.day-early", earliest));
        }
        return day;
    }

    /** Files the original. @throws Refused when it is none that the tax platform makes */
    static String original(OrderFile file, Values values) {
        Upload upload = values.upload("original").orElseThrow();
        if (!ORIGINALS.contains(upload.type())) {
            throw Refused.at("original", Text.of("finance.invoice.original-wrong"));
        }
        return file.file(Invoicing.ORIGINAL, upload).id();
    }

    /**
     * The amounts as typed.
     *
     * @throws Refused with a gap at each row whose rate the order does not have, or whose tax its rate does not make
     */
    static Taxes amounts(Order order, Values values) {
        List<Values> rows = values.rows("amounts");
        if (rows.isEmpty()) {
            throw Refused.at("amounts", Text.of("finance.invoice.amounts-missing"));
        }
        List<Tax> parts = rows.stream().map(row -> part(row, order.currency())).toList();
        List<Refused.Gap> gaps = IntStream.range(0, rows.size())
                .mapToObj(i -> gaps(order, parts.get(i), "amounts[" + i + "]."))
                .flatMap(List::stream)
                .toList();
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        return Taxes.of(parts, order.currency());
    }

    private static Tax part(Values row, String currency) {
        return new Tax(
                row.number("rate").orElseThrow(),
                Money.rounded(row.number("net").orElseThrow(), currency),
                Money.rounded(row.number("tax").orElseThrow(), currency));
    }

    private static List<Refused.Gap> gaps(Order order, Tax part, String row) {
        long lines = Taxes.lines(order, part.rate());
        if (lines == 0) {
            return List.of(new Refused.Gap(row + "rate", Text.of("finance.invoice.rate-unknown", part.rate())));
        }
        if (part.net().amount().signum() <= 0 || part.tax().amount().signum() < 0) {
            return List.of(new Refused.Gap(row + "net", Text.of("finance.invoice.amount-positive")));
        }
        return part.fitsItsRate(lines)
                ? List.of()
                : List.of(new Refused.Gap(row + "tax",
                        Text.of("finance.invoice.tax-wrong", part.total(), part.rate(), split(part.rate(), part.total()).tax())));
    }
}
