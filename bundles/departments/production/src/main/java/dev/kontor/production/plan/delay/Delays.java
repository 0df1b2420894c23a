package dev.kontor.production.plan.delay;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.production.plan.Planning;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.book.WorkOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Production tells sales that something is not as planned, and by when the order can be delivered. */
@Component(service = Delays.class)
public final class Delays {

    public static final TaskKind NOTICE = new TaskKind("production.delay-notice");
    public static final TaskKind ACKNOWLEDGE = new TaskKind("production.delay-acknowledge");
    public static final TaskKind PASS_ON = new TaskKind("production.delay-pass-on");

    private static final List<String> CAUSES = List.of("material", "capacity", "equipment", "quality", "design", "other");

    private final DelayBook delays;
    private final PlanBook book;
    private final Planning planning;
    private final WorkingCalendar calendar;

    @Activate
    public Delays(
            @Reference DelayBook delays, @Reference PlanBook book, @Reference Planning planning, @Reference WorkingCalendar calendar) {
        this.delays = delays;
        this.book = book;
        this.planning = planning;
        this.calendar = calendar;
    }

    Form form(OrderView file) {
        return Form.of(
                Text.of("production.plan.delay-submit"),
                Field.choice("cause", Text.of("production.plan.delay-cause"), CAUSES.stream()
                                .map(cause -> new Field.Option(cause, Text.of("production.plan.delay-cause." + cause)))
                                .toList())
                        .withClause("5.1"),
                Field.longText("explanation", Text.of("production.plan.delay-explanation")),
                Field.date("delivery-on", Text.of("production.plan.delay-delivery"))
                        .withHint(Text.of("production.plan.delay-earliest", earliest(file), promised(file))));
    }

    /** The day of delivery that can be kept: the one that sales knows, or the earliest that is left. */
    Values initial(OrderView file) {
        LocalDate day = Stream.of(earliest(file), promised(file)).max(LocalDate::compareTo).orElseThrow();
        return new Values(Map.of("delivery-on", day.toString()));
    }

    private LocalDate promised(OrderView file) {
        return work(file).toldOn().or(() -> file.order().map(Order::delivery).map(each -> each.date())).orElseGet(file::today);
    }

    /** The forecast, and the way to the customer. */
    private LocalDate earliest(OrderView file) {
        return calendar.deadline(work(file).forecastOn(), buffer(file)).lastDay();
    }

    /** The working days that the way to the customer takes, as the rules' last answer saw them. */
    private static WorkingDays buffer(OrderView file) {
        return file.decision(Planning.OWED).stream()
                .flatMap(decision -> decision.parameters().stream())
                .filter(parameter -> parameter.name().equals("buffer-days"))
                .findFirst()
                .map(Parameter::workingDays)
                .orElse(WorkingDays.of(0));
    }

    private WorkOrder work(OrderView file) {
        return book.workOrder(file.number()).orElseThrow();
    }

    /** @param owed the task in which production owed it */
    Answer tell(OrderFile file, Optional<Task> owed, Values values) {
        LocalDate delivery = values.date("delivery-on").orElseThrow();
        if (delivery.isBefore(earliest(file))) {
            throw Refused.at("delivery-on", Text.of("production.plan.delay-too-early", earliest(file)));
        }
        LocalDate promised = promised(file);
        DelayNotice notice = new DelayNotice(file.number(), delays.of(file.number()).size() + 1, values.text("cause"),
                values.text("explanation"), promised, delivery);
        notice.notice(file.actor().id().value(), file.now());
        delays.keep(notice);
        if (!delivery.equals(promised)) {
            work(file).tell(delivery);
        }
        owed.ifPresent(task -> file.complete(task.id(), new Outcome("noticed", notice.explanation())));
        planning.judge(file);
        Text said = Text.of("production.plan.delay-told", file.number().value(), Text.of("production.plan.delay-cause." + notice.cause()),
                notice.explanation(), delivery);
        file.note("production.delay", said, List.of(new Change("delivery-on", promised.toString(), delivery.toString())));
        file.notify(file.summary().representative(), said);
        return Answer.of(Text.of("production.plan.delay-sent", notice.number(), delivery), file.number()).withId(notice.id());
    }
}
