package dev.kontor.kernel.outbox;

import dev.kontor.api.event.Notice;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.rows.Bell;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.rows.Stamps;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The outbox's rows: notices written in the command, handed out after it, gone when everybody has them. */
@Component(service = Outbox.class)
public final class Outbox {

    private static final Type ROLES = Holder.class.getRecordComponents()[0].getGenericType();
    private static final Type PEOPLE = Holder.class.getRecordComponents()[1].getGenericType();

    private final Rows rows;
    private final Stamps stamps = new Stamps();
    private final Bell bell = new Bell();

    @Activate
    public Outbox(@Reference Rows rows) {
        this.rows = rows;
    }

    private record Holder(Set<Role> roles, Set<PersonId> people) {}

    /** Rings when there may be notices. */
    public Bell bell() {
        return bell;
    }

    /** @param drafts their ids count for nothing */
    public void put(List<Notice> drafts) {
        rows.each(
                "insert into kernel_outbox (id, kind, order_number, what, roles, people, told_at) values (?, ?, ?, ?, ?, ?, ?)",
                drafts.stream().map(this::values).toList());
    }

    private Object[] values(Notice draft) {
        return new Object[] {
            stamps.next(),
            draft.kind(),
            draft.order().map(OrderNumber::value).orElse(""),
            Canonical.text(draft.what()),
            Canonical.text(draft.roles(), ROLES),
            Canonical.text(draft.people(), PEOPLE),
            draft.at()
        };
    }

    /** Oldest first. */
    List<Notice> after(long id, int limit) {
        return rows
                .all("select id, kind, order_number, what, roles, people, told_at from kernel_outbox where id > ?"
                        + " order by id fetch first " + limit + " rows only", id)
                .stream()
                .map(Outbox::notice)
                .toList();
    }

    /** Who has taken which of a page already. */
    Map<Long, Set<String>> takers(long first, long last) {
        return rows.all("select id, name from kernel_outbox_taken where id >= ? and id <= ?", first, last).stream()
                .collect(Collectors.groupingBy(row -> row.number(0), Collectors.mapping(row -> row.text(1), Collectors.toSet())));
    }

    void taken(Map<Long, Set<String>> takers) {
        rows.each(
                "insert into kernel_outbox_taken (id, name) values (?, ?)",
                takers.entrySet().stream()
                        .flatMap(each -> each.getValue().stream().map(name -> new Object[] {each.getKey(), name}))
                        .toList());
    }

    void remove(Set<Long> ids) {
        List<Object[]> all = ids.stream().map(id -> new Object[] {id}).toList();
        rows.each("delete from kernel_outbox_taken where id = ?", all);
        rows.each("delete from kernel_outbox where id = ?", all);
    }

    Set<String> known() {
        return Set.copyOf(rows.all("select name from kernel_outbox_consumer").stream()
                .map(row -> row.text(0))
                .toList());
    }

    void meet(String consumer, Instant since) {
        rows.run("insert into kernel_outbox_consumer (name, since) values (?, ?)", consumer, since);
    }

    /** Nothing waits for them any more; one that comes back is met anew. */
    void forget(Set<String> consumers) {
        rows.each("delete from kernel_outbox_consumer where name = ?", consumers.stream().map(name -> new Object[] {name}).toList());
    }

    @SuppressWarnings("unchecked") // the types say so
    private static Notice notice(Row row) {
        return new Notice(
                row.number(0),
                row.text(1),
                row.text(2).isEmpty() ? Optional.empty() : Optional.of(new OrderNumber(row.text(2))),
                Canonical.read(row.text(3), Text.class),
                (Set<Role>) Canonical.read(row.text(4), ROLES),
                (Set<PersonId>) Canonical.read(row.text(5), PEOPLE),
                row.instant(6));
    }
}
