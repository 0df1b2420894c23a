package dev.kontor.finance.page;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import dev.kontor.finance.receipt.Receipt;
import dev.kontor.finance.receipt.Receipts;
import dev.kontor.finance.schedule.Payment;
import dev.kontor.finance.schedule.PaymentKind;
import dev.kontor.finance.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Draws an order's receipts and every allocation there ever was. */
@Component(service = ReceiptBlocks.class)
public final class ReceiptBlocks {

    private final Receipts receipts;
    private final Schedule schedule;

    @Activate
    public ReceiptBlocks(@Reference Receipts receipts, @Reference Schedule schedule) {
        this.receipts = receipts;
        this.schedule = schedule;
    }

    List<Block> of(OrderView file) {
        List<Block> blocks = new ArrayList<>();
        List<Receipt> recorded = receipts.of(file.number());
        if (!recorded.isEmpty()) {
            blocks.add(table(recorded, Text.of("finance.receipt.receipts"), ""));
        }
        List<Payment> payments = schedule.history(file.number());
        if (!payments.isEmpty()) {
            blocks.add(new Block.Table(
                    Text.of("finance.receipt.allocations"),
                    DueCells.columns("received-on", "voucher", "schedule.instalment", "#amount", "by", "state"),
                    payments.stream().map(this::row).toList(),
                    "",
                    Text.plain("")));
        }
        return blocks;
    }

    static Block table(List<Receipt> receipts, Text caption, String next) {
        return new Block.Table(
                caption,
                DueCells.columns("received-on", "voucher", "payer", "#amount", "order", "by", "state"),
                receipts.stream().map(ReceiptBlocks::row).toList(),
                next,
                Text.of("finance.receipt.no-receipts"));
    }

    static List<Cell> row(Receipt receipt) {
        return List.of(
                new Cell.Day(receipt.receivedOn()),
                Cell.link(Text.plain(receipt.voucher()), "documents/" + receipt.document()),
                Cell.plain(receipt.payer()),
                amount(receipt),
                Cell.link(Text.plain(receipt.order().value()), "orders/" + receipt.order() + "?tab=" + ScheduleTab.ID),
                Cell.person(receipt.recordedBy()),
                state(receipt));
    }

    private static Cell amount(Receipt receipt) {
        return receipt.rateOn()
                .<Cell>map(day -> new Cell.Many(List.of(
                        new Cell.Amount(receipt.amount()),
                        Cell.words(Text.of("finance.receipt.converted", receipt.credited(), receipt.rate(), day)))))
                .orElse(new Cell.Amount(receipt.amount()));
    }

    private static Cell state(Receipt receipt) {
        List<Cell> cells = new ArrayList<>();
        cells.add(receipt.unallocated().isPositive()
                ? new Cell.Badge(Tone.WARNING, Text.of("finance.receipt.unallocated", receipt.unallocated()))
                : new Cell.Badge(Tone.GOOD, Text.of("finance.receipt.all-allocated")));
        if (receipt.repaid().isPositive()) {
            cells.add(Cell.words(Text.of("finance.receipt.repaid-because", receipt.repaid(), receipt.repaidWhy())));
        }
        return new Cell.Many(cells);
    }

    private List<Cell> row(Payment payment) {
        return List.of(
                new Cell.Day(payment.receivedOn()),
                voucher(payment),
                payment.kind() == PaymentKind.PENALTY ? Cell.words(Text.of("finance.penalty.amount")) : Cell.plain(String.valueOf(payment.position())),
                new Cell.Amount(payment.amount()),
                Cell.person(payment.postedBy()),
                payment.isReversed()
                        ? new Cell.Many(List.of(
                                new Cell.Badge(Tone.BAD, Text.of("finance.receipt.reversed-by", Text.person(payment.reversedBy()))), why(payment)))
                        : new Cell.Badge(Tone.GOOD, Text.of("finance.receipt.stands")));
    }

    private Cell voucher(Payment payment) {
        return payment.kind() == PaymentKind.SET_OFF
                ? Cell.words(Text.of("finance.receipt.set-off"))
                : Cell.plain(receipts.find(payment.receipt()).map(Receipt::voucher).orElse(""));
    }

    private static Cell why(Payment payment) {
        return switch (payment.reversedWhy()) {
            case Payment.REVISED, Payment.ENDED -> Cell.words(Text.of("finance.receipt." + payment.reversedWhy()));
            default -> Cell.plain(payment.reversedWhy());
        };
    }
}
