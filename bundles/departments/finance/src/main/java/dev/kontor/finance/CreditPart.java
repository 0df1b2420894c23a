package dev.kontor.finance;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.CustomerPart;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A customer's credit on the customer's page: the limit, what is used of it and what is free. */
@Component
public final class CreditPart implements CustomerPart {

    private final CreditBook book;
    private final Clock clock;

    @Activate
    public CreditPart(@Reference CreditBook book, @Reference Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public int position() {
        return 10;
    }

    @Override
    public Set<Role> roles() {
        return CreditPage.READERS;
    }

    @Override
    public List<Block> show(CustomerId customer, Person reader) {
        String id = customer.value();
        List<Block.Fact> facts = new ArrayList<>(AccountFacts.of(book.account(id, clock.today()), book.limit(id)));
        facts.add(new Block.Fact(Text.of("finance.counted-orders"), Cell.link(Text.of("finance.open-account"), "finance/credit/" + id)));
        return List.of(new Block.Facts(Text.of("finance.account"), facts));
    }
}
