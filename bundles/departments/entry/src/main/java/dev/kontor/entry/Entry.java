package dev.kontor.entry;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import java.util.List;

/** The names that entry brings. */
public final class Entry {

    /** The order of a registered contract is to be entered. */
    public static final TaskKind ENTER = new TaskKind("entry.enter");

    /** The order came back, or an error was found: it is to be corrected, confirmed and submitted again. */
    public static final TaskKind RESUBMIT = new TaskKind("entry.resubmit");

    public static final Role IMPORTER = new Role("entry.importer");
    public static final ConsultationPoint DEADLINES = new ConsultationPoint("entry/deadlines");
    public static final ConsultationPoint SUBMISSION = new ConsultationPoint("entry/submission");
    public static final DocumentKind CONTRACT = new DocumentKind("entry.contract");
    public static final DocumentKind AGREEMENT = new DocumentKind("entry.agreement");

    private Entry() {}

    /** Entry's open tasks of the order, whatever their kind. */
    static List<Task> owed(OrderView file) {
        return file.openTasks().stream().filter(task -> task.kind().department().equals("entry")).toList();
    }

    /** Whether the order is with sales: not submitted yet, sent back, or found to be entered wrongly. */
    static boolean isWithSales(OrderView file) {
        return !file.milestones().contains(MilestoneName.ENTRY_SUBMITTED) || !owed(file).isEmpty();
    }
}
