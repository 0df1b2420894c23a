package dev.kontor.supervision.indicator;

import dev.kontor.api.assessment.Counted;
import dev.kontor.api.assessment.Indicator;
import dev.kontor.api.assessment.Lapse;
import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.people.PersonId;
import dev.kontor.supervision.events.Lines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Works that a department was done with in time, among those it was done with or late with. A work that was
 * late counts once: when it was found late, not again when it was done at last.
 */
record OnTime(String name, Set<String> departments) implements Indicator {

    OnTime {
        departments = Set.copyOf(departments);
    }

    @Override
    public List<Counted> count(OrderEvents order) {
        List<Lapse> late = order.lapses().stream().filter(each -> departments.contains(each.point().department())).toList();
        List<Counted> counted = new ArrayList<>();
        late.forEach(each -> counted.add(new Counted(each.person(), each.department(), each.at(), "rules.violation", false, each.decision())));
        Map<String, Instant> owed = new LinkedHashMap<>();
        late.forEach(each -> owed.putIfAbsent(each.occasion(), each.at()));
        for (Entry line : order.lines("task.completed")) {
            String task = Lines.task(line);
            if (!departments.contains(task.substring(0, Math.max(0, task.indexOf('.'))))) {
                continue;
            }
            Optional<String> madeUp = owed.entrySet().stream()
                    .filter(each -> !each.getValue().isAfter(line.at()))
                    .map(Map.Entry::getKey)
                    .findFirst();
            madeUp.ifPresentOrElse(owed::remove, () -> counted.add(new Counted(
                    Optional.of(line.by()).filter(by -> !by.equals(PersonId.SYSTEM)), Lines.department(line), line.at(),
                    line.kind(), true, line.decision())));
        }
        return counted;
    }
}
