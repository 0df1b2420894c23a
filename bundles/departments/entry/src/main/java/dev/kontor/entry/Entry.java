package dev.kontor.entry;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import java.util.List;

/** The names that entry brings. */
public final class Entry {

    /** The order of a registered contract is to be entered. */
    public static final TaskKind ENTER = new TaskKind("entry.enter");

    /** The order came back, or an error was found: it is to be corrected, confirmed and submitted again. */
    public static final TaskKind RESUBMIT = new TaskKind("entry.resubmit");

    /** The draft of a contract is to be completed, or changed after objections, and its review asked for. */
    public static final TaskKind DRAFT = new TaskKind("entry.draft");

    /** The contract desk's: a draft under review is to be signed, or dropped. Its end ends the contract review. */
    static final TaskKind SIGNING = new TaskKind("contract.signing");

    /** The contract was not signed, and will not be. */
    public static final MilestoneName DROPPED = new MilestoneName("entry.dropped");

    public static final Role IMPORTER = new Role("entry.importer");
    public static final ConsultationPoint DEADLINES = new ConsultationPoint("entry/deadlines");
    public static final ConsultationPoint SUBMISSION = new ConsultationPoint("entry/submission");
    /** Asked before an order is submitted again: what the review has against it. */
    static final ConsultationPoint RESUBMISSION = new ConsultationPoint("review/resubmission");
    static final ConsultationPoint CONTRACT_REVIEW = new ConsultationPoint("review/contract");
    public static final DocumentKind CONTRACT = new DocumentKind("entry.contract");
    public static final DocumentKind AGREEMENT = new DocumentKind("entry.agreement");
    public static final DocumentKind SIGNED_COPY = new DocumentKind("entry.signed-copy");

    private Entry() {}

    /** Entry's open tasks of the order, whatever their kind. */
    static List<Task> owed(OrderView file) {
        return file.openTasks().stream().filter(task -> task.kind().department().equals("entry")).toList();
    }

    /** Whether the order is with sales: not submitted yet, sent back, or found to be entered wrongly. */
    static boolean isWithSales(OrderView file) {
        return !isEnded(file) && (!file.milestones().contains(MilestoneName.ENTRY_SUBMITTED) || !owed(file).isEmpty());
    }

    /** Whether the contract was not signed, or its order ended before it was carried out: nothing of it is submitted any more. */
    public static boolean isEnded(OrderView file) {
        return file.milestones().contains(DROPPED) || file.milestones().contains(MilestoneName.REVIEW_TERMINATED);
    }

    /** Whether the signed contract is registered. */
    public static boolean isRegistered(OrderView file) {
        return file.milestones().contains(MilestoneName.ENTRY_REGISTERED);
    }

    /** Whether the contract is still to be signed: nothing is registered, and nobody has dropped it. */
    static boolean isDraft(OrderView file) {
        return !isRegistered(file) && !file.milestones().contains(DROPPED);
    }

    /** Ends what sales owed the draft of the contract; with it the contract review ends. */
    static void settle(OrderFile file, String how) {
        file.openTasks().stream()
                .filter(task -> task.kind().equals(DRAFT) || task.kind().equals(SIGNING))
                .forEach(task -> file.complete(task.id(), Outcome.of(how)));
    }
}
