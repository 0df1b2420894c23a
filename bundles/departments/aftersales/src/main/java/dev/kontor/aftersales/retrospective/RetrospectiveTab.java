package dev.kontor.aftersales.retrospective;

import dev.kontor.aftersales.Vocabulary;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was learnt from an order, and who has read it; above the form of whoever is still to read it. */
@Component
public final class RetrospectiveTab implements OrderTab {

    private final Retrospectives retrospectives;

    @Activate
    public RetrospectiveTab(@Reference Retrospectives retrospectives) {
        this.retrospectives = retrospectives;
    }

    @Override
    public String id() {
        return "aftersales-retrospective";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.retrospective");
    }

    @Override
    public int position() {
        return 65;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public List<Block> brief(OrderView file) {
        boolean reads = file.openTasks(Vocabulary.READING).stream().anyMatch(task -> file.actor().holds(task.role()));
        return reads ? content(file) : List.of();
    }

    @Override
    public List<Block> show(OrderView file) {
        List<Block> content = content(file);
        if (content.isEmpty()) {
            return content;
        }
        List<Block> blocks = new ArrayList<>(content);
        blocks.add(RetrospectiveBlocks.receipts(retrospectives.receipts(file.number())));
        return blocks;
    }

    private List<Block> content(OrderView file) {
        return retrospectives.of(file.number())
                .map(held -> RetrospectiveBlocks.of(held, retrospectives.points(file.number())))
                .orElse(List.of());
    }
}
