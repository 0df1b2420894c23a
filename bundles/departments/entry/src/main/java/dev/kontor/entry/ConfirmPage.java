package dev.kontor.entry;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Completeness;
import dev.kontor.entry.draft.Draft;
import dev.kontor.entry.draft.Drafts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The contract beside its entry, to be compared before it is confirmed (仔细核对, R-3.6). */
@Component
public final class ConfirmPage implements Page {

    private final Desk desk;
    private final Drafts drafts;

    @Activate
    public ConfirmPage(@Reference Desk desk, @Reference Drafts drafts) {
        this.desk = desk;
        this.drafts = drafts;
    }

    @Override
    public String path() {
        return "entry/confirm";
    }

    @Override
    public Text title() {
        return Text.of("entry.confirm.title");
    }

    @Override
    public Optional<Place> place() {
        return Optional.empty();
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP, Role.SALES_HEAD);
    }

    @Override
    public View show(Query query) {
        OrderNumber number = query.tail().stream().findFirst()
                .filter(tail -> tail.matches("SO-\\d{4}-\\d{5,9}"))
                .map(OrderNumber::new)
                .orElseThrow(ConfirmPage::nothing);
        return desk.read(number, query.reader(), this::view);
    }

    private View view(OrderView file) {
        Draft draft = drafts.find(file.number()).orElseThrow(ConfirmPage::nothing);
        List<Block> blocks = new ArrayList<>();
        blocks.add(DraftBlocks.contract(file, draft));
        blocks.add(DraftBlocks.entered(draft));
        blocks.addAll(DraftBlocks.gaps(draft));
        boolean mayConfirm = Entry.isWithSales(file) && file.actor().holds(Role.SALES_REP);
        if (mayConfirm && Completeness.gaps(draft.plain()).isEmpty()) {
            String command = Entry.isRegistered(file) ? "entry/submit" : "entry/offer";
            blocks.add(new Block.Ask(command, Optional.of(file.number()), Optional.empty(), ""));
        }
        View view = View.of(Text.of("entry.confirm.heading", file.number().value()), blocks.toArray(Block[]::new))
                .withAbove(Text.of(Entry.isRegistered(file) ? "entry.confirm.above" : "entry.confirm.above-draft"))
                .withAction(new Cell.Link(Text.of("entry.confirm.order"), "orders/" + file.number(), "file"));
        return mayConfirm
                ? view.withAction(new Cell.Link(Text.of("entry.save.title"), "do/entry/save?order=" + file.number(), "pencil"))
                : view;
    }

    private static Refused nothing() {
        return Refused.because(Refused.Reason.NOT_FOUND, Text.of("entry.confirm.unknown"));
    }
}
