package dev.kontor.supervision.finding;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of findings. Usable only inside a command or a read. */
@Component(service = FindingBook.class)
public final class FindingBook {

    private final EntityManager rows;

    @Activate
    public FindingBook(@Reference(target = "(osgi.unit.name=supervision)") EntityManager rows) {
        this.rows = rows;
    }

    public void keep(Finding finding) {
        rows.persist(finding);
    }

    public Optional<Finding> finding(String id) {
        return Optional.ofNullable(rows.find(Finding.class, id));
    }

    public Optional<Finding> finding(OrderNumber order, String code) {
        return of(order).stream().filter(each -> each.code().equals(code)).findFirst();
    }

    public List<Finding> of(OrderNumber order) {
        return rows.createQuery("select one from Finding one where one.order = :number order by one.foundAt desc, one.matter", Finding.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** Of one audit, by order. */
    public List<Finding> ofAudit(String audit) {
        return rows.createQuery("select one from Finding one where one.audit = :audit order by one.order, one.matter", Finding.class)
                .setParameter("audit", audit)
                .getResultList();
    }

    /** Those that somebody still has to do something about, the oldest first. Asked state by state: that is found by the index. */
    public List<Finding> unsettled(int most) {
        return Stream.of(Finding.State.OPEN, Finding.State.DEMANDED, Finding.State.CARRIED_OUT)
                .flatMap(state -> rows.createQuery("select one from Finding one where one.state = :state order by one.foundAt", Finding.class)
                        .setParameter("state", state.name())
                        .setMaxResults(most)
                        .getResultStream())
                .sorted(Comparator.comparing(Finding::foundAt).thenComparing(Finding::id))
                .limit(most)
                .toList();
    }
}
