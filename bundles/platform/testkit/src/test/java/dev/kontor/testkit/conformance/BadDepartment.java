package dev.kontor.testkit.conformance;

import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A department that does with an arrival what a test says. */
record BadDepartment(String name, Set<MilestoneName> reaches, Consumer<OrderFile> arrival) implements Department {

    static BadDepartment doing(Consumer<OrderFile> arrival) {
        return new BadDepartment("customs", Set.of(), arrival);
    }

    @Override
    public DepartmentId id() {
        return new DepartmentId(name);
    }

    @Override
    public List<Arrival> opensOn() {
        return List.of(Arrival.on(MilestoneName.REVIEW_CLEARED, arrival::accept));
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // nothing follows
    }
}
