package dev.kontor.entry;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Completeness;
import dev.kontor.entry.draft.Draft;
import dev.kontor.entry.draft.Drafts;
import dev.kontor.entry.fault.EntryError;
import dev.kontor.entry.fault.EntryErrors;
import dev.kontor.entry.fault.ErrorsPage;
import dev.kontor.entry.need.Need;
import dev.kontor.entry.need.NeedParts;
import dev.kontor.entry.need.Needs;
import dev.kontor.entry.need.NeedsPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Entry's part of the order's page: who wrote what, who confirmed it, and what was wrong. */
@Component
public final class EntryTab implements OrderTab {

    private final Drafts drafts;
    private final EntryErrors errors;
    private final Needs needs;
    private final NeedParts parts;

    @Activate
    public EntryTab(@Reference Drafts drafts, @Reference EntryErrors errors, @Reference Needs needs, @Reference NeedParts parts) {
        this.drafts = drafts;
        this.errors = errors;
        this.needs = needs;
        this.parts = parts;
    }

    @Override
    public String id() {
        return "entry-draft";
    }

    @Override
    public Text title() {
        return Text.of("entry.tab.title");
    }

    @Override
    public int position() {
        return 10;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    /** Entry's work is done by forms of the order, not of a task: saving, comparing, submitting. */
    @Override
    public Optional<Text> next(OrderView file) {
        return Entry.isWithSales(file) && file.actor().holds(Role.SALES_REP)
                ? drafts.find(file.number()).flatMap(draft -> next(file, draft))
                : Optional.empty();
    }

    private static Optional<Text> next(OrderView file, Draft draft) {
        int gaps = Completeness.gaps(draft.plain()).size();
        if (Entry.isDraft(file) && file.openTasks(Entry.DRAFT).isEmpty()) {
            boolean reviewed = file.milestones().contains(MilestoneName.CONTRACT_REVIEWED);
            return reviewed ? Optional.of(Text.of("entry.next.sign")) : Optional.empty();
        }
        if (gaps > 0) {
            return Optional.of(Text.of("entry.next.supply", gaps));
        }
        if (Entry.isDraft(file)) {
            return Optional.of(Text.of("entry.next.offer"));
        }
        boolean cleared = file.milestones().contains(MilestoneName.REVIEW_CLEARED);
        return Optional.of(Text.of(cleared ? "entry.next.change" : "entry.next.submit"));
    }

    @Override
    public List<Block> show(OrderView file) {
        Optional<Draft> draft = drafts.find(file.number());
        return draft.map(found -> blocks(file, found)).orElse(List.of());
    }

    private List<Block> blocks(OrderView file, Draft draft) {
        List<Block> blocks = new ArrayList<>();
        if (!draft.judged()) {
            blocks.add(new Block.Note(Cell.Tone.INFO, Text.of("entry.tab.not-judged")));
        }
        if (Entry.isWithSales(file)) {
            blocks.addAll(DraftBlocks.gaps(draft));
        }
        if (!file.milestones().contains(MilestoneName.ENTRY_SUBMITTED)) {
            blocks.add(DraftBlocks.contract(file, draft));
        }
        needs.of(file.number()).ifPresent(need -> blocks.add(ledTo(need, file.actor())));
        blocks.add(confirmations(file));
        List<EntryError> found = errors.of(file.number());
        if (!found.isEmpty()) {
            blocks.add(ErrorsPage.table(Text.of("entry.errors.title"), found));
        }
        blocks.add(new Block.Section(Text.of("entry.tab.writers"), List.of(DraftBlocks.entered(draft)), false));
        return blocks;
    }

    /** The order's thread begins with it. */
    private Block ledTo(Need need, Person reader) {
        String page = "entry/needs?words=" + URLEncoder.encode(need.customerName(), StandardCharsets.UTF_8);
        boolean mayOpen = reader.holdsAny(NeedsPage.READERS);
        List<Block.Fact> facts = new ArrayList<>(List.of(
                new Block.Fact(Text.of("entry.field.customer"),
                        mayOpen ? Cell.link(Text.plain(need.customerName()), page) : Cell.plain(need.customerName())),
                new Block.Fact(Text.of("entry.need.recorded-by"), Cell.person(need.representative().value())),
                new Block.Fact(Text.of("entry.need.recorded-at"), new Cell.Moment(need.recordedAt()))));
        facts.addAll(parts.kept(Set.of(need.id())).facts(need.id()));
        return new Block.Facts(Text.of("entry.need.title"), facts);
    }

    private Block confirmations(OrderView file) {
        List<List<Cell>> rows = drafts.confirmations(file.number()).stream()
                .map(one -> List.<Cell>of(Cell.plain(String.valueOf(one.revision())), Cell.person(one.by().value()),
                        new Cell.Moment(one.at())))
                .toList();
        return new Block.Table(Text.of("entry.tab.confirmations"),
                List.of(Block.Column.of(Text.of("entry.field.revision")), Block.Column.of(Text.of("entry.field.confirmed-by")),
                        Block.Column.of(Text.of("entry.field.confirmed-at"))),
                rows, "", Text.of("entry.tab.unconfirmed"));
    }
}
