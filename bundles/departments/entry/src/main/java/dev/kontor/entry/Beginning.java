package dev.kontor.entry;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Paths;
import dev.kontor.entry.need.Need;
import dev.kontor.entry.need.Needs;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How a person begins an order, with a signed contract or the draft of one: for a customer, often out of a need. */
@Component(service = Beginning.class)
public final class Beginning {

    private final Registration registration;
    private final Customers customers;
    private final Needs needs;

    @Activate
    public Beginning(@Reference Registration registration, @Reference Customers customers, @Reference Needs needs) {
        this.registration = registration;
        this.customers = customers;
        this.needs = needs;
    }

    /** @param subject the need that led to the contract; empty if none did */
    Values initial(String subject) {
        return RegistrationForm.initial(subject, needs.find(subject));
    }

    /**
     * Begins with what was typed and what the need says, files the contract's file, and links the need to the order.
     *
     * @param how opens the file of the order
     * @throws Refused with the gaps of what was typed
     */
    OrderFile of(Values values, BiFunction<Customer, SortedMap<String, String>, OrderFile> how) {
        Customer customer = RegistrationForm.customer(customers, values.text("customer"));
        RegistrationForm.check(values);
        SortedMap<String, String> typed = Paths.flat(values);
        typed.keySet().removeAll(Set.of("subject", "customer"));
        Optional<Need> need = needs.find(values.text("subject"));
        need.ifPresent(one -> one.begin(typed));
        OrderFile file = how.apply(customer, typed);
        values.upload("contract-file").ifPresent(upload -> registration.attach(file, upload));
        need.ifPresent(one -> link(file, one));
        return file;
    }

    private void link(OrderFile file, Need need) {
        needs.link(need, file.number());
        file.note("entry.need-met", Text.of("entry.need.met", need.customerName(), need.recordedAt()), List.of(new Change("need", "", need.id())));
    }
}
