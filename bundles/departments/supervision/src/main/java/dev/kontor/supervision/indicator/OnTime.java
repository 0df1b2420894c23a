package dev.kontor.supervision.indicator;

import dev.kontor.api.assessment.Counted;
import dev.kontor.api.assessment.Indicator;
import dev.kontor.api.assessment.Lapse;
import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.people.PersonId;
import dev.kontor.supervision.events.Lines;
import java.util.ArrayList;
import java.util.List;
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
        late.forEach(each -> counted.add(new Counted(
                each.person(), department(each, late), each.at(), "rules.violation", false, each.decision())));
        List<Lapse> owed = new ArrayList<>(late);
        order.lines("task.completed").stream()
                .filter(line -> departments.contains(Lines.owner(line)) && !isMadeUp(line, owed))
                .forEach(line -> counted.add(new Counted(
                        Optional.of(line.by()).filter(by -> !by.equals(PersonId.SYSTEM)), Lines.department(line), line.at(),
                        line.kind(), true, line.decision())));
        return counted;
    }

    /** Where a department is late by name and one of its people holds the work, the person's part is no second department's. */
    private static String department(Lapse lapse, List<Lapse> late) {
        boolean named = late.stream().anyMatch(other -> other.occasion().equals(lapse.occasion()) && isDepartment(other));
        return named && !isDepartment(lapse) ? "" : lapse.department();
    }

    private static boolean isDepartment(Lapse lapse) {
        return lapse.person().isEmpty() && lapse.department().equals(lapse.subject());
    }

    /** Whether it ends a work that was late, which then is owed no longer. */
    private static boolean isMadeUp(Entry line, List<Lapse> owed) {
        Optional<String> occasion = owed.stream().filter(each -> ends(line, each)).map(Lapse::occasion).findFirst();
        occasion.ifPresent(ended -> owed.removeIf(each -> each.occasion().equals(ended)));
        return occasion.isPresent();
    }

    /** By the task; a line of before tasks were named in them, by whose work it was. */
    private static boolean ends(Entry line, Lapse late) {
        String task = Lines.before(line, "task");
        if (!task.isEmpty()) {
            return task.equals(late.occasion());
        }
        return !late.at().isAfter(line.at())
                && late.point().department().equals(Lines.owner(line))
                && (isDepartment(late) ? late.subject().equals(Lines.department(line)) : late.person().stream().allMatch(line.by()::equals));
    }
}
