package dev.kontor.finance.page;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Collection on the order's page: the schedule, what came, what was done about what did not. */
@Component
public final class ScheduleTab implements OrderTab {

    static final String ID = "finance-schedule";

    private final Schedule schedule;
    private final ReceiptBlocks receipts;
    private final DunningBlocks dunning;
    private final GuaranteeBlock guarantees;

    @Activate
    public ScheduleTab(
            @Reference Schedule schedule, @Reference ReceiptBlocks receipts, @Reference DunningBlocks dunning,
            @Reference GuaranteeBlock guarantees) {
        this.schedule = schedule;
        this.receipts = receipts;
        this.dunning = dunning;
        this.guarantees = guarantees;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Text title() {
        return Text.of("finance.schedule.tab");
    }

    @Override
    public int position() {
        return 41;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(
                Role.FINANCE_CLERK,
                Role.FINANCE_REVIEWER,
                Role.FINANCE_CREDIT,
                Role.LEGAL_REVIEWER,
                Role.SALES_REP,
                Role.SALES_HEAD,
                Role.LEADERSHIP,
                Role.SUPERVISOR,
                Role.AUDITOR);
    }

    /** Who owes work of collection sees what is open before they write. */
    @Override
    public List<Block> brief(OrderView file) {
        boolean owes = file.openTasks().stream()
                .filter(task -> task.kind().department().equals("finance"))
                .anyMatch(task -> file.actor().holds(task.role()));
        return owes ? table(file).map(List::of).orElse(List.of()) : List.of();
    }

    @Override
    public List<Block> show(OrderView file) {
        List<Block> blocks = new ArrayList<>();
        table(file).ifPresent(blocks::add);
        guarantees.of(file).ifPresent(blocks::add);
        blocks.addAll(receipts.of(file));
        blocks.addAll(dunning.of(file));
        return blocks;
    }

    private Optional<Block> table(OrderView file) {
        List<Due> dues = schedule.of(file.number());
        return dues.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table(
                        Text.of("finance.schedule.tab"),
                        DueCells.columns(
                                "schedule.instalment", "schedule.due-on", "#amount", "#schedule.paid", "#schedule.open", "state"),
                        dues.stream().map(due -> row(file, due)).toList(),
                        "",
                        Text.plain("")));
    }

    private static List<Cell> row(OrderView file, Due due) {
        return List.of(
                DueCells.kind(due),
                DueCells.day(due),
                new Cell.Amount(due.amount()),
                new Cell.Amount(due.paid()),
                new Cell.Amount(due.open()),
                DueCells.state(due, file.today()));
    }
}
