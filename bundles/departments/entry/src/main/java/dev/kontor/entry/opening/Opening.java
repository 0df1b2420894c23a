package dev.kontor.entry.opening;

import dev.kontor.api.document.Upload;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The opening of the company's books (期初建账).
 *
 * @param asOf the orders are as they stood at the end of this day
 * @param version grows with every change of what is signed
 * @param droppedRows how many rows were taken out again
 * @param endedAt when it was closed or dropped; the epoch before
 */
record Opening(int number, LocalDate asOf, State state, PersonId begunBy, Instant begunAt, long version, int droppedRows, Instant endedAt) {

    /** Who signs: who grants credit for finance, and the company's leadership. */
    static final List<Role> SIGNERS = List.of(Role.FINANCE_CREDIT, Role.LEADERSHIP);

    enum State {
        /** Rows come, are corrected and dropped. */
        OPEN,
        /** Signed twice: its rows become orders, and there is never another one. */
        CLOSED,
        /** Given up before it was signed; another one may begin. */
        DROPPED
    }

    /** By what its evidence is kept. */
    String keeper() {
        return "opening-" + number;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** What the other system's books say of a customer. */
    record Stated(String customer, String currency, int orders, BigDecimal receivable, BigDecimal exposure) {}

    /** What the rows of a customer come to. */
    record Counted(String customer, String customerName, String currency, int orders, BigDecimal receivable, BigDecimal exposure) {}

    /** A paper that proves what the books say. */
    record Evidence(Upload file, PersonId by, Instant at) {}

    /** @param digest of all that was signed */
    record Signature(Role role, PersonId by, Instant at, String digest) {}
}
