package dev.kontor.kernel.notice;

import dev.kontor.api.event.Notice;
import dev.kontor.api.event.NoticeConsumer;
import dev.kontor.api.event.Notifications;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.kernel.order.Sight;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.store.Transactions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps for each person what they were told: what names them, and what is said to a role they hold when it is said. The
 * same notice again changes nothing.
 */
@Component(service = {Pigeonhole.class, Notifications.class, NoticeConsumer.class})
public final class Pigeonhole implements Notifications, NoticeConsumer {

    /** Kinds that are shown to a person; others only refresh pages. */
    private static final Set<String> TOLD = Set.of("person.told", "task.opened", "rules.activated", "bundles.changed");
    /** More than this nobody reads; the oldest leave. */
    private static final int MOST = 500;

    private final Transactions transactions;
    private final Rows rows;
    private final OrderRows orders;
    private final Accounts accounts;

    @Activate
    public Pigeonhole(
            @Reference Transactions transactions,
            @Reference Rows rows,
            @Reference OrderRows orders,
            @Reference Accounts accounts) {
        this.transactions = transactions;
        this.rows = rows;
        this.orders = orders;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "page";
    }

    @Override
    public void take(Notice notice) {
        if (TOLD.contains(notice.kind())) {
            transactions.command(() -> {
                recipients(notice).forEach(person -> keep(person, notice));
                return notice;
            });
        }
    }

    /** Of a role only those who may see the order that it is about. */
    private Set<PersonId> recipients(Notice notice) {
        Set<PersonId> recipients = new LinkedHashSet<>(notice.people());
        for (Role role : notice.roles()) {
            accounts.holders(role).stream().filter(person -> concerns(person, notice)).forEach(person -> recipients.add(person.id()));
        }
        return recipients;
    }

    private boolean concerns(Person person, Notice notice) {
        Sight sight = orders.sight(person);
        return notice.order()
                .map(order -> rows.one("select representative from kernel_order where number = ?", order)
                        .map(row -> sight.covers(new PersonId(row.text(0))))
                        .orElse(true))
                .orElse(true);
    }

    private void keep(PersonId person, Notice notice) {
        if (rows.one("select seen from kernel_notification where person = ? and notice = ?", person, notice.id()).isPresent()) {
            return;
        }
        rows.run(
                "insert into kernel_notification (person, notice, kind, order_number, words, at_time, seen)"
                        + " values (?, ?, ?, ?, ?, ?, 0)",
                person, notice.id(), notice.kind(), notice.order().map(OrderNumber::value).orElse(""),
                Canonical.text(notice.what()), notice.at());
        rows.all("select notice from kernel_notification where person = ? order by notice desc offset " + MOST + " rows", person)
                .forEach(old -> rows.run("delete from kernel_notification where person = ? and notice = ?", person, old.number(0)));
    }

    @Override
    public List<Notification> of(Person person, int limit) {
        return transactions.read(() -> rows
                .all(
                        "select notice, kind, order_number, words, at_time, seen from kernel_notification where person = ?"
                                + " order by notice desc fetch first " + Math.max(1, Math.min(limit, MOST)) + " rows only",
                        person.id())
                .stream()
                .map(row -> notification(row, person.id()))
                .toList());
    }

    private static Notification notification(Row row, PersonId person) {
        Optional<OrderNumber> order = Optional.of(row.text(2)).filter(number -> !number.isEmpty()).map(OrderNumber::new);
        Notice notice = new Notice(
                row.number(0), row.text(1), order, Canonical.read(row.text(3), Text.class), Set.of(), Set.of(person),
                row.instant(4));
        return new Notification(notice, row.flag(5));
    }

    @Override
    public int unread(Person person) {
        return transactions.read(() -> rows
                .one("select count(*) from kernel_notification where person = ? and seen = 0", person.id())
                .orElseThrow()
                .whole(0));
    }

    /** Marks one as read, or all. Inside a command; answers how many. */
    int read(PersonId person, Optional<Long> notice) {
        return notice.map(id -> rows.run(
                        "update kernel_notification set seen = 1 where person = ? and seen = 0 and notice = ?", person, id))
                .orElseGet(() -> rows.run("update kernel_notification set seen = 1 where person = ? and seen = 0", person));
    }
}
