package dev.kontor.supervision.treatment;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.supervision.treatment.Treatment.State;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of treatments. Usable only inside a command or a read. */
@Component(service = TreatmentBook.class)
public final class TreatmentBook {

    private final EntityManager rows;

    @Activate
    public TreatmentBook(@Reference(target = "(osgi.unit.name=supervision)") EntityManager rows) {
        this.rows = rows;
    }

    void keep(Object row) {
        rows.persist(row);
    }

    /** As they were taken; of each kind there is one, but who was heard again may have spoken twice. */
    public List<Step> steps(Treatment treatment) {
        return rows.createQuery("select one from Step one where one.treatment = :treatment", Step.class)
                .setParameter("treatment", treatment.id())
                .getResultStream()
                .sorted(Comparator.comparing(Step::kind).thenComparing(Step::at))
                .toList();
    }

    public Optional<Step> step(Treatment treatment, State kind) {
        return steps(treatment).stream().filter(step -> step.kind() == kind).findFirst();
    }

    public Optional<Treatment> treatment(String id) {
        return Optional.ofNullable(rows.find(Treatment.class, id));
    }

    /** What was decided of it last; empty before it is. */
    public Optional<Step.Ruled> ruled(Treatment treatment) {
        return steps(treatment).stream().flatMap(step -> step.ruled().stream()).reduce((first, last) -> last);
    }

    /** What was decided about the same person or department and became final from {@code from} on or is not yet, but for this treatment. */
    List<Step.Ruled> ruledBeside(Treatment treatment, Instant from) {
        return rows.createQuery(
                        "select one from Treatment one where one.concerned = :who and one.id <> :id and one.decidedBy <> ''"
                                + " and (one.finalAt = 0 or one.finalAt >= :from)",
                        Treatment.class)
                .setParameter("who", treatment.concerned())
                .setParameter("id", treatment.id())
                .setParameter("from", from.toEpochMilli())
                .getResultStream()
                .flatMap(each -> ruled(each).stream())
                .toList();
    }

    Optional<Treatment> named(OrderNumber order, String code) {
        return rows.createQuery("select one from Treatment one where one.order = :number and one.code = :code", Treatment.class)
                .setParameter("number", order.value())
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    Optional<Treatment> find(OrderNumber order, String concerned, String occasion) {
        return rows.createQuery(
                        "select one from Treatment one where one.order = :number and one.concerned = :who and one.occasion = :occasion",
                        Treatment.class)
                .setParameter("number", order.value())
                .setParameter("who", concerned)
                .setParameter("occasion", occasion)
                .getResultStream()
                .findFirst();
    }

    /** Newest first. */
    public List<Treatment> of(OrderNumber order) {
        return rows.createQuery("select one from Treatment one where one.order = :number order by one.proposedAt desc, one.id", Treatment.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** Whether somebody has spoken on what is proposed now. */
    public boolean isHeard(Treatment treatment) {
        return steps(treatment).stream().anyMatch(step -> step.kind() == State.HEARD && !step.at().isBefore(treatment.weighedAt()));
    }

    /** Newest first, behind that one if it is there. */
    List<Treatment> after(Optional<Treatment> last, int most) {
        return rows.createQuery(
                        "select one from Treatment one where one.proposedAt < :at or (one.proposedAt = :at and one.id > :id)"
                                + " order by one.proposedAt desc, one.id",
                        Treatment.class)
                .setParameter("at", last.map(each -> each.proposedAt().toEpochMilli()).orElse(Long.MAX_VALUE))
                .setParameter("id", last.map(Treatment::id).orElse(""))
                .setMaxResults(most)
                .getResultList();
    }

    /** What concerns a person: by name, by a role, by a department; newest first. */
    public List<Treatment> of(Person person, int most) {
        Set<String> subjects = Stream.concat(
                        Stream.of(person.id().value()),
                        person.roles().stream().flatMap(role -> Stream.of(role.value(), role.value().substring(0, role.value().indexOf('.')))))
                .collect(Collectors.toSet());
        return rows.createQuery("select one from Treatment one where one.concerned in :who order by one.proposedAt desc, one.id", Treatment.class)
                .setParameter("who", subjects)
                .setMaxResults(most)
                .getResultList();
    }

    /** Those that became final from {@code from} on and before {@code until}. */
    public List<Treatment> settled(Instant from, Instant until) {
        return rows.createQuery("select one from Treatment one where one.finalAt >= :from and one.finalAt < :until order by one.id", Treatment.class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("until", until.toEpochMilli())
                .getResultList();
    }
}
