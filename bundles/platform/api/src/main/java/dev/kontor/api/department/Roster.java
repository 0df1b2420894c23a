package dev.kontor.api.department;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who has a say in this company (名册): departments, rule sets that are attached, and fact sources, from their first
 * approval until an administrator removes them by a command. What an order needs is read from here, never from what
 * happens to run.
 */
@ProviderType
public interface Roster {

    /** @param kind {@code department}, {@code rule-set} or {@code fact-type} */
    record Member(String kind, String name, Instant since, boolean running) {}

    List<Member> members();

    /**
     * How many orders have it written down that they need this department: by a task of its own or one that asks for it, or by
     * a file that it has not opened. In {@link dev.kontor.api.desk.Desk#read} or a command.
     */
    int waitingFor(DepartmentId department);
}
