package dev.kontor.production;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Production's exceptions and whose answer each waits for. Usable only inside a command or a read. */
@Component(service = Exceptions.class)
public final class Exceptions {

    static final TaskKind AGREE = new TaskKind("production.exception");
    private static final TaskKind OPINION = new TaskKind("review.opinion");

    private static final String DEPARTMENT = "production";

    private final EntityManager entities;
    private final WorkingCalendar calendar;

    @Activate
    public Exceptions(
            @Reference(target = "(osgi.unit.name=production)") EntityManager entities, @Reference WorkingCalendar calendar) {
        this.entities = entities;
        this.calendar = calendar;
    }

    void keep(ProductionException exception) {
        entities.persist(exception);
    }

    List<ProductionException> of(OrderNumber order) {
        return entities.createQuery(
                        "select one from ProductionException one where one.orderNumber = :number order by one.reportedAt",
                        ProductionException.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    List<ProductionException> unagreed(OrderNumber order) {
        return of(order).stream().filter(each -> !each.isAgreed()).toList();
    }

    /** Production's clock stands still while sales owes the answer. */
    void askSales(OrderFile file, ProductionException exception) {
        Text what = Text.of("production.solution-told", Text.of("production.exception." + exception.kind()), exception.solution());
        NewTask asked = NewTask.of(AGREE, Role.SALES_REP).about(DEPARTMENT).heldBy(file.summary().representative());
        exception.await(file.raise(soon(file, asked)).id().toString());
        file.openTasks(OPINION).stream()
                .filter(task -> task.subject().equals(DEPARTMENT) && task.suspendedAt().isEmpty())
                .forEach(task -> file.suspend(task.id(), what));
        file.notify(file.summary().representative(), what);
    }

    void askProduction(OrderFile file, ProductionException exception) {
        NewTask asked = NewTask.of(AGREE, Role.PRODUCTION_REVIEWER).about(DEPARTMENT);
        exception.await(file.raise(soon(file, asked)).id().toString());
    }

    /** "In time" is what the company gives for an answer; the order's decisions show the number that counts for it. */
    private NewTask soon(OrderFile file, NewTask task) {
        return file.decisions().stream()
                .flatMap(decision -> decision.parameters().stream())
                .filter(parameter -> parameter.set().equals("review/preliminary") && parameter.name().equals("answer-days"))
                .findFirst()
                .map(parameter -> task.until(calendar.deadline(file.today(), parameter.workingDays())))
                .orElse(task);
    }

    void salesAnswered(OrderFile file) {
        boolean owed = file.openTasks(AGREE).stream().anyMatch(task -> task.role().equals(Role.SALES_REP));
        file.openTasks(OPINION).stream()
                .filter(task -> task.subject().equals(DEPARTMENT) && task.suspendedAt().isPresent() && !owed)
                .forEach(task -> file.resume(task.id()));
    }
}
