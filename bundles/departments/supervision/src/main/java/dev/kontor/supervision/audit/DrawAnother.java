package dev.kontor.supervision.audit;

import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.events.Independence;
import dev.kontor.supervision.score.Months;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Another order is drawn in the place of one that the whole supervision group has worked on: the next of the
 * month by the same drawing, so that nobody picks.
 */
@Component
public final class DrawAnother implements CompanyCommand {

    private final AuditBook book;
    private final AuditPlan plan;
    private final Months months;
    private final Independence independence;

    @Activate
    public DrawAnother(
            @Reference AuditBook book, @Reference AuditPlan plan, @Reference Months months, @Reference Independence independence) {
        this.book = book;
        this.plan = plan;
        this.months = months;
        this.independence = independence;
    }

    @Override
    public String name() {
        return "supervision/draw-another";
    }

    @Override
    public Text title() {
        return Text.of("supervision.draw-another");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SUPERVISOR, Role.LEADERSHIP);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("supervision.draw-another-submit"),
                Field.hidden("subject"),
                Field.longText("reason", Text.of("supervision.draw-another-reason"))
                        .withHint(Text.of("supervision.draw-another-hint", book.sample(subject).map(each -> each.order().value()).orElse("")))
                        .withClause("10.1"));
    }

    @Override
    public Values initial(Person person, String subject) {
        return new Values(Map.of("subject", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Sample sample = book.sample(values.text("subject"))
                .filter(each -> !each.isSettled())
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("supervision.no-sample")));
        independence.anybody(sample.order()).ifPresent(free -> {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("supervision.somebody-can", Text.person(free.value()), sample.order().value()));
        });
        Audit audit = book.audit(sample.audit()).orElseThrow();
        sample.replace(values.text("reason"), company.actor().id());
        Optional<OrderNumber> next =
                plan.drawAnother(audit, months.orders(audit.month()).stream().map(OrderEvents::order).toList());
        plan.endIfDone(company, audit);
        Text said = next.map(order -> Text.of("supervision.drawn-another", order.value(), sample.order().value()))
                .orElse(Text.of("supervision.drawn-none", sample.order().value()));
        company.note("supervision.drawn-another", said, List.of(new Change("reason", "", sample.replacedWhy())));
        return Answer.of(said).goingTo("supervision/audits/" + audit.id()).withId(sample.id());
    }
}
