package ${package};

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Statements and purposes. Usable only inside a command or a read. */
@Component(service = Statements.class)
public final class Statements {

    private final EntityManager entities;

    @Activate
    public Statements(@Reference(target = "(osgi.unit.name=${unit})") EntityManager entities) {
        this.entities = entities;
    }

    void keep(Statement statement) {
        entities.persist(statement);
    }

    /** Instead of one that was said before. */
    void keep(Purpose purpose) {
        entities.merge(purpose);
    }

    Optional<String> purpose(OrderNumber order) {
        return Optional.ofNullable(entities.find(Purpose.class, order.value())).map(Purpose::words);
    }

    int count(OrderNumber order) {
        return entities.createQuery("select count(one) from Statement one where one.orderNumber = :number", Long.class)
                .setParameter("number", order.value())
                .getSingleResult()
                .intValue();
    }

    /** The latest first. */
    List<Statement> latest(int most) {
        return entities.createQuery("select one from Statement one order by one.givenOn desc, one.id desc", Statement.class)
                .setMaxResults(most)
                .getResultList();
    }
}
