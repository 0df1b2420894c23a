package dev.kontor.aftersales.page;

import dev.kontor.aftersales.service.CaseTable;
import dev.kontor.aftersales.service.Cases;
import dev.kontor.aftersales.service.ServiceCase;
import dev.kontor.aftersales.warranty.Entitlement;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What after-sales does for an order. */
@Component
public final class AfterSalesTab implements OrderTab {

    private final Entitlement entitlement;
    private final Cases cases;
    private final CaseTable table;
    private final FollowUp followUp;

    @Activate
    public AfterSalesTab(
            @Reference Entitlement entitlement, @Reference Cases cases, @Reference CaseTable table, @Reference FollowUp followUp) {
        this.entitlement = entitlement;
        this.cases = cases;
        this.table = table;
        this.followUp = followUp;
    }

    @Override
    public String id() {
        return "aftersales";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.tab");
    }

    @Override
    public int position() {
        return 60;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public List<Block> show(OrderView file) {
        List<ServiceCase> all = cases.of(file.number());
        if (all.isEmpty() && !file.milestones().contains(MilestoneName.LOGISTICS_DELIVERED)) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        entitlement.of(file).ifPresent(blocks::add);
        blocks.add(table.of(all, file.actor(), ""));
        blocks.addAll(followUp.of(file));
        return blocks;
    }
}
