/** The draft of an order: what is typed so far, who typed each field, what is still to be supplied (待补录). */
package dev.kontor.entry.draft;
