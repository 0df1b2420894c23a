package dev.kontor.production.plan.capacity;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Says what a work centre can do in a working day (生产能力, R-5.1). Where it is less than before, the orders that are planned at
 * it are placed anew, each in a command of its own.
 */
@Component
public final class SetWorkCentre implements CompanyCommand {

    /** What is to be attended to of an order that a work centre made room for, and has not any more. */
    public static final String LESS = "capacity";

    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(10_000);

    private final Capacity capacity;

    @Activate
    public SetWorkCentre(@Reference Capacity capacity) {
        this.capacity = capacity;
    }

    @Override
    public String name() {
        return "production/set-work-centre";
    }

    @Override
    public Text title() {
        return Text.of("production.plan.set-centre");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_PLANNER);
    }

    @Override
    public Form form(Person person, String subject) {
        Field code = Field.text("code", Text.of("production.plan.centre-code"));
        return Form.of(
                Text.of("production.plan.set-centre-submit"),
                Field.hidden("subject").optional(),
                subject.isEmpty()
                        ? code.withHint(Text.of("production.plan.centre-code-hint"))
                        : code.optional().withHint(Text.of("production.plan.centre-code-fixed", subject)),
                Field.text("name", Text.of("production.plan.centre-name")),
                Field.number("capacity", Text.of("production.plan.capacity"))
                        .withHint(Text.of("production.plan.capacity-hint")).withClause("5.1"),
                Field.yesNo("closed", Text.of("production.plan.closed")).optional().withHint(Text.of("production.plan.closed-hint")));
    }

    @Override
    public Values initial(Person person, String subject) {
        Map<String, Object> values = new HashMap<>();
        capacity.centre(subject).ifPresent(centre -> values.putAll(Map.of(
                "subject", subject, "code", subject, "name", centre.name(),
                "capacity", centre.capacity().stripTrailingZeros().toPlainString(), "closed", centre.isClosed() ? "yes" : "no")));
        return new Values(values);
    }

    @Override
    public long version(String subject) {
        return subject.isEmpty() ? -1 : capacity.centre(subject).map(WorkCentre::version).orElse(0L);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String code = code(values);
        BigDecimal hours = hours(values);
        Optional<WorkCentre> known = capacity.centre(code);
        String before = known.map(SetWorkCentre::words).orElse("");
        boolean less = known.filter(centre -> hours.compareTo(centre.capacity()) < 0).isPresent();
        WorkCentre centre = known.orElseGet(() -> new WorkCentre(code));
        centre.set(values.text("name"), hours, values.yes("closed"));
        if (known.isEmpty()) {
            capacity.keep(centre);
        }
        if (less) {
            capacity.orders(code, company.today()).forEach(order -> company.entrust(order, LESS));
        }
        Text said = Text.of("production.plan.centre-set", code, centre.name(), hours);
        company.note("production.centre", said, List.of(new Change(code, before, words(centre))));
        return Answer.of(said).goingTo("production/plan/" + code).withId(code);
    }

    private static String words(WorkCentre centre) {
        return centre.name() + " " + centre.capacity().stripTrailingZeros().toPlainString() + (centre.isClosed() ? " -" : "");
    }

    private String code(Values values) {
        if (values.has("subject")) {
            return capacity.centre(values.text("subject")).map(WorkCentre::code)
                    .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("production.plan.no-such-centre", values.text("subject"))));
        }
        String code = values.text("code").toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z0-9][A-Z0-9-]{0,31}")) {
            throw Refused.at("code", Text.of("production.plan.centre-code-wrong"));
        }
        if (capacity.centre(code).isPresent()) {
            throw Refused.at("code", Text.of("production.plan.centre-taken", code));
        }
        return code;
    }

    private static BigDecimal hours(Values values) {
        BigDecimal hours = values.number("capacity").orElseThrow();
        if (hours.signum() <= 0 || hours.compareTo(MOST_HOURS) > 0 || hours.stripTrailingZeros().scale() > 2) {
            throw Refused.at("capacity", Text.of("production.plan.number-wrong", MOST_HOURS, 2));
        }
        return hours.setScale(2);
    }
}
