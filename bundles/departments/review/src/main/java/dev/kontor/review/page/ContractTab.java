package dev.kontor.review.page;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Round;
import dev.kontor.review.book.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rounds of the contract review before signing, newest first. */
@Component
public final class ContractTab implements OrderTab {

    static final String ID = "review-contract";

    private final ReviewBook book;
    private final RoundView rounds;

    @Activate
    public ContractTab(@Reference ReviewBook book, @Reference RoundView rounds) {
        this.book = book;
        this.rounds = rounds;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Text title() {
        return Text.of("review.contract-tab");
    }

    @Override
    public int position() {
        return 15;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public List<Block> show(OrderView file) {
        List<Round> all = book.rounds(file.number(), Stage.CONTRACT);
        if (all.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        boolean signed = file.milestones().contains(MilestoneName.ENTRY_REGISTERED);
        blocks.add(new Block.Note(Tone.INFO, Text.of(signed ? "review.contract-signed" : "review.contract-unsigned")));
        for (int i = all.size() - 1; i >= 0; i--) {
            blocks.add(rounds.show(file, all.get(i), i == all.size() - 1));
        }
        return blocks;
    }
}
