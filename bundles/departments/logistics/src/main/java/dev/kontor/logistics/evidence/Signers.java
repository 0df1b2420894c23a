package dev.kontor.logistics.evidence;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of who signs for which customer. Usable only inside a command or a read. */
@Component(service = Signers.class)
public final class Signers {

    private final EntityManager entities;
    private final Customers customers;

    @Activate
    public Signers(@Reference(target = "(osgi.unit.name=logistics)") EntityManager entities, @Reference Customers customers) {
        this.entities = entities;
        this.customers = customers;
    }

    void keep(CustomerSigner signer) {
        entities.persist(signer);
    }

    Optional<CustomerSigner> find(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.ofNullable(entities.find(CustomerSigner.class, id));
    }

    /** For whom an organisation signs, in whatever state. */
    List<CustomerSigner> of(Provider provider, String organisation) {
        return entities.createQuery(
                        "select one from CustomerSigner one where one.provider = :provider and one.organisation = :organisation"
                                + " order by one.customer",
                        CustomerSigner.class)
                .setParameter("provider", provider.id())
                .setParameter("organisation", organisation)
                .getResultList();
    }

    /** What a second person has still to decide, the oldest first. */
    public List<CustomerSigner> waiting(int most) {
        return entities.createQuery(
                        "select one from CustomerSigner one where one.state = :proposed order by one.changedAt, one.id", CustomerSigner.class)
                .setParameter("proposed", CustomerSigner.PROPOSED)
                .setMaxResults(most)
                .getResultList();
    }

    /** What is to be decided, and owed at the order. */
    public List<CustomerSigner> asked(OrderNumber order) {
        return entities.createQuery(
                        "select one from CustomerSigner one where one.askedAt = :order and one.state = :proposed order by one.changedAt, one.id",
                        CustomerSigner.class)
                .setParameter("order", order.value())
                .setParameter("proposed", CustomerSigner.PROPOSED)
                .getResultList();
    }

    /** As it is once whoever decided it meanwhile is done. */
    CustomerSigner locked(CustomerSigner signer, CompanyFile company) {
        company.lock(signer.customer());
        entities.refresh(signer);
        return signer;
    }

    /**
     * By organisation.
     *
     * @param after id of the one behind which they stand; empty for the first
     */
    public List<CustomerSigner> all(String after, int most) {
        return entities.createQuery(
                        "select one from CustomerSigner one where one.organisation > :organisation"
                                + " or one.organisation = :organisation and one.id > :id order by one.organisation, one.id",
                        CustomerSigner.class)
                .setParameter("organisation", find(after).map(CustomerSigner::organisation).orElse(""))
                .setParameter("id", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** A customer's name; its number when nobody has it any more. */
    public String name(CustomerId customer) {
        return customers.customer(customer).map(Customer::name).orElse(customer.value());
    }

    /** By number or exact name, as it is typed. */
    Optional<Customer> customer(String typed) {
        return Optional.of(typed)
                .filter(text -> text.matches("[A-Z0-9][A-Z0-9-]{0,31}"))
                .flatMap(text -> customers.customer(new CustomerId(text)))
                .or(() -> customers.search(typed, 10).stream().filter(one -> one.name().equals(typed)).findFirst());
    }
}
