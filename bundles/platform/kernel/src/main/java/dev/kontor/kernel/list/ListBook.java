package dev.kontor.kernel.list;

import dev.kontor.api.page.Lists;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.store.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of filters and columns that people keep, each person's own. */
@Component(service = {ListBook.class, Lists.class})
public final class ListBook implements Lists {

    private static final String COLUMNS = "select id, list, name, query from kernel_kept_filter where person = ? and ";

    private final Transactions transactions;
    private final Rows rows;

    @Activate
    public ListBook(@Reference Transactions transactions, @Reference Rows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    @Override
    public List<Kept> kept(Person person, String list) {
        return transactions.read(() -> rows.all(COLUMNS + "list = ? order by name, id", person.id(), list).stream()
                .map(ListBook::kept)
                .toList());
    }

    @Override
    public List<String> columns(Person person, String list) {
        return transactions.read(() -> rows
                .one("select columns_of from kernel_chosen_columns where person = ? and list = ?", person.id(), list)
                .map(row -> List.of(row.text(0).split(" ")))
                .orElse(List.of()));
    }

    private static Kept kept(Row row) {
        return new Kept(row.text(0), row.text(1), row.text(2), row.text(3));
    }

    /** One of the person's own. */
    Optional<Kept> find(PersonId person, String id) {
        return rows.one(COLUMNS + "id = ?", person, id).map(ListBook::kept);
    }

    Optional<Kept> named(PersonId person, String list, String name) {
        return rows.one(COLUMNS + "list = ? and name = ?", person, list, name).map(ListBook::kept);
    }

    int count(PersonId person, String list) {
        return rows.one("select count(*) from kernel_kept_filter where person = ? and list = ?", person, list)
                .orElseThrow()
                .whole(0);
    }

    void keep(PersonId person, String list, String name, String query) {
        rows.run("insert into kernel_kept_filter (id, person, list, name, query) values (?, ?, ?, ?, ?)",
                UUID.randomUUID(), person, list, name, query);
    }

    void rename(Kept filter, String name) {
        rows.run("update kernel_kept_filter set name = ? where id = ?", name, filter.id());
    }

    void drop(Kept filter) {
        rows.run("delete from kernel_kept_filter where id = ?", filter.id());
    }

    /** @param columns none: as the page would have it */
    void choose(PersonId person, String list, List<String> columns) {
        rows.run("delete from kernel_chosen_columns where person = ? and list = ?", person, list);
        if (!columns.isEmpty()) {
            rows.run("insert into kernel_chosen_columns (person, list, columns_of) values (?, ?, ?)",
                    person, list, String.join(" ", columns));
        }
    }
}
