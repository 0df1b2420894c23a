package dev.kontor.kernel.desk;

import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** {@code bad}: opens files when it is let. */
final class BadDepartment implements Department {

    final List<String> opened = new CopyOnWriteArrayList<>();

    @Override
    public DepartmentId id() {
        return new DepartmentId("bad");
    }

    @Override
    public List<Arrival> opensOn() {
        return List.of(Arrival.on(MilestoneName.ENTRY_REGISTERED, file -> opened.add(file.number().value())));
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of(new MilestoneName("bad.done"));
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // it has no tasks
    }
}
