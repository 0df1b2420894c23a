package dev.kontor.api.order;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.people.PersonId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A sales order: the contract as entered, at one revision. Immutable; a change is a new revision.
 *
 * @param revision 1 at the first submission, one more at each resubmission or amendment
 * @param customerName as it was when the revision was made
 * @param representative the sales representative who answers for it
 * @param channel how the order came: {@code fair}, {@code online}, {@code referral} or a value the company added
 * @param more fields that a department bundle adds, by qualified name
 */
public record Order(
        OrderNumber number,
        int revision,
        Contract contract,
        CustomerId customer,
        String customerName,
        Contact contact,
        List<OrderLine> lines,
        PaymentPlan payment,
        Delivery delivery,
        List<ContractTerm> terms,
        PersonId representative,
        String channel,
        Map<String, String> more) {

    /** Among {@link #more}: the words of the acceptances that the contract lists, with commas between. */
    public static final String ACCEPTANCES = "entry.acceptances";

    /** Among {@link #more}: the word of the acceptance by which the order is delivered. */
    public static final String DELIVERED_ON = "entry.delivered-on";

    /** Among {@link #more}: {@code yes} where the contract allows a signature that is drawn on a screen. */
    public static final String DRAWN_SIGNATURE = "entry.drawn-signature";

    /** Among {@link #more}: the {@linkplain DeemedAcceptance#written term} of its deemed acceptance. */
    public static final String DEEMED_ACCEPTANCE = "entry.deemed-acceptance";

    public Order {
        lines = List.copyOf(lines);
        terms = List.copyOf(terms);
        more = Map.copyOf(more);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An order (%s) needs at least one line.".formatted(number));
        }
    }

    /** The price including value-added tax. */
    public Money total() {
        return lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
    }

    public Optional<OrderLine> line(int position) {
        return lines.stream().filter(line -> line.position() == position).findFirst();
    }

    public String currency() {
        return lines.get(0).unitPrice().currency();
    }

    /** Which acceptances its contract lists; that on arrival always. */
    public Set<Acceptance> acceptances() {
        Set<Acceptance> listed = EnumSet.of(Acceptance.ARRIVAL);
        for (String word : more.getOrDefault(ACCEPTANCES, "").split(",")) {
            Acceptance.of(word).ifPresent(listed::add);
        }
        return Collections.unmodifiableSet(listed);
    }

    /** The acceptance by which it is delivered: on arrival unless its contract lists a final one and names that. */
    public Acceptance deliveredOn() {
        boolean last = more.getOrDefault(DELIVERED_ON, "").equals(Acceptance.FINAL.word());
        return last && acceptances().contains(Acceptance.FINAL) ? Acceptance.FINAL : Acceptance.ARRIVAL;
    }

    /** Whether its contract allows that an acceptance report is signed on a screen; no unless it says so. */
    public boolean allowsDrawnSignature() {
        return more.getOrDefault(DRAWN_SIGNATURE, "").equals("yes");
    }

    /** After which silence of the customer money falls due as if the goods were accepted; empty unless its contract says so. */
    public Optional<DeemedAcceptance> deemedAcceptance() {
        return DeemedAcceptance.of(more.getOrDefault(DEEMED_ACCEPTANCE, ""));
    }
}
