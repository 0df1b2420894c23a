package dev.kontor.entry.need;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A recorded need is completed or changed; the subject is its id. */
@Component
public final class ChangeNeed implements CompanyCommand {

    private final Needs needs;
    private final Channels channels;
    private final Customers customers;
    private final NeedParts parts;

    @Activate
    public ChangeNeed(@Reference Needs needs, @Reference Channels channels, @Reference Customers customers, @Reference NeedParts parts) {
        this.needs = needs;
        this.channels = channels;
        this.customers = customers;
        this.parts = parts;
    }

    @Override
    public String name() {
        return "entry/change-need";
    }

    @Override
    public Text title() {
        return Text.of("entry.change-need.title");
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
    public Values initial(Person person, String subject) {
        Map<String, Object> typed = new HashMap<>(parts.kept(Set.of(subject)).of(subject).all());
        typed.putAll(needs.find(subject).map(Need::typed).orElse(Map.of()));
        typed.put("subject", subject);
        typed.put(NeedForm.ASKED, parts.asked());
        return new Values(typed);
    }

    @Override
    public long version(String subject) {
        return needs.find(subject).map(Need::version).orElse(-1L);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Need before = needs.find(values.text("subject"))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("entry.need.unknown")));
        Need after = NeedForm.need(before.id(), values, customers, company.actor().id(), company.now(), Optional.of(before));
        needs.change(after);
        Kept known = parts.kept(Set.of(before.id()));
        parts.change(before.id(), values);
        Kept kept = parts.kept(Set.of(before.id()));
        List<Change> changes = new ArrayList<>();
        Map<String, String> old = before.typed();
        Map<String, String> now = after.typed();
        for (String field : List.of("customer", "channel", "model", "quantity", "parameters", "delivery-date", "delivery-place", "other")) {
            if (!old.getOrDefault(field, "").equals(now.getOrDefault(field, ""))) {
                changes.add(new Change(field, old.getOrDefault(field, ""), now.getOrDefault(field, "")));
            }
        }
        changes.addAll(kept.since(known, before.id()));
        company.note("entry.need-changed", Text.of("entry.need.changed", after.customerName()), changes);
        return Answer.of(Text.of("entry.need.done", after.missing().size() + kept.missing(after.id()).size())).goingTo("entry/needs").withId(after.id());
    }
}
