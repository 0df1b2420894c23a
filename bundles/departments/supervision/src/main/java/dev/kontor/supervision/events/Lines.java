package dev.kontor.supervision.events;

import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.journal.Change;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What lines of a journal are about. */
public final class Lines {

    private static final String TASK = "task.";
    private static final String DEPARTMENT = "department.";
    private static final String ERROR = "entry.error-found";
    private static final String WRITER = " writer-share";
    private static final String SUBJECT = "console.subject-of";

    private Lines() {}

    /** The kind of task that a line is about; empty when it is about none. */
    public static String task(Entry line) {
        return named(line.what(), TASK).orElse("");
    }

    /** The department whose work a line about a task is: the one whose opinion it is, or the one that raised the task. */
    public static String department(Entry line) {
        String task = task(line);
        return task.endsWith(".opinion") ? subject(line.what()).orElse("") : owner(line);
    }

    /** The department that raised the task that a line is about. */
    public static String owner(Entry line) {
        String task = task(line);
        return task.substring(0, Math.max(0, task.indexOf('.')));
    }

    /** What stood in a field before; empty when the line names no such field. */
    public static String before(Entry line, String field) {
        return line.changes().stream().filter(each -> each.field().equals(field)).map(Change::before).findFirst().orElse("");
    }

    /** Who wrote the field that an entry error is about; empty in lines of before that was told. */
    public static String writer(Entry error) {
        return error.changes().stream()
                .map(Change::field)
                .filter(field -> field.endsWith(WRITER))
                .map(field -> field.substring(0, field.length() - WRITER.length()))
                .findFirst()
                .orElse("");
    }

    /** What a task is about; older lines name a department in words of its own. */
    private static Optional<String> subject(Text text) {
        if (text.key().equals(SUBJECT)) {
            return text.arguments().stream().map(Object::toString).findFirst();
        }
        return text.key().startsWith(DEPARTMENT)
                ? Optional.of(text.key().substring(DEPARTMENT.length()))
                : text.arguments().stream()
                        .filter(Text.class::isInstance)
                        .flatMap(argument -> subject((Text) argument).stream())
                        .findFirst();
    }

    /**
     * Whether somebody has worked on the order, otherwise than as one of the supervision group: stands in its journal,
     * answers for it or for an entry error in it, or has put right what was found at it. To record what somebody else entered
     * wrongly is to find it, with all that the same command did.
     */
    public static boolean handled(OrderEvents order, PersonId person) {
        List<Entry> errors = order.lines(ERROR);
        Set<Instant> finding = errors.stream().filter(line -> line.by().equals(person)).map(Entry::at).collect(Collectors.toSet());
        return order.content().filter(content -> content.representative().equals(person)).isPresent()
                || errors.stream().flatMap(line -> line.changes().stream()).anyMatch(each -> each.field().startsWith(person + " "))
                || order.lines().stream().anyMatch(line -> line.by().equals(person) && isWork(line) && !finding.contains(line.at()));
    }

    private static boolean isWork(Entry line) {
        boolean supervising = line.kind().startsWith("supervision.") || task(line).startsWith("supervision.");
        return !supervising || line.kind().equals("supervision.carried-out");
    }

    /** Whether a nonconformity was found by it; what becomes of one is told by more lines of its kind. */
    public static boolean isNonconformity(Entry line) {
        return line.kind().equals("production.nonconformity") && mentions(line, "production.quality.opened");
    }

    /** Whether the order came to stand on it, whatever it lost again: a change takes back what it was cleared for. */
    public static boolean hasReached(OrderEvents order, MilestoneName milestone) {
        return order.milestones().stream().anyMatch(each -> each.name().equals(milestone))
                || order.lines("milestone.reached").stream().anyMatch(line -> mentions(line, "milestone." + milestone));
    }

    /** Instalments that were called about because they were late, each by the line that asked for the first call. */
    public static Map<String, Entry> latePayments(OrderEvents order) {
        Map<String, Entry> late = new LinkedHashMap<>();
        order.lines("task.raised").stream()
                .filter(line -> task(line).equals("finance.dunning-call"))
                .forEach(line -> late.putIfAbsent(subject(line.what()).orElse(""), line));
        return late;
    }

    /** Whether its words name this key. */
    public static boolean mentions(Entry line, String key) {
        return named(line.what(), key).filter(String::isEmpty).isPresent();
    }

    private static Optional<String> named(Text text, String prefix) {
        if (text.key().startsWith(prefix)) {
            return Optional.of(text.key().substring(prefix.length()));
        }
        return text.arguments().stream()
                .filter(Text.class::isInstance)
                .flatMap(argument -> named((Text) argument, prefix).stream())
                .findFirst();
    }
}
