package dev.kontor.kernel.desk;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.event.Notice;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.journal.Ledger;
import dev.kontor.kernel.journal.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one command gathers until it ends: who acts, one reading of the clock, lines for the journals, notices. Journals
 * are written at the end, the company's last, so that its lock is held for a moment only.
 */
final class Work {

    private final Office office;
    private final Person actor;
    private final Instant now;
    private final LocalDate today;
    private final Map<String, List<Line>> lines = new LinkedHashMap<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Set<CustomerId> locked = new HashSet<>();
    private boolean holdsOrder;
    private boolean looks;
    private Optional<Map<Role, Integer>> muted = Optional.empty();

    Work(Office office, Person actor) {
        this.office = office;
        this.actor = actor;
        this.now = office.clock.now();
        this.today = now.atZone(office.clock.zone()).toLocalDate();
    }

    Person actor() {
        return actor;
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return today;
    }

    /** An order is locked that others may wait for; one that the command has just opened is not among those. */
    void holdsOrder() {
        holdsOrder = true;
    }

    /** Nothing will be kept: who counts over a customer's orders need not come one after the other. */
    Work looking() {
        looks = true;
        return this;
    }

    /** Before any order, one after the other by id: so two commands never wait for each other. */
    void lock(List<CustomerId> customers) {
        customers.stream().filter(locked::add).forEach(office.customers::lock);
    }

    /** The customer and its affiliates, locked. */
    List<CustomerId> lock(CustomerId customer) {
        List<CustomerId> group = office.customers.group(customer).stream()
                .sorted(Comparator.comparing(CustomerId::value))
                .toList();
        if (holdsOrder && !locked.containsAll(group)) {
            throw new CustomersFirst(group);
        }
        if (!looks) {
            lock(group);
        }
        return group;
    }

    void note(String journal, Line line) {
        lines.computeIfAbsent(journal, name -> new ArrayList<>()).add(line);
    }

    void tell(String kind, Optional<OrderNumber> order, Text what, Set<Role> roles, Set<PersonId> people) {
        if (muted.isPresent() && kind.equals("person.told")) {
            roles.forEach(role -> muted.get().merge(role, 1, Integer::sum));
            return;
        }
        notices.add(new Notice(0, kind, order, what, roles, people, now));
    }

    /** Counts what is told to roles instead of telling it. */
    void mute(Map<Role, Integer> told) {
        muted = Optional.of(told);
    }

    /** Writes what was gathered; last in the command. */
    void close() {
        List<Line> company = lines.remove(Ledger.COMPANY);
        lines.forEach((journal, each) -> {
            append(journal, each);
            OrderNumber order = new OrderNumber(journal);
            tell("order.changed", Optional.of(order), each.get(each.size() - 1).what(), Set.of(), Set.of());
        });
        if (company != null) {
            append(Ledger.COMPANY, company);
        }
        office.outbox.put(notices);
    }

    private void append(String journal, List<Line> each) {
        office.ledger.append(journal, each, actor.id(), now, office.clock.simulated());
    }
}
