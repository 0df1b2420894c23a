package dev.kontor.entry.need;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A preliminary intent is reached: what the customer needs is recorded, incomplete or not. */
@Component
public final class RecordNeed implements CompanyCommand {

    private final Needs needs;
    private final Channels channels;
    private final Customers customers;
    private final NeedParts parts;

    @Activate
    public RecordNeed(@Reference Needs needs, @Reference Channels channels, @Reference Customers customers, @Reference NeedParts parts) {
        this.needs = needs;
        this.channels = channels;
        this.customers = customers;
        this.parts = parts;
    }

    @Override
    public String name() {
        return "entry/record-need";
    }

    @Override
    public Text title() {
        return Text.of("entry.record-need.title");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP);
    }

    @Override
    public Form form(Person person, String subject) {
        return NeedForm.of(channels.options(person), parts.sections());
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String id = UUID.randomUUID().toString();
        Need need = NeedForm.need(id, values, customers, company.actor().id(), company.now(), Optional.empty());
        needs.add(need);
        parts.keep(id, values);
        company.note("entry.need-recorded", Text.of("entry.need.recorded", need.customerName()), List.of());
        int missing = need.missing().size() + parts.kept(Set.of(id)).missing(id).size();
        return Answer.of(Text.of("entry.need.done", missing)).goingTo("entry/needs").withId(id);
    }
}
