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
 */
public record Question(
        ConsultationPoint point,
        List<Record> facts,
        Optional<LocalDate> eventDay,
        List<SetVersion> versions,
        Set<String> keeping,
        boolean adding) {

    public Question {
        facts = List.copyOf(facts);
        versions = List.copyOf(versions);
        keeping = Set.copyOf(keeping);
    }

    public static Question at(ConsultationPoint point, Record... facts) {
        return new Question(point, List.of(facts), Optional.empty(), List.of(), Set.of(), false);
    }

    public Question since(LocalDate day) {
        return new Question(point, facts, Optional.of(day), versions, keeping, adding);
    }

    public Question by(List<SetVersion> pinned) {
        return new Question(point, facts, eventDay, pinned, keeping, adding);
    }

    public Question keeping(Set<String> subjects) {
        return new Question(point, facts, eventDay, versions, subjects, adding);
    }

    public Question addingOnly() {
        return new Question(point, facts, eventDay, versions, keeping, true);
    }
}
