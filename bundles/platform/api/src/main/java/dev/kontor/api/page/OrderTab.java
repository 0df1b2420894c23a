package dev.kontor.api.page;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** A department's part of the order's page. Register one as a service. */
@ConsumerType
public interface OrderTab {

    /** Begins with the department's id, {@code review-opinions}; stands in the address. */
    String id();

    Text title();

    /** Small first. The order itself is 0. */
    int position();

    /** Empty: everybody who may see the order. */
    Set<Role> roles();

    /**
     * What somebody who owes the order work should see before they decide: it stands above their form, on the same page.
     * Inside {@link dev.kontor.api.desk.Desk#read}.
     */
    default List<Block> brief(OrderView file) {
        return List.of();
    }

    /**
     * What the reader does next with the order where that is work on no task of theirs: a draft to complete, an answer to
     * wait for. A few words without a full stop; said on top of the page to who owes no task. Of several tabs the one that
     * stands last is heard. Inside {@link dev.kontor.api.desk.Desk#read}.
     */
    default Optional<Text> next(OrderView file) {
        return Optional.empty();
    }

    /** Inside {@link dev.kontor.api.desk.Desk#read}; no blocks: the tab is not shown. */
    List<Block> show(OrderView file);
}
