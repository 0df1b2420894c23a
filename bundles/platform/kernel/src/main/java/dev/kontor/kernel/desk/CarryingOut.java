package dev.kontor.kernel.desk;

import dev.kontor.api.desk.Question;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.kernel.rule.Conclusions;
import dev.kontor.kernel.rule.Conclusions.Kept;
import dev.kontor.kernel.rule.Conclusions.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Carries out what rules concluded. Consulting again replaces a point's open conclusions: the same key has no effect, a
 * Hold or Require that is no longer concluded is lifted, everything else stays for ever.
 */
@Component(service = CarryingOut.class)
public final class CarryingOut {

    private final Conclusions conclusions;
    private final WorkingCalendar calendar;

    @Activate
    public CarryingOut(@Reference Conclusions conclusions, @Reference WorkingCalendar calendar) {
        this.conclusions = conclusions;
        this.calendar = calendar;
    }

    /** One consultation being carried out. */
    private record Run(OpenFile file, Question question, Decision decision, OrderSummary order) {
        String point() {
            return question.point().value();
        }
    }

    /** Answers the violations that were not known before. */
    List<Conclusion.Violation> of(OpenFile file, Question question, Decision decision) {
        Run run = new Run(file, question, decision, file.summary());
        Map<Key, Kept> before = conclusions.of(file.number(), run.point()).stream()
                .collect(Collectors.toMap(Kept::key, Function.identity()));
        Map<Key, Concluded> now = unique(decision.conclusions());
        if (!question.adding()) {
            before.values().stream().filter(kept -> !now.containsKey(kept.key())).forEach(kept -> lift(run, kept));
        }
        List<Conclusion.Violation> found = new ArrayList<>();
        now.forEach((key, concluded) -> carryOut(run, key, concluded, Optional.ofNullable(before.get(key)))
                .ifPresent(found::add));
        return found;
    }

    /** Of equal Requires the earliest deadline wins. */
    private static Map<Key, Concluded> unique(List<Concluded> all) {
        Map<Key, Concluded> unique = new LinkedHashMap<>();
        all.forEach(each -> unique.merge(Key.of(each.conclusion()), each, CarryingOut::earlier));
        return unique;
    }

    private static Concluded earlier(Concluded first, Concluded second) {
        return first.conclusion() instanceof Conclusion.Require one
                        && second.conclusion() instanceof Conclusion.Require other
                        && other.within().count() < one.within().count()
                ? second
                : first;
    }

    private void lift(Run run, Kept kept) {
        Key key = kept.key();
        if (key.kind().equals("Hold")) {
            conclusions.drop(run.order().number(), run.point(), key);
            Text what = Text.of("kernel.hold-lifted", Text.of("milestone." + key.occasion()));
            run.file().note("rules.lifted", what, List.of(), run.decision().id());
        } else if (key.kind().equals("Require") && !run.question().keeping().contains(key.subject())) {
            conclusions.drop(run.order().number(), run.point(), key);
            Text why = Text.of("kernel.decision-lifted", run.point());
            open(run, kept).ifPresent(task -> run.file().tasks().cancel(task, why, run.decision().id()));
        }
    }

    private static Optional<Task> open(Run run, Kept kept) {
        TaskId id = TaskId.of(kept.task());
        return run.file().openTasks().stream().filter(task -> task.id().equals(id)).findFirst();
    }

    private Optional<Conclusion.Violation> carryOut(Run run, Key key, Concluded concluded, Optional<Kept> before) {
        Conclusion conclusion = concluded.conclusion();
        if (conclusion instanceof Conclusion.Require require) {
            require(run, key, require, before);
        } else if (before.isPresent() || conclusion instanceof Conclusion.Check) {
            return Optional.empty();
        } else if (conclusion instanceof Conclusion.Hold hold) {
            hold(run, key, hold, concluded);
        } else if (conclusion instanceof Conclusion.Remind remind) {
            keep(run, key, "");
            run.file().notify(remind.role(), reason(run, concluded));
        } else if (conclusion instanceof Conclusion.Penalty penalty) {
            keep(run, key, "");
            note(run, "rules.penalty", Text.of("kernel.penalty", who(penalty), penalty.points(), reason(run, concluded)), concluded);
        } else if (conclusion instanceof Conclusion.Violation violation && run.order().judged()) {
            keep(run, key, "");
            note(run, "rules.violation", Text.of("kernel.violation", who(violation), reason(run, concluded)), concluded);
            return Optional.of(violation);
        }
        return Optional.empty();
    }

    /** Required work that was done stays done for its revision, and is owed anew for a later one; what is open may be due on another day. */
    private void require(Run run, Key key, Conclusion.Require require, Optional<Kept> before) {
        Deadline deadline = calendar.deadline(run.decision().day(), require.within());
        if (before.isPresent()) {
            Kept kept = before.get();
            Optional<Task> open = open(run, kept);
            if (run.question().moving().contains(require.subject())) {
                open.ifPresent(task -> run.file().tasks().move(task, deadline, run.decision().id()));
            }
            if (kept.revision() == run.order().revision() || open.isPresent()) {
                return;
            }
            conclusions.drop(run.order().number(), run.point(), key);
        }
        NewTask wanted = new NewTask(
                require.task(), require.subject(), require.role(), Optional.empty(), Optional.of(deadline));
        Task task = run.file().tasks().raise(wanted, run.decision().id());
        keep(run, key, task.id().toString());
    }

    private void hold(Run run, Key key, Conclusion.Hold hold, Concluded concluded) {
        keep(run, key, "");
        conclusions.hold(run.order().number(), run.point(), hold, run.file().words(concluded), run.decision().id(), run.file().now());
        MilestoneName milestone = hold.milestone();
        note(run, "rules.held", Text.of("kernel.held", Text.of("milestone." + milestone), reason(run, concluded)), concluded);
    }

    private void keep(Run run, Key key, String task) {
        Kept kept = new Kept(key, run.order().revision(), task);
        conclusions.keep(run.order().number(), run.point(), kept, run.decision().id(), run.file().now());
    }

    /** A department or a person, by name. */
    private static Text who(Conclusion conclusion) {
        return Text.of("console.subject-of", conclusion.subject());
    }

    private static Text reason(Run run, Concluded concluded) {
        ReasonWords words = run.file().words(concluded);
        return Text.of("kernel.reason", words.english(), words.chinese());
    }

    private static void note(Run run, String kind, Text what, Concluded concluded) {
        List<Change> clause = List.of(new Change("clause", "", concluded.conclusion().clause().value()));
        run.file().note(kind, what, clause, run.decision().id());
    }
}
