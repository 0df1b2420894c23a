package dev.kontor.supervision.regulation;

import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.PersonId;
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

    /** Who was told when it was published, or came later, and has not said so yet is reminded. */
    public void remind(CompanyFile company) {
        book.latest().ifPresent(latest ->
                open(latest).forEach(person -> company.notify(person, Text.of("supervision.to-acknowledge", latest.number()))));
    }

    private List<PersonId> open(RegulationVersion latest) {
        Set<String> read = book.acknowledged(latest).stream().map(Acknowledgement::person).collect(Collectors.toSet());
        return accounts.accounts().stream()
                .filter(each -> each.enabled() && !read.contains(each.id().value()))
                .map(Accounts.Account::id)
                .toList();
    }

    /** Nothing when everybody has. */
    public Optional<Block> figure() {
        return book.latest().flatMap(latest -> {
            int open = open(latest).size();
            return open == 0
                    ? Optional.empty()
                    : Optional.of(new Block.Figures(List.of(new Block.Figure(
                            Text.of("supervision.unread", latest.number()), new Cell.Number(BigDecimal.valueOf(open)), Tone.WARNING,
                            "supervision/regulation"))));
        });
    }
}
