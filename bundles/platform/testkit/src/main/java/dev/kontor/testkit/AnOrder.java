package dev.kontor.testkit;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.order.Contact;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.Delivery;
import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.PaymentPlan;
import dev.kontor.api.order.TechnicalParameter;
import dev.kontor.api.people.PersonId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds an order that is valid and plain; a test says only what matters to it. */
public final class AnOrder {

    private OrderNumber number = OrderNumber.of(2026, 1);
    private int revision = 1;
    private String customer = "C-0001";
    private Contact contact = new Contact("Wang Wei", "021-55550000", "");
    private Money price = Money.cny(500_000);
    private String model = "CNC-500";
    private LocalDate signedOn = LocalDate.of(2026, 3, 2);
    private LocalDate delivery = LocalDate.of(2026, 9, 1);
    private String representative = "lina";
    private int advance = 30;
    private BigDecimal retention = BigDecimal.TEN;
    private int retentionMonths = 12;
    private int instalments = 3;
    private String means = "transfer";
    private String payer = "";
    private List<Instalment> paidAs = List.of();
    private List<ContractTerm> terms =
            List.of(new ContractTerm("breach", "9", "0.05 % a day."), new ContractTerm("warranty", "10", "12 months."));
    private List<Contract.SupplementaryAgreement> agreements = List.of();
    private List<TechnicalParameter> parameters = List.of(new TechnicalParameter("travel", "500", "mm"));
    private Map<String, String> more = Map.of();

    private AnOrder() {}

    public static AnOrder anOrder() {
        return new AnOrder();
    }

    public AnOrder numbered(long running) {
        number = OrderNumber.of(2026, running);
        return this;
    }

    public AnOrder revised(int to) {
        revision = to;
        return this;
    }

    public AnOrder of(String customerId) {
        customer = customerId;
        return this;
    }

    public AnOrder by(String salesRepresentative) {
        representative = salesRepresentative;
        return this;
    }

    public AnOrder worth(Money amount) {
        price = amount;
        return this;
    }

    public AnOrder model(String name) {
        model = name;
        return this;
    }

    public AnOrder signedOn(LocalDate day) {
        signedOn = day;
        return this;
    }

    public AnOrder deliveredOn(LocalDate day) {
        delivery = day;
        return this;
    }

    public AnOrder calling(String phone) {
        contact = new Contact(contact.name(), phone, contact.email());
        return this;
    }

    /** @param percent of the price, due as advance */
    public AnOrder prepaid(int percent) {
        advance = percent;
        return this;
    }

    /** @param percent of the price, held until some months after acceptance */
    public AnOrder retaining(String percent, int months) {
        retention = new BigDecimal(percent);
        retentionMonths = months;
        return this;
    }

    /** Advance, retention and so many parts between that there are {@code count}; at least three. */
    public AnOrder paidIn(int count) {
        instalments = count;
        return this;
    }

    public AnOrder paidBy(String paymentMeans) {
        means = paymentMeans;
        return this;
    }

    public AnOrder paidByThirdParty(String name) {
        payer = name;
        return this;
    }

    /** These, whatever else is said of its payment. */
    public AnOrder paidAs(Instalment... all) {
        paidAs = List.of(all);
        return this;
    }

    /** Of its one line. */
    public AnOrder withParameters(TechnicalParameter... all) {
        parameters = List.of(all);
        return this;
    }

    public AnOrder withTerms(ContractTerm... all) {
        terms = List.of(all);
        return this;
    }

    public AnOrder agreeing(Contract.SupplementaryAgreement... all) {
        agreements = List.of(all);
        return this;
    }

    /** @param digest of the contract's file, as entry keeps it */
    public AnOrder filed(String digest) {
        more = Map.of("entry.contract-file", digest);
        return this;
    }

    public Order build() {
        OrderLine line = new OrderLine(
                1, model, "Machining centre", BigDecimal.ONE, "台", price, BigDecimal.valueOf(13),
                parameters, List.of());
        return new Order(
                number, revision,
                new Contract(new ContractNumber("HT-2026-001"), Contract.SALE, "", "", signedOn, agreements),
                new CustomerId(customer), "Huadong Machinery", contact, List.of(line), plan(),
                new Delivery(delivery, "Shanghai", false), terms, new PersonId(representative), "referral", more);
    }

    private PaymentPlan plan() {
        if (!paidAs.isEmpty()) {
            return new PaymentPlan(paidAs);
        }
        Money first = share(BigDecimal.valueOf(advance));
        Money last = share(retention);
        Money rest = price.minus(first).minus(last);
        int between = instalments - 2;
        Money each = Money.rounded(rest.amount().divide(BigDecimal.valueOf(between), 2, RoundingMode.DOWN), price.currency());
        List<Instalment> parts = new ArrayList<>();
        parts.add(new Instalment(1, "advance", first, DueTerm.after("contract-in-force", 0, 10), means, payer));
        for (int i = 1; i <= between; i++) {
            Money part = i < between ? each : rest.minus(each.times(BigDecimal.valueOf(between - 1L)));
            parts.add(new Instalment(i + 1, "progress", part, DueTerm.after("dispatch", i, 0), "transfer", ""));
        }
        parts.add(new Instalment(instalments, "retention", last, DueTerm.after("acceptance", retentionMonths, 0), "transfer", ""));
        return new PaymentPlan(parts);
    }

    private Money share(BigDecimal percent) {
        return price.times(percent.movePointLeft(2));
    }
}
