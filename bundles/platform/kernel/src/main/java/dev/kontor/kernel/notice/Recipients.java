package dev.kontor.kernel.notice;

import dev.kontor.api.event.Notice;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.kernel.order.Sight;
import dev.kontor.kernel.rows.Rows;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whom notices concern, for those that are handed over together: what was found for one serves the next. */
final class Recipients {

    private final Rows rows;
    private final OrderRows orders;
    private final Accounts accounts;
    private final Map<Role, List<Person>> holders = new HashMap<>();
    private final Map<PersonId, Sight> sights = new HashMap<>();
    private final Map<OrderNumber, Optional<PersonId>> representatives = new HashMap<>();

    Recipients(Rows rows, OrderRows orders, Accounts accounts) {
        this.rows = rows;
        this.orders = orders;
        this.accounts = accounts;
    }

    /** Whom it names, and of a role only those who may see the order that it is about. */
    Set<PersonId> of(Notice notice) {
        Set<PersonId> recipients = new LinkedHashSet<>(notice.people());
        for (Role role : notice.roles()) {
            holders.computeIfAbsent(role, accounts::holders).stream()
                    .filter(person -> concerns(person, notice))
                    .forEach(person -> recipients.add(person.id()));
        }
        return recipients;
    }

    private boolean concerns(Person person, Notice notice) {
        return notice.order()
                .flatMap(order -> representatives.computeIfAbsent(order, this::representative))
                .map(sights.computeIfAbsent(person.id(), id -> orders.sight(person))::covers)
                .orElse(true);
    }

    private Optional<PersonId> representative(OrderNumber order) {
        return rows.one("select representative from kernel_order where number = ?", order)
                .map(row -> new PersonId(row.text(0)));
    }
}
