package dev.kontor.api.page;

import dev.kontor.api.machine.Machine;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** A department's part of a machine's file (一机一档), {@code machines/<serial>}. Register one as a service. */
@ConsumerType
public interface MachinePart {

    /** In the order of a machine's life, small first; all of them below what the platform knows of it. */
    int position();

    /** Empty: everybody who may see the machine's order. */
    Set<Role> roles();

    /** Inside {@link dev.kontor.api.desk.Desk#read}; no blocks: nothing is shown. */
    List<Block> show(Machine machine, Person reader);
}
