package dev.kontor.testkit;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion.Hold;
import dev.kontor.api.rule.Conclusion.Require;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.DecisionRecord.Told;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.rule.Outlook;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.RuleEngine.Answer;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.rule.facts.RecentContracts;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Asks a {@link RuleBook} about an order and carries out Require and Hold as the kernel does. */
final class FakeRules {

    private final RuleBook book;
    private final FakeTasks tasks;
    private final WeekdayCalendar calendar = new WeekdayCalendar();
    private final List<FactSource> sources = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final Map<Owed, Raised> required = new HashMap<>();
    private final Map<ConsultationPoint, List<Hold>> holds = new LinkedHashMap<>();
    private boolean missing;

    FakeRules(RuleBook book, FakeTasks tasks) {
        this.book = book;
        this.tasks = tasks;
    }

    void add(FactSource source) {
        sources.add(source);
    }

    /** From now on every question is refused. */
    void lose() {
        missing = true;
    }

    List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    ReasonWords words(Concluded concluded) {
        return book.words(concluded);
    }

    void demandNoHold(MilestoneName milestone) {
        holds.values().stream().flatMap(List::stream).filter(hold -> hold.milestone().equals(milestone)).findFirst().ifPresent(hold -> {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.held", hold.subject()));
        });
    }

    Outlook.Answer look(OrderFile file, Question question) {
        LocalDate day = question.eventDay().orElse(file.today());
        List<SetVersion> versions = versions(question);
        return new Outlook.Answer(versions, day, book.ask(versions, day, facts(file, question)).conclusions().stream().map(this::told).toList());
    }

    private Told told(Concluded concluded) {
        ReasonWords words = words(concluded);
        return new Told(concluded.conclusion(), concluded.set(), concluded.rule(), words.english(), words.chinese());
    }

    private List<SetVersion> versions(Question question) {
        return question.versions().isEmpty() ? book.versions(question.point()) : question.versions();
    }

    private List<Record> facts(OrderFile file, Question question) {
        List<Record> facts = new ArrayList<>(question.facts());
        file.order().ifPresent(order -> {
            facts.add(order);
            facts.add(new RecentContracts(30, order.total(), 1));
        });
        sources.forEach(source -> facts.addAll(source.about(file)));
        return facts;
    }

    Decision consult(OrderFile file, Question question) {
        if (missing) {
            throw Refused.because(Refused.Reason.UNAVAILABLE, Text.of("kernel.rules-cannot-decide", question.point().value()));
        }
        LocalDate day = question.eventDay().orElse(file.today());
        List<SetVersion> versions = versions(question);
        Answer answer = book.ask(versions, day, facts(file, question));
        Decision decision = new Decision(
                UUID.randomUUID().toString(), file.number().value(), question.point(), versions, List.of(), day,
                calendar.version(), answer.parameters(), answer.firings(), answer.conclusions(), file.actor().id(), file.now());
        decisions.removeIf(earlier -> earlier.point().equals(question.point()));
        decisions.add(0, decision);
        holds.put(question.point(), decision.all(Hold.class));
        if (!question.adding()) {
            lift(question, decision);
        }
        earliest(decision).forEach(require -> require(file, require, decision, question.moving().contains(require.subject())));
        return decision;
    }

    /** What was required and is not any more. */
    private void lift(Question question, Decision decision) {
        List<Owed> over = required.keySet().stream()
                .filter(owed -> owed.point().equals(question.point()) && !question.keeping().contains(owed.subject()))
                .filter(owed -> decision.all(Require.class).stream().noneMatch(require -> owed.equals(Owed.of(question.point(), require))))
                .toList();
        over.stream().map(required::remove).map(Raised::task).filter(tasks::isOpen).forEach(tasks::end);
    }

    /** Of equal ones the earliest deadline wins. */
    private static Collection<Require> earliest(Decision decision) {
        return decision.all(Require.class).stream()
                .collect(Collectors.toMap(
                        require -> Owed.of(decision.point(), require), require -> require,
                        (one, other) -> other.within().count() < one.within().count() ? other : one, LinkedHashMap::new))
                .values();
    }

    /** What was done stays done for its revision. */
    private void require(OrderFile file, Require require, Decision decision, boolean moving) {
        Deadline deadline = calendar.deadline(decision.day(), require.within());
        Owed owed = Owed.of(decision.point(), require);
        int revision = file.order().map(Order::revision).orElse(0);
        Raised before = required.get(owed);
        if (before == null || (before.revision() != revision && !tasks.isOpen(before.task()))) {
            Task raised = tasks.raise(new Task(
                    new TaskId(UUID.randomUUID()), file.number(), require.task(), require.subject(), require.role(), Optional.empty(),
                    file.now(), Optional.of(deadline), Optional.empty(), decision.id(), 1));
            required.put(owed, new Raised(raised.id(), revision));
        } else if (moving) {
            tasks.move(before.task(), deadline, file.now());
        }
    }

    /** By what required work is the same as what was required before. */
    private record Owed(ConsultationPoint point, TaskKind kind, String subject) {
        static Owed of(ConsultationPoint point, Require require) {
            return new Owed(point, require.task(), require.subject());
        }
    }

    private record Raised(TaskId task, int revision) {}
}
