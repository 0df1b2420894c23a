package dev.kontor.api.customer;

import dev.kontor.api.order.Contact;
import java.util.List;

/**
 * A company that buys.
 *
 * @param creditCode unified social credit identifier (统一社会信用代码), 18 characters; empty for foreign companies
 * @param invoicing address, bank and account for invoices, as text
 * @param affiliates the group whose contracts count together (关联方); empty if none
 * @param version grows with every change
 */
public record Customer(
        CustomerId id,
        String name,
        String creditCode,
        String country,
        String address,
        String invoicing,
        String affiliates,
        List<Contact> contacts,
        long version) {

    public Customer {
        contacts = List.copyOf(contacts);
    }
}
