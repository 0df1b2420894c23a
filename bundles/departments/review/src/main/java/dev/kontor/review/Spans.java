package dev.kontor.review;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.time.WorkingCalendar;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives tasks that the department raises itself the time that the company's parameters allow. */
@Component(service = Spans.class)
public final class Spans {

    private final WorkingCalendar calendar;

    @Activate
    public Spans(@Reference WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** Due by the parameter of the file's latest decisions; without a deadline when no decision shows it. */
    public NewTask within(OrderView file, String parameter, NewTask task) {
        return file.decisions().stream()
                .map(Decision::parameters)
                .flatMap(parameters -> parameters.stream().filter(each -> each.name().equals(parameter)))
                .map(Parameter::workingDays)
                .findFirst()
                .map(days -> task.until(calendar.deadline(file.today(), days)))
                .orElse(task);
    }
}
