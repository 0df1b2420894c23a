package dev.kontor.api.order;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which orders. Every part narrows the list; what is empty does not.
 *
 * @param words searched over numbers, customers and terms, by the beginnings of words and by pairs of Chinese characters
 * @param milestone the latest that was reached
 * @param customers any of these
 * @param signedFrom the first day of signing, inclusive
 * @param signedUntil the last, inclusive
 * @param department that has an open task of its own or has not yet opened the order's file
 * @param role that owes an open task
 * @param late whether an open task is past its deadline
 */
public record OrderFilter(
        String words,
        Optional<MilestoneName> milestone,
        Set<CustomerId> customers,
        Optional<PersonId> representative,
        Optional<LocalDate> signedFrom,
        Optional<LocalDate> signedUntil,
        Optional<DepartmentId> department,
        Optional<Role> role,
        Optional<Boolean> late) {

    public static final OrderFilter ALL = new OrderFilter(
            "", Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty());

    public OrderFilter {
        customers = Set.copyOf(customers);
    }

    public OrderFilter matching(String searched) {
        return new OrderFilter(
                searched, milestone, customers, representative, signedFrom, signedUntil, department, role, late);
    }

    public OrderFilter standingOn(Optional<MilestoneName> name) {
        return new OrderFilter(words, name, customers, representative, signedFrom, signedUntil, department, role, late);
    }

    public OrderFilter of(Set<CustomerId> any) {
        return new OrderFilter(words, milestone, any, representative, signedFrom, signedUntil, department, role, late);
    }

    public OrderFilter by(Optional<PersonId> person) {
        return new OrderFilter(words, milestone, customers, person, signedFrom, signedUntil, department, role, late);
    }

    public OrderFilter signed(Optional<LocalDate> from, Optional<LocalDate> until) {
        return new OrderFilter(words, milestone, customers, representative, from, until, department, role, late);
    }

    public OrderFilter waitingOn(Optional<DepartmentId> one, Optional<Role> other) {
        return new OrderFilter(words, milestone, customers, representative, signedFrom, signedUntil, one, other, late);
    }

    public OrderFilter late(Optional<Boolean> only) {
        return new OrderFilter(
                words, milestone, customers, representative, signedFrom, signedUntil, department, role, only);
    }
}
