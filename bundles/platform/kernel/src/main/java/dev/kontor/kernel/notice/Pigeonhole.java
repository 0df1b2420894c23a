package dev.kontor.kernel.notice;

import dev.kontor.api.event.Notice;
import dev.kontor.api.event.NoticeConsumer;
import dev.kontor.api.event.Notifications;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.store.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    /** More than this nobody reads; the oldest leave, when so many have come to one person. */
    private static final int MOST = 500;
    private static final int UNTIDIED = 50;

    private final Transactions transactions;
    private final Rows rows;
    private final OrderRows orders;
    private final Accounts accounts;
    private final Map<PersonId, Integer> untidied = new HashMap<>();

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
    public void take(List<Notice> notices) {
        List<Notice> told = notices.stream().filter(notice -> TOLD.contains(notice.kind())).toList();
        if (!told.isEmpty()) {
            transactions.command(() -> {
                Recipients recipients = new Recipients(rows, orders, accounts);
                Map<PersonId, List<Notice>> sorted = new LinkedHashMap<>();
                told.forEach(notice -> recipients.of(notice)
                        .forEach(person -> sorted.computeIfAbsent(person, first -> new ArrayList<>()).add(notice)));
                sorted.forEach(this::keep);
                return true;
            });
        }
    }

    private void keep(PersonId person, List<Notice> notices) {
        Set<Long> there = rows
                .all("select notice from kernel_notification where person = ? and notice >= ? and notice <= ?",
                        person, notices.get(0).id(), notices.get(notices.size() - 1).id())
                .stream()
                .map(row -> row.number(0))
                .collect(Collectors.toSet());
        List<Object[]> fresh = notices.stream()
                .filter(notice -> !there.contains(notice.id()))
                .map(notice -> values(person, notice))
                .toList();
        rows.each("insert into kernel_notification (person, notice, kind, order_number, words, at_time, seen)"
                + " values (?, ?, ?, ?, ?, ?, 0)", fresh);
        if (untidied.merge(person, fresh.size(), Integer::sum) > UNTIDIED) {
            tidy(person);
            untidied.put(person, 0);
        }
    }

    private static Object[] values(PersonId person, Notice notice) {
        return new Object[] {
            person, notice.id(), notice.kind(), notice.order().map(OrderNumber::value).orElse(""),
            Canonical.text(notice.what()), notice.at()
        };
    }

    private void tidy(PersonId person) {
        rows.each("delete from kernel_notification where person = ? and notice = ?", rows
                .all("select notice from kernel_notification where person = ? order by notice desc offset " + MOST + " rows", person)
                .stream()
                .map(old -> new Object[] {person, old.number(0)})
                .toList());
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
