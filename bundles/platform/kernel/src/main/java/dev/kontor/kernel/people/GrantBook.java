package dev.kontor.kernel.people;

import dev.kontor.api.people.Accounts.Grant;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.kernel.rows.Rows;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of grants that wait for a second administrator. Inside a transaction only. */
@Component(service = GrantBook.class)
public final class GrantBook {

    private final Rows rows;

    @Activate
    public GrantBook(@Reference Rows rows) {
        this.rows = rows;
    }

    List<Grant> pending() {
        return rows.all("select id, account, role_name, proposed_by, proposed_at from kernel_grant order by proposed_at, id")
                .stream()
                .map(row -> new Grant(
                        row.text(0), new PersonId(row.text(1)), new Role(row.text(2)), new PersonId(row.text(3)), row.instant(4)))
                .toList();
    }

    Optional<Grant> grant(String id) {
        return pending().stream().filter(grant -> grant.id().equals(id)).findFirst();
    }

    void propose(Grant grant) {
        rows.run(
                "insert into kernel_grant (id, account, role_name, proposed_by, proposed_at) values (?, ?, ?, ?, ?)",
                grant.id(), grant.to(), grant.role(), grant.by(), grant.at());
    }

    void close(String id) {
        rows.run("delete from kernel_grant where id = ?", id);
    }

    /** Grants for an account that is no longer to have them. */
    void closeAll(PersonId account) {
        rows.run("delete from kernel_grant where account = ?", account);
    }
}
