package dev.kontor.api.desk;

import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.SetVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules are asked.
 *
 * @param facts beside those that come by themselves
 * @param eventDay the day whose parameters count and from which required work is due; today if empty
 * @param versions those a review round stands on, or is moved to; the active ones if empty
 * @param keeping subjects whose required work stays, though it is required no longer: of those who have done some of it
 * @param adding conclusions are added and none is lifted: for a look at one matter, such as a deadline that has come
 * @param moving subjects whose required work depends on a day that is another now, such as one of a plan: where a task is open
 *     for it, that is due when it is concluded to be due now. Any other open task keeps its deadline
 */
public record Question(
        ConsultationPoint point,
        List<Record> facts,
        Optional<LocalDate> eventDay,
        List<SetVersion> versions,
        Set<String> keeping,
        boolean adding,
        Set<String> moving) {

    public Question {
        facts = List.copyOf(facts);
        versions = List.copyOf(versions);
        keeping = Set.copyOf(keeping);
        moving = Set.copyOf(moving);
    }

    /** As it was before deadlines moved. */
    public Question(
            ConsultationPoint point, List<Record> facts, Optional<LocalDate> eventDay, List<SetVersion> versions, Set<String> keeping,
            boolean adding) {
        this(point, facts, eventDay, versions, keeping, adding, Set.of());
    }

    public static Question at(ConsultationPoint point, Record... facts) {
        return new Question(point, List.of(facts), Optional.empty(), List.of(), Set.of(), false);
    }

    public Question since(LocalDate day) {
        return new Question(point, facts, Optional.of(day), versions, keeping, adding, moving);
    }

    public Question by(List<SetVersion> pinned) {
        return new Question(point, facts, eventDay, pinned, keeping, adding, moving);
    }

    public Question keeping(Set<String> subjects) {
        return new Question(point, facts, eventDay, versions, subjects, adding, moving);
    }

    public Question addingOnly() {
        return new Question(point, facts, eventDay, versions, keeping, true, moving);
    }

    public Question moving(Set<String> subjects) {
        return new Question(point, facts, eventDay, versions, keeping, adding, subjects);
    }
}
