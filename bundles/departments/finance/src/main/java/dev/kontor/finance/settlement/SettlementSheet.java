package dev.kontor.finance.settlement;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.document.Upload;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.text.Text;
import dev.kontor.finance.invoice.TaxBlocks;
import dev.kontor.finance.penalty.PenaltyBlocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The settlement sheet (结算单): on the order's page while it is made, on paper when both have confirmed. */
@Component(service = SettlementSheet.class)
public final class SettlementSheet {

    private final Settling settling;
    private final TaxBlocks taxes;
    private final PenaltyBlocks penalties;
    private final Printer printer;

    @Activate
    public SettlementSheet(
            @Reference Settling settling, @Reference TaxBlocks taxes, @Reference PenaltyBlocks penalties, @Reference Printer printer) {
        this.settling = settling;
        this.taxes = taxes;
        this.penalties = penalties;
        this.printer = printer;
    }

    /** Figures, what does not agree, and who has confirmed. */
    List<Block> figures(OrderView file) {
        Figures figures = settling.figures(file);
        List<Block> blocks = new ArrayList<>();
        figures.differences().forEach(each -> blocks.add(new Block.Note(Cell.Tone.WARNING, each)));
        blocks.add(new Block.Facts(Text.of("finance.settlement.sheet"), facts(file, figures)));
        return blocks;
    }

    private List<Block.Fact> facts(OrderView file, Figures figures) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(amount("ordered", figures.ordered()));
        facts.add(amount("scheduled", figures.scheduled()));
        facts.add(amount("invoiced", figures.invoiced()));
        facts.add(amount("received", figures.received()));
        facts.add(amount("retained", figures.retained()));
        facts.add(amount("for-us", figures.forUs()));
        facts.add(amount("against-us", figures.againstUs()));
        facts.add(amount("balance", figures.balance()));
        settling.settlement(file.number()).ifPresent(each -> {
            boolean stands = each.isOf(figures) || !each.salesBy().isEmpty();
            facts.add(confirmed("finance-confirmed", each.financeBy(), each.financeAt(), stands));
            facts.add(confirmed("sales-confirmed", each.salesBy(), each.salesAt(), true));
        });
        return facts;
    }

    private static Block.Fact amount(String name, Money money) {
        return new Block.Fact(Text.of("finance.settlement." + name), new Cell.Amount(money));
    }

    private static Block.Fact confirmed(String name, String by, Instant at, boolean stands) {
        Cell cell = by.isEmpty()
                ? Cell.words(Text.of("finance.settlement.not-confirmed"))
                : new Cell.Many(List.of(
                        stands ? Cell.person(by) : Cell.words(Text.of("finance.settlement.figures-changed", Text.person(by))),
                        new Cell.Moment(at)));
        return new Block.Fact(Text.of("finance.settlement." + name), cell);
    }

    /** The whole of finance's account of the order. */
    List<Block> whole(OrderView file) {
        Order order = file.order().orElseThrow();
        List<Block> blocks = new ArrayList<>(figures(file));
        blocks.add(taxes.byRate(order));
        blocks.add(taxes.invoices(order));
        blocks.addAll(penalties.show(file));
        return blocks;
    }

    Upload print(OrderView file) {
        Paper paper = new Paper(
                "settlement-" + file.number(),
                Text.of("finance.settlement.paper"),
                file.number().value(),
                whole(file),
                List.of(Text.of("finance.settlement.finance"), Text.of("finance.settlement.sales")));
        return printer.print(paper, "zh-CN");
    }
}
