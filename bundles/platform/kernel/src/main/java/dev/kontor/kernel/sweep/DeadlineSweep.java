package dev.kontor.kernel.sweep;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.facts.TaskDue;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.kernel.desk.Keys;
import dev.kontor.kernel.desk.PlatformWork;
import dev.kontor.kernel.rows.Bell;
import dev.kontor.kernel.rows.Worker;
import dev.kontor.kernel.rule.RuleServices;
import dev.kontor.kernel.sweep.DueTasks.Due;
import dev.kontor.store.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the rules conclude about deadlines that have come: on the last day and once it has passed, each task in a command
 * of its own. What is due stands in the store, so it does not matter how often somebody sweeps.
 */
@Component(service = DeadlineSweep.class, immediate = true)
public final class DeadlineSweep {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineSweep.class);
    private static final long EVERY_MS = 3000;
    private static final int PAGE = 200;

    /** After a stop, more than this are told together. */
    private static final int TOLD_ONE_BY_ONE = 3;

    private static final long PAUSE_S = 30;
    private static final long PURGE_S = 3600;

    private final Transactions transactions;
    private final DueTasks due;
    private final PlatformWork platform;
    private final RuleServices rules;
    private final Clock clock;
    private final WorkingCalendar calendar;
    private final Keys keys;
    private final Bell bell = new Bell();
    private final AtomicLong rounds = new AtomicLong();
    private final Map<String, Long> pausedUntil = new HashMap<>();
    private boolean swept;
    private long purged = Long.MIN_VALUE;
    private final Worker worker;

    @Activate
    public DeadlineSweep(
            @Reference Transactions transactions,
            @Reference DueTasks due,
            @Reference PlatformWork platform,
            @Reference RuleServices rules,
            @Reference Clock clock,
            @Reference WorkingCalendar calendar,
            @Reference Keys keys) {
        this.transactions = transactions;
        this.due = due;
        this.platform = platform;
        this.rules = rules;
        this.clock = clock;
        this.calendar = calendar;
        this.keys = keys;
        this.worker = new Worker("kontor-deadlines", bell, EVERY_MS, this::pass);
    }

    @Deactivate
    public void stop() {
        worker.close();
    }

    /** Rings when something may be due at once. */
    public Bell bell() {
        return bell;
    }

    /** How often it has looked at everything that was due. */
    public long rounds() {
        return rounds.get();
    }

    /** Once round. Without rules nothing is claimed: it waits for them. */
    private void pass() {
        purge();
        if (rules.engine().isEmpty()) {
            return;
        }
        Map<Role, Integer> told = new HashMap<>();
        boolean together = !swept && page(Long.MIN_VALUE, "").size() > TOLD_ONE_BY_ONE;
        List<Due> page = page(Long.MIN_VALUE, "");
        while (!page.isEmpty()) {
            page.forEach(each -> ask(each, together, told));
            Due last = page.get(page.size() - 1);
            page = page(last.due(), last.id().toString());
        }
        told.forEach((role, count) -> platform.tell(role, Text.of("kernel.reminders", count)));
        swept = true;
        rounds.incrementAndGet();
    }

    private void purge() {
        if (purged == Long.MIN_VALUE || seconds() - purged > PURGE_S) {
            transactions.command(keys::purge);
            purged = seconds();
        }
    }

    private List<Due> page(long after, String id) {
        LocalDate today = clock.today();
        Instant now = clock.now();
        return transactions.read(() -> due.after(after, id, today, now, PAGE));
    }

    private static long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
    }

    /** A department without a rule set about its deadlines is passed over. */
    private void ask(Due each, boolean together, Map<Role, Integer> told) {
        String set = each.department() + "/deadlines";
        String key = each.id().toString();
        if (!rules.known(set) || pausedUntil.getOrDefault(key, Long.MIN_VALUE) > seconds()) {
            return;
        }
        try {
            if (together) {
                Map<Role, Integer> counted = new HashMap<>();
                platform.onOrderQuietly(each.order(), counted, file -> ask(file, each, set));
                counted.forEach((role, count) -> told.merge(role, count, Integer::sum));
            } else {
                platform.onOrder(each.order(), file -> ask(file, each, set));
            }
            pausedUntil.remove(key);
        } catch (Refused refused) {
            pausedUntil.put(key, seconds() + PAUSE_S);
        } catch (RuntimeException e) {
            LOG.error("{} could not be asked about the task {} of {}.", set, each.id(), each.order(), e);
            pausedUntil.put(key, seconds() + PAUSE_S);
        }
    }

    private void ask(OrderFile file, Due each, String set) {
        Optional<Task> task = due.claim(each.id(), file.today(), file.now());
        task.ifPresent(found -> file.consult(
                Question.at(new ConsultationPoint(set), fact(found, file)).addingOnly()));
    }

    private TaskDue fact(Task task, OrderFile file) {
        Deadline deadline = task.deadline().orElseThrow();
        return new TaskDue(
                task.id().toString(),
                task.kind().value(),
                task.subject(),
                task.role().value(),
                task.holder().map(PersonId::value).orElse(task.role().value()),
                deadline.lastDay().toString(),
                calendar.workingDaysBetween(file.today(), deadline.lastDay()),
                DueTasks.overdue(task, file.now()));
    }
}
