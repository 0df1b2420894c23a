package dev.kontor.supervision.regulation;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many people have not acknowledged the latest version of the regulation, for who audits. */
@Component(service = Unread.class)
public final class Unread {

    private final RegulationBook book;
    private final Accounts accounts;

    @Activate
    public Unread(@Reference RegulationBook book, @Reference Accounts accounts) {
        this.book = book;
        this.accounts = accounts;
    }

    /** Nothing when everybody has. */
    public Optional<Block> figure() {
        return book.latest().flatMap(latest -> {
            Set<String> read = book.acknowledged(latest).stream().map(Acknowledgement::person).collect(Collectors.toSet());
            long open = accounts.accounts().stream().filter(each -> each.enabled() && !read.contains(each.id().value())).count();
            return open == 0
                    ? Optional.empty()
                    : Optional.of(new Block.Figures(List.of(new Block.Figure(
                            Text.of("supervision.unread", latest.number()), new Cell.Number(BigDecimal.valueOf(open)), Tone.WARNING,
                            "supervision/regulation"))));
        });
    }
}
