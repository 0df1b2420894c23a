package dev.kontor.finance.invoice;

import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The register of invoices, and what was asked for. Usable only inside a command or a read. */
@Component(service = InvoiceBook.class)
public final class InvoiceBook {

    private final EntityManager entities;

    @Activate
    public InvoiceBook(@Reference(target = "(osgi.unit.name=finance)") EntityManager entities) {
        this.entities = entities;
    }

    void keep(Invoice invoice, Taxes amounts) {
        entities.persist(invoice);
        amounts.byRate().forEach(part -> entities.persist(new InvoiceRate(invoice, part)));
    }

    void keep(InvoiceRequest request) {
        entities.persist(request);
    }

    boolean has(InvoiceNumber number) {
        return !entities.createQuery("select one.id from Invoice one where one.code = :code and one.number = :number", String.class)
                .setParameter("code", number.code())
                .setParameter("number", number.number())
                .getResultList()
                .isEmpty();
    }

    Optional<Invoice> invoice(String id) {
        return Optional.ofNullable(entities.find(Invoice.class, id));
    }

    /** Of an order, the oldest first. */
    public List<Invoice> of(OrderNumber order) {
        return entities.createQuery("select one from Invoice one where one.orderNumber = :order order by one.issuedOn, one.recordedAt, one.id",
                        Invoice.class)
                .setParameter("order", order.value())
                .getResultList();
    }

    /** What the order's invoices come to, red letters taken away. */
    public Taxes invoiced(Order order) {
        return Taxes.of(rates(order.number()).stream().map(each -> each.part(order.currency())).toList(), order.currency());
    }

    /** What these invoices come to. */
    Taxes sum(Order order, Collection<Invoice> invoices) {
        List<String> ids = invoices.stream().map(Invoice::id).toList();
        return Taxes.of(
                rates(order.number()).stream()
                        .filter(each -> ids.contains(each.invoice()))
                        .map(each -> each.part(order.currency()))
                        .toList(),
                order.currency());
    }

    /** What is left of an invoice when its red letters are taken away. */
    Taxes left(Order order, Invoice invoice) {
        return sum(order, of(order.number()).stream()
                .filter(each -> each.id().equals(invoice.id()) || each.reverses().equals(invoice.id()))
                .toList());
    }

    private List<InvoiceRate> rates(OrderNumber order) {
        return entities.createQuery("select one from InvoiceRate one where one.orderNumber = :order", InvoiceRate.class)
                .setParameter("order", order.value())
                .getResultList();
    }

    /** Every request of the order, the oldest first. */
    List<InvoiceRequest> requests(OrderNumber order) {
        return entities.createQuery(
                        "select one from InvoiceRequest one where one.orderNumber = :order order by one.running", InvoiceRequest.class)
                .setParameter("order", order.value())
                .getResultList();
    }

    List<InvoicingTerm> terms(OrderNumber order) {
        return entities.createQuery("select one from InvoicingTerm one where one.orderNumber = :order", InvoicingTerm.class)
                .setParameter("order", order.value())
                .getResultList();
    }

    /** The instalment's term, to be set; a new one where the contract's had not been entered. */
    InvoicingTerm term(OrderNumber order, int instalment) {
        return terms(order).stream().filter(each -> each.instalment() == instalment).findFirst().orElseGet(() -> {
            InvoicingTerm made = new InvoicingTerm(order, instalment);
            entities.persist(made);
            return made;
        });
    }

    /**
     * A part of the register, the latest first.
     *
     * @param kind empty for every kind
     * @param before where the part before ended; empty for the first
     */
    List<Invoice> list(String kind, Optional<Mark> before, int most) {
        TypedQuery<Invoice> query = entities.createQuery(
                "select one from Invoice one where " + (kind.isEmpty() ? "" : "one.kind = :kind and ")
                        + "(one.issuedOn < :day or (one.issuedOn = :day and one.id < :id))"
                        + " order by one.issuedOn desc, one.id desc",
                Invoice.class);
        if (!kind.isEmpty()) {
            query.setParameter("kind", kind);
        }
        return query.setParameter("day", before.map(Mark::day).orElse("9999-12-31"))
                .setParameter("id", before.map(Mark::id).orElse(""))
                .setMaxResults(most)
                .getResultList();
    }

    /** The last row of a part of the register. */
    record Mark(String day, String id) {

        static Optional<Mark> of(String written) {
            return written.matches("\\d{4}-\\d{2}-\\d{2}_[0-9a-f-]{36}")
                    ? Optional.of(new Mark(written.substring(0, 10), written.substring(11)))
                    : Optional.empty();
        }

        static Mark of(Invoice last) {
            return new Mark(last.issuedOn().toString(), last.id());
        }

        @Override
        public String toString() {
            return day + "_" + id;
        }
    }
}
