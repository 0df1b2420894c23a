package dev.kontor.aftersales.page;

import dev.kontor.aftersales.service.CaseTable;
import dev.kontor.aftersales.service.Cases;
import dev.kontor.aftersales.service.ServiceCase;
import dev.kontor.aftersales.warranty.AgreedWarranty;
import dev.kontor.aftersales.warranty.Warranties;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
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

    private final Warranties warranties;
    private final Cases cases;
    private final CaseTable table;
    private final FollowUp followUp;

    @Activate
    public AfterSalesTab(
            @Reference Warranties warranties, @Reference Cases cases, @Reference CaseTable table, @Reference FollowUp followUp) {
        this.warranties = warranties;
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
        if (!warranties.clauses(file).isEmpty()) {
            blocks.add(new Block.Facts(Text.of("aftersales.warranty"), List.of(
                    new Block.Fact(Text.of("aftersales.clause"), Cell.words(warranties.words(file))),
                    new Block.Fact(Text.of("aftersales.months"), warranties.agreed(file.number()).map(AgreedWarranty::months)
                            .map(months -> Cell.words(Text.of("aftersales.warranty-read", months)))
                            .orElse(new Cell.Badge(Cell.Tone.WARNING, Text.of("aftersales.warranty-unread")))))));
        }
        blocks.add(table.of(all, file.actor(), ""));
        blocks.addAll(followUp.of(file));
        return blocks;
    }
}
