package dev.kontor.finance.page;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import dev.kontor.finance.guarantee.Guarantee;
import dev.kontor.finance.guarantee.Guarantees;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Draws the guarantees that stand for an order's retention money (policy 12). */
@Component(service = GuaranteeBlock.class)
public final class GuaranteeBlock {

    private final Guarantees guarantees;

    @Activate
    public GuaranteeBlock(@Reference Guarantees guarantees) {
        this.guarantees = guarantees;
    }

    Optional<Block> of(OrderView file) {
        List<Guarantee> all = guarantees.of(file.number());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table(
                        Text.of("finance.guarantee.all"),
                        DueCells.columns("schedule.instalment", "guarantee.number", "guarantee.bank", "#amount", "guarantee.expires-on", "state"),
                        all.stream().map(each -> row(each, file.today())).toList(),
                        "",
                        Text.plain("")));
    }

    private static List<Cell> row(Guarantee guarantee, LocalDate today) {
        return List.of(
                Cell.plain(String.valueOf(guarantee.position())),
                Cell.link(Text.plain(guarantee.number()), "documents/" + guarantee.document()),
                Cell.plain(guarantee.bank()),
                new Cell.Amount(guarantee.amount()),
                new Cell.Day(guarantee.expiresOn()),
                state(guarantee, today));
    }

    private static Cell state(Guarantee guarantee, LocalDate today) {
        if (guarantee.isHeld()) {
            return guarantee.expiresOn().isBefore(today)
                    ? new Cell.Badge(Tone.BAD, Text.of("finance.guarantee.state-expired"))
                    : new Cell.Badge(Tone.INFO, Text.of("finance.guarantee.state-held"));
        }
        return new Cell.Badge(Tone.NEUTRAL, Text.of("finance.guarantee.how." + guarantee.state()));
    }
}
