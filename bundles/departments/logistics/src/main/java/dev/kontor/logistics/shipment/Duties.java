package dev.kontor.logistics.shipment;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.rule.Conclusion.Require;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import dev.kontor.logistics.facts.WorkArose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who owes what next, and within which time, is for the rules to say at {@code logistics/work}. */
public final class Duties {

    /** Finished machines wait for a shipment; subject: how often so far. */
    public static final TaskKind SHIP = new TaskKind("logistics.ship");
    /** A planned shipment is to be prepared, released and sent; subject: its number. */
    public static final TaskKind SEND = new TaskKind("logistics.send");
    /** A shipment under way is to be heard of; subject: its number, a dot and a running number. */
    public static final TaskKind TRACK = new TaskKind("logistics.track");
    /** Carrier, sales and customer are to be told of an incident; subject: its number. */
    public static final TaskKind NOTIFY = new TaskKind("logistics.notify");
    /** An incident is to be solved; subject: its number. */
    public static final TaskKind INCIDENT = new TaskKind("logistics.incident");
    /** The customer's acceptance of a shipment; subject: its number, for that after commissioning a dot and {@code final}. */
    public static final TaskKind ACCEPT = new TaskKind("logistics.accept");
    /** An objection is to be solved; subject: its number, a dot and how often. */
    public static final TaskKind OBJECTION = new TaskKind("logistics.objection");

    public static final ConsultationPoint WORK = new ConsultationPoint("logistics/work");

    private static final String FINAL = "." + Acceptance.FINAL.word();

    private Duties() {}

    /**
     * Asks what follows; the tasks are open when this returns.
     *
     * @throws Refused {@code UNAVAILABLE} when the rules name nobody: goods that nobody owes anything would be forgotten
     */
    public static List<Task> follow(OrderFile file, WorkArose from) {
        Decision decision = file.consult(Question.at(WORK, from).addingOnly());
        List<Require> owed = decision.all(Require.class);
        if (owed.isEmpty()) {
            throw Refused.because(Refused.Reason.UNAVAILABLE, Text.of("logistics.nobody-owes", WORK.value()));
        }
        return file.openTasks().stream()
                .filter(task -> owed.stream().anyMatch(each -> each.task().equals(task.kind()) && each.subject().equals(task.subject())))
                .toList();
    }

    /**
     * The shipment was heard of, and has to be heard of again.
     *
     * @param sequence of what is to be heard next, 1 after the dispatch
     * @param expected when it will arrive, as far as that is new
     */
    public static void track(OrderFile file, Shipment shipment, int sequence, Optional<LocalDate> expected) {
        Instant until = follow(file, new WorkArose("under-way", shipment.number() + "." + sequence, "")).stream()
                .filter(task -> task.kind().equals(TRACK))
                .flatMap(task -> task.deadline().stream())
                .map(Deadline::dueAt)
                .min(Instant::compareTo)
                .orElseThrow();
        shipment.hear(file.now(), until, expected);
    }

    /** The subject of the task in which an acceptance of the shipment is owed. */
    public static String subject(Shipment shipment, Acceptance acceptance) {
        return acceptance == Acceptance.FINAL ? shipment.number() + FINAL : "" + shipment.number();
    }

    /** Which acceptance a task is about. */
    public static Acceptance acceptance(Task task) {
        return task.subject().endsWith(FINAL) ? Acceptance.FINAL : Acceptance.ARRIVAL;
    }

    /** The number of the shipment, incident or objection that a task is about. */
    public static int number(Task task) {
        String subject = task.subject();
        int dot = subject.indexOf('.');
        return Integer.parseInt(dot < 0 ? subject : subject.substring(0, dot));
    }
}
