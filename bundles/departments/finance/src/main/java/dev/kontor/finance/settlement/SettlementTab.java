package dev.kontor.finance.settlement;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.finance.invoice.Invoicing;
import dev.kontor.finance.invoice.TaxBlocks;
import dev.kontor.finance.penalty.PenaltyBlocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tax, invoices, penalties and the settlement sheet on the order's page. */
@Component
public final class SettlementTab implements OrderTab {

    private final SettlementSheet sheet;
    private final TaxBlocks taxes;
    private final PenaltyBlocks penalties;

    @Activate
    public SettlementTab(@Reference SettlementSheet sheet, @Reference TaxBlocks taxes, @Reference PenaltyBlocks penalties) {
        this.sheet = sheet;
        this.taxes = taxes;
        this.penalties = penalties;
    }

    @Override
    public String id() {
        return "finance-settlement";
    }

    @Override
    public Text title() {
        return Text.of("finance.settlement.tab");
    }

    @Override
    public int position() {
        return 42;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(
                Role.FINANCE_CLERK, Role.FINANCE_REVIEWER, Role.FINANCE_CREDIT, Role.SALES_REP, Role.SALES_HEAD, Role.LEADERSHIP, Role.AUDITOR);
    }

    /**
     * For who issues an invoice the taxes, for who takes them back the form that does, for who decides on a waiver the penalties, for who settles the sheet, for who sends the
     * half year's statement the form that prints it, and for who has it back the one that records the stamp.
     */
    @Override
    public List<Block> brief(OrderView file) {
        if (owes(file, ConfirmSettlement.TASK)) {
            return sheet.whole(file);
        }
        if (owes(file, HalfYear.TASK)) {
            return List.of(Block.Ask.company("finance/print-statement", file.order().orElseThrow().customer().value()));
        }
        if (owes(file, HalfYear.RETURN)) {
            return List.of(Block.Ask.company("finance/confirm-statement", file.order().orElseThrow().customer().value()));
        }
        if (owes(file, new TaskKind("finance.waiver")) || owes(file, new TaskKind("finance.set-off"))) {
            return penalties.show(file);
        }
        if (owes(file, Invoicing.RED_LETTER)) {
            return List.of(taxes.invoices(file.order().orElseThrow()),
                    new Block.Ask("finance/record-red-letter", Optional.of(file.number()), Optional.empty(), ""));
        }
        return owes(file, new TaskKind("finance.invoice"))
                ? List.of(taxes.byRate(file.order().orElseThrow()), taxes.invoices(file.order().orElseThrow()))
                : List.of();
    }

    private static boolean owes(OrderView file, TaskKind kind) {
        return file.openTasks(kind).stream().anyMatch(task -> file.actor().holds(task.role()));
    }

    @Override
    public List<Block> show(OrderView file) {
        if (!file.milestones().contains(MilestoneName.REVIEW_CLEARED)) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>(sheet.whole(file));
        blocks.add(new Block.Section(Text.of("finance.invoice.lines"),
                List.of(taxes.lines(file.order().orElseThrow()), taxes.terms(file.order().orElseThrow())), false));
        return blocks;
    }
}
