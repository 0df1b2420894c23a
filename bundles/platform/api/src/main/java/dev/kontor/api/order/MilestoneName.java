package dev.kontor.api.order;

import java.util.regex.Pattern;

/**
 * The name of a point that an order passes, {@code review.cleared}: the department's id, a dot and what happened.
 * Shown to people by the message {@code milestone.<name>}.
 */
public record MilestoneName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]*\\.[a-z][a-z-]*");

    /** A contract is drafted, to be reviewed before it is signed; there is no signed contract yet. */
    public static final MilestoneName ENTRY_PREPARED = new MilestoneName("entry.prepared");
    /** The draft is complete; its contract review opens. */
    public static final MilestoneName ENTRY_OFFERED = new MilestoneName("entry.offered");
    /** Every required department has no objection to the draft; the contract may be signed. */
    public static final MilestoneName CONTRACT_REVIEWED = new MilestoneName("contract.reviewed");
    /** The order was under way when the company began to work here, and was taken over as of that day (期初). */
    public static final MilestoneName ENTRY_OPENED = new MilestoneName("entry.opened");
    /** The contract is registered; the entry deadline runs. */
    public static final MilestoneName ENTRY_REGISTERED = new MilestoneName("entry.registered");
    /** The order is entered in full; the preliminary review opens. */
    public static final MilestoneName ENTRY_SUBMITTED = new MilestoneName("entry.submitted");
    /** The preliminary review is passed; the joint review opens. */
    public static final MilestoneName REVIEW_PASSED = new MilestoneName("review.passed");
    /** Every required department has no objection; the order may be carried out. */
    public static final MilestoneName REVIEW_CLEARED = new MilestoneName("review.cleared");
    /** Production may begin: what has to be paid before is paid. */
    public static final MilestoneName PRODUCTION_STARTED = new MilestoneName("production.started");

    /** Of a machine: finished, and passed by the final inspection. Of an order: every machine of it. */
    public static final MilestoneName PRODUCTION_FINISHED = new MilestoneName("production.finished");

    /** Of a machine, or every machine of an order: it has left the works. */
    public static final MilestoneName LOGISTICS_DISPATCHED = new MilestoneName("logistics.dispatched");

    /** Of a machine, or every machine of an order: it has arrived at the delivery place. */
    public static final MilestoneName LOGISTICS_ARRIVED = new MilestoneName("logistics.arrived");

    /** Of a machine, or every machine of an order: the customer has accepted it in our works; it is delivered by nothing of it. */
    public static final MilestoneName LOGISTICS_PRE_ACCEPTED = new MilestoneName("logistics.pre-accepted");

    /** Of a machine: it went lost on its way and counts for nothing any more; production strikes it and makes another. */
    public static final MilestoneName LOGISTICS_LOST = new MilestoneName("logistics.lost");

    /** Of a machine, or every machine of an order: accepted on arrival, where the order is delivered by another acceptance. */
    public static final MilestoneName LOGISTICS_ARRIVAL_ACCEPTED = new MilestoneName("logistics.arrival-accepted");

    /** Of a machine, or every machine of an order: accepted after commissioning, where the contract lists that. */
    public static final MilestoneName LOGISTICS_FINALLY_ACCEPTED = new MilestoneName("logistics.finally-accepted");

    /**
     * Of a machine: the customer objected to nothing for as long as the contract says (视为验收). Of an order: every machine is that, or
     * accepted. Money that hangs on acceptance falls due by it; it delivers nothing.
     */
    public static final MilestoneName LOGISTICS_DEEMED_ACCEPTED = new MilestoneName("logistics.deemed-accepted");

    /**
     * Of a machine, or every machine of an order: the customer has accepted it and signed the report of the acceptance that the
     * contract names as delivery.
     */
    public static final MilestoneName LOGISTICS_DELIVERED = new MilestoneName("logistics.delivered");

    /** Every instalment is paid but retention money that is not due yet. */
    public static final MilestoneName FINANCE_COLLECTED = new MilestoneName("finance.collected");

    /** Finance and sales have confirmed the same figures. */
    public static final MilestoneName FINANCE_SETTLED = new MilestoneName("finance.settled");

    /** The order is completed: delivered and collected; its volume may be filed. */
    public static final MilestoneName ORDER_COMPLETED = new MilestoneName("finance.completed");

    /** The archive has taken the order's volume. */
    public static final MilestoneName ARCHIVE_FILED = new MilestoneName("archive.filed");

    /** Leadership has ended an order that cannot clear; it counts for nothing any more. */
    public static final MilestoneName REVIEW_TERMINATED = new MilestoneName("review.terminated");

    public MilestoneName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("The milestone (%s) must look like review.cleared.".formatted(value));
        }
    }

    /** The id of the department whose milestone it is: nobody else makes an order reach it. */
    public String department() {
        return value.substring(0, value.indexOf('.'));
    }

    @Override
    public String toString() {
        return value;
    }
}
