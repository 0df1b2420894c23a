package ${package};

import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Hears of every order whose review is cleared, and asks the rules what is owed of it. */
@Component
public final class OurDepartment implements Department {

    @Override
    public DepartmentId id() {
        return Vocabulary.ID;
    }

    @Override
    public List<Arrival> opensOn() {
        return List.of(Arrival.on(MilestoneName.REVIEW_CLEARED, file -> file.consult(Question.at(Vocabulary.AT_STATEMENT))));
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of();
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // the command that ends the task does what follows
    }
}
