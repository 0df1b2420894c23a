package dev.kontor.aftersales.page;

import dev.kontor.aftersales.service.CaseTable;
import dev.kontor.aftersales.service.Cases;
import dev.kontor.aftersales.service.CasesPage;
import dev.kontor.aftersales.service.ServiceCase;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.CustomerPart;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A customer's service file (客户售后服务档案): what they needed, what was done, how satisfied they are, and what became better. */
@Component
public final class CustomerService implements CustomerPart {

    private static final int MOST = 20;

    private final Cases cases;
    private final CaseTable table;
    private final FollowUp followUp;
    private final Clock clock;

    @Activate
    public CustomerService(@Reference Cases cases, @Reference CaseTable table, @Reference FollowUp followUp, @Reference Clock clock) {
        this.cases = cases;
        this.table = table;
        this.followUp = followUp;
        this.clock = clock;
    }

    @Override
    public int position() {
        return 40;
    }

    /** Those who see every customer's orders; a representative finds the cases on the pages of their own. */
    @Override
    public Set<Role> roles() {
        return CasesPage.READERS;
    }

    @Override
    public List<Block> show(CustomerId customer, Person reader) {
        List<Block> blocks = new ArrayList<>();
        List<ServiceCase> all = cases.ofCustomer(customer.value(), MOST + 1);
        if (!all.isEmpty()) {
            String more = all.size() > MOST ? "aftersales/cases?state=all&customer=" + customer : "";
            blocks.add(table.of(all.subList(0, Math.min(MOST, all.size())), reader, more));
        }
        blocks.addAll(followUp.of(customer, clock.today(), MOST));
        return blocks;
    }
}
