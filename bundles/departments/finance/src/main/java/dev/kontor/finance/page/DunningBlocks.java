package dev.kontor.finance.page;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import dev.kontor.finance.dunning.Contact;
import dev.kontor.finance.dunning.DunningBook;
import dev.kontor.finance.dunning.Hardship;
import dev.kontor.finance.dunning.HardshipWork;
import dev.kontor.finance.release.Release;
import dev.kontor.finance.release.Releases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Draws what was done about an order's money: contacts, cases of hardship, releases. */
@Component(service = DunningBlocks.class)
public final class DunningBlocks {

    private final DunningBook book;
    private final Releases releases;

    @Activate
    public DunningBlocks(@Reference DunningBook book, @Reference Releases releases) {
        this.book = book;
        this.releases = releases;
    }

    List<Block> of(OrderView file) {
        List<Block> blocks = new ArrayList<>();
        table("finance.dunning.contacts", book.contacts(file.number()), DunningBlocks::row, "schedule.instalment", "dunning.step",
                "dunning.contacted-on", "dunning.person", "dunning.said", "dunning.promised-on", "by").ifPresent(blocks::add);
        table("finance.dunning.cases", book.cases(file.number()), each -> row(each, file), "schedule.instalment", "dunning.hardship-said",
                "dunning.proposed-plan", "dunning.opinion", "dunning.decided-plan").ifPresent(blocks::add);
        table("finance.release.releases", releases.of(file.number()), each -> row(each, file.today()), "release.item", "reason",
                "#release.up-to", "expires", "release.proposed-by", "state").ifPresent(blocks::add);
        return blocks;
    }

    private static <R> Optional<Block> table(String caption, List<R> rows, Function<R, List<Cell>> cells, String... columns) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table(
                        Text.of(caption), DueCells.columns(columns), rows.stream().map(cells).toList(), "", Text.plain("")));
    }

    private static List<Cell> row(Contact contact) {
        return List.of(
                Cell.plain(String.valueOf(contact.position())),
                contact.document().isEmpty()
                        ? Cell.words(DueCells.level(contact.step()))
                        : Cell.link(DueCells.level(contact.step()), "documents/" + contact.document()),
                new Cell.Day(contact.on()),
                Cell.words(Text.of("finance.dunning.person-by", contact.person(), Text.of("finance.dunning.means." + contact.means()))),
                Cell.plain(contact.said()),
                contact.promisedOn().<Cell>map(Cell.Day::new).orElse(Cell.plain("")),
                Cell.person(contact.recordedBy()));
    }

    private static List<Cell> row(Hardship hardship, OrderView file) {
        return List.of(
                Cell.plain(String.valueOf(hardship.position())),
                Cell.plain(hardship.said()),
                new Cell.Many(List.of(plan(hardship.proposedPlan(), hardship.proposedOn()), Cell.person(hardship.reportedBy()))),
                new Cell.Many(List.of(Cell.plain(hardship.opinion()), Cell.person(hardship.opinionBy()))),
                hardship.isDecided()
                        ? new Cell.Many(List.of(
                                plan(hardship.decidedPlan(), hardship.decidedOn()),
                                Cell.plain(hardship.remarks()),
                                Cell.person(hardship.decidedBy())))
                        : undecided(HardshipWork.isOpen(file, hardship.position())));
    }

    private static Cell undecided(boolean open) {
        return open
                ? new Cell.Badge(Tone.WARNING, Text.of("finance.dunning.undecided"))
                : new Cell.Badge(Tone.NEUTRAL, Text.of("finance.dunning.lapsed"));
    }

    private static Cell plan(String plan, Optional<LocalDate> day) {
        Text words = Text.of("finance.dunning.plan." + plan);
        return Cell.words(day.map(on -> Text.of("finance.dunning.plan-on", words, on)).orElse(words));
    }

    private static List<Cell> row(Release release, LocalDate today) {
        return List.of(
                Cell.words(release.item().words()),
                Cell.plain(release.reason()),
                new Cell.Amount(release.amount()),
                new Cell.Day(release.expiresOn()),
                Cell.person(release.proposedBy()),
                new Cell.Many(List.of(state(release, today), Cell.person(release.settledBy()), Cell.plain(release.remarks()))));
    }

    private static Cell state(Release release, LocalDate today) {
        if (release.isProposed()) {
            return new Cell.Badge(Tone.WARNING, Text.of("finance.release.state-proposed"));
        }
        if (!release.isConfirmed()) {
            return new Cell.Badge(Tone.BAD, Text.of("finance.release.state-declined"));
        }
        return release.expiresOn().isBefore(today)
                ? new Cell.Badge(Tone.NEUTRAL, Text.of("finance.release.state-expired"))
                : new Cell.Badge(Tone.GOOD, Text.of("finance.release.state-confirmed"));
    }
}
