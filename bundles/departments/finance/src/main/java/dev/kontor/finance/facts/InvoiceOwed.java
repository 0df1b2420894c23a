package dev.kontor.finance.facts;

/**
 * An invoice that may have to be issued: one that somebody asked for, or an instalment that is not invoiced in full.
 *
 * @param subject of the task: {@code request-1}, {@code instalment-2}
 * @param instalment it is of one instalment, not of the whole order
 * @param asked somebody asked for it
 * @param term what the contract says of the instalment: {@code invoice-first}, {@code payment-first}; empty where nothing was
 *     entered, and the company's usual term counts
 * @param paid the instalment is paid in full
 * @param dueKnown its due day is known
 * @param workingDaysToDue 0 on the due day and while it is not known; negative afterwards
 * @param awaitsInvoice it falls due by the customer's receipt of the invoice
 * @param dispatched the goods have left the works
 */
public record InvoiceOwed(
        String subject,
        boolean instalment,
        boolean asked,
        String term,
        boolean paid,
        boolean dueKnown,
        int workingDaysToDue,
        boolean awaitsInvoice,
        boolean dispatched) {}
