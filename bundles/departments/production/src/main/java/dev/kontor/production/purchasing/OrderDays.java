package dev.kontor.production.purchasing;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.production.facts.SupplyLead;
import dev.kontor.production.purchasing.book.LeadTimes;
import dev.kontor.production.purchasing.book.Requisition;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * By when what is requested has to be ordered to come on its day: the day of need less what the fastest approved supplier takes.
 * Usable only inside a command.
 */
final class OrderDays {

    private final LeadTimes times;
    private final WorkingCalendar calendar;

    OrderDays(LeadTimes times, WorkingCalendar calendar) {
        this.times = times;
        this.calendar = calendar;
    }

    /** Those of which somebody knows how long they take. */
    List<SupplyLead> of(OrderView file, List<Requisition> open) {
        return open.stream().flatMap(each -> lead(file, each).stream()).toList();
    }

    private Optional<SupplyLead> lead(OrderView file, Requisition wanted) {
        return times.shortest(wanted.words(), file.today()).map(shortest -> {
            LocalDate orderBy = wanted.neededOn().minusDays(shortest.days());
            return new SupplyLead(wanted.subject(), wanted.id(), wanted.words(), shortest.supplier(), orderBy.toString(),
                    calendar.workingDaysBetween(file.today(), orderBy));
        });
    }

    /** Requests of whose every open material it is known, with the first day by which one of them is to be ordered. */
    static Map<String, LocalDate> known(List<Requisition> open, List<SupplyLead> leads) {
        Map<String, LocalDate> known = new HashMap<>();
        open.stream().collect(Collectors.groupingBy(Requisition::subject)).forEach((request, materials) -> {
            List<LocalDate> days = leads.stream().filter(each -> each.request().equals(request)).map(each -> LocalDate.parse(each.orderBy())).toList();
            if (days.size() == materials.size()) {
                days.stream().min(Comparator.naturalOrder()).ifPresent(first -> known.put(request, first));
            }
        });
        return known;
    }

    /** Requests that are to be ordered by another day than they were: the plan, a lead time, or what of them is left has changed. */
    static Set<String> moved(Collection<Requisition> open, Map<String, LocalDate> known) {
        return open.stream()
                .filter(each -> known.containsKey(each.subject()))
                .filter(each -> each.orderBy(known.get(each.subject())))
                .map(Requisition::subject)
                .collect(Collectors.toSet());
    }
}
