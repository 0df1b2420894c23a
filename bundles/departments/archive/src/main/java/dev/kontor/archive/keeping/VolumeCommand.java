package dev.kontor.archive.keeping;

import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import java.util.Set;

/**
 * Something people do with a volume and the file of its order, which is locked, so that no two do something with volumes of one
 * order at the same time, and who may not see the order does nothing.
 */
public abstract class VolumeCommand extends OnVolume {

    /** Who reads the archive. */
    public static final Set<Role> READERS = Set.of(
            Role.ARCHIVIST, Role.LEADERSHIP, Role.SUPERVISOR, Role.FINANCE_CLERK, Role.FINANCE_REVIEWER, Role.SALES_HEAD,
            Role.SALES_REP, Role.LEGAL_REVIEWER, Role.AFTERSALES_ENGINEER, Role.PRODUCTION_INSPECTOR);

    protected VolumeCommand(String verb, Text title, Set<Role> roles, VolumeBook book) {
        super(verb, title, roles, book);
    }

    /** Does it. @return one sentence: what was done */
    protected abstract Text work(CompanyFile company, OrderFile file, Volume volume, Values values);

    @Override
    protected final Text work(CompanyFile company, Volume volume, Values values) {
        return work(company, company.order(volume.order()), volume, values);
    }
}
