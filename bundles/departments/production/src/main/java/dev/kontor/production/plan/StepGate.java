package dev.kontor.production.plan;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.text.Text;
import java.util.Collection;
import java.util.List;

/** What quality has to say to the steps of a machine, and what it hears of them. A service of this bundle. */
public interface StepGate {

    /**
     * A step that is reported done.
     *
     * @param last nothing comes after it but the final inspection
     */
    record Done(SerialNumber machine, boolean last) {}

    /** Why some of them cannot be done yet; empty if all can. */
    List<Text> refusals(OrderView file, Collection<Done> steps);

    /** Steps of the order's machines were reported done; in the command that did so. */
    void reported(OrderFile file);
}
