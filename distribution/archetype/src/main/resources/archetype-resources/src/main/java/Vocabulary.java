package ${package};

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.task.TaskKind;

/** The names that the department brings; each begins with its id. */
final class Vocabulary {

    static final DepartmentId ID = new DepartmentId("${department}");
    static final Role CLERK = new Role("${department}.clerk");
    static final TaskKind STATEMENT = new TaskKind("${department}.statement");
    /** The rules are in {@code rules/${department}/statement}. */
    static final ConsultationPoint AT_STATEMENT = new ConsultationPoint("${department}/statement");

    private Vocabulary() {}
}
