package dev.kontor.aftersales.warranty;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Somebody reads the contract's warranty clause and says how many months it gives, or corrects it. */
@Component
public final class AgreeWarranty implements OrderCommand {

    /** Longer than any warranty of a machine; a slip of the finger is not a promise. */
    private static final BigDecimal MOST = BigDecimal.valueOf(240);

    private final Warranties warranties;

    @Activate
    public AgreeWarranty(@Reference Warranties warranties) {
        this.warranties = warranties;
    }

    @Override
    public String name() {
        return "aftersales/agree-warranty";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.agree-warranty");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.AFTERSALES_ENGINEER, Role.SALES_REP, Role.SALES_HEAD);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.milestones().contains(MilestoneName.REVIEW_CLEARED) && warranties.hasClause(file);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(Text.of("aftersales.agree-warranty-submit"), fields(warranties, file).toArray(Field[]::new));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return new Values(proposed(warranties, file));
    }

    @Override
    public long version(OrderView file, Optional<Task> task) {
        return warranties.agreed(file.number()).map(AgreedWarranty::version).orElse(0L);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        WarrantySpan agreed = span(values);
        warranties.read(file, agreed);
        return Answer.of(agreed.words(), file.number());
    }

    /** What asks for the months, with the clause beside it. */
    public static List<Field> fields(Warranties warranties, OrderView file) {
        return List.of(
                Field.number("months", Text.of("aftersales.months")).withHint(warranties.words(file)).withClause("8.1"),
                Field.number("from-arrival", Text.of("aftersales.from-arrival")).optional().withHint(Text.of("aftersales.from-arrival-hint")));
    }

    /** What those fields begin with. */
    public static Map<String, Object> proposed(Warranties warranties, OrderView file) {
        Map<String, Object> values = new HashMap<>();
        warranties.proposed(file).ifPresent(span -> {
            values.put("months", String.valueOf(span.months()));
            if (span.fromArrival() > 0) {
                values.put("from-arrival", String.valueOf(span.fromArrival()));
            }
        });
        return values;
    }

    /** @throws Refused at the fields that are no months */
    public static WarrantySpan span(Values values) {
        List<Refused.Gap> gaps = new ArrayList<>();
        if (!isMonths(values, "months")) {
            gaps.add(new Refused.Gap("months", Text.of("aftersales.months-wrong", MOST)));
        }
        if (values.has("from-arrival") && !isMonths(values, "from-arrival")) {
            gaps.add(new Refused.Gap("from-arrival", Text.of("aftersales.months-wrong", MOST)));
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        return new WarrantySpan(
                values.number("months").orElseThrow().intValueExact(), values.number("from-arrival").orElse(BigDecimal.ZERO).intValueExact());
    }

    private static boolean isMonths(Values values, String field) {
        return values.number(field)
                .filter(number -> number.signum() > 0 && number.compareTo(MOST) <= 0 && number.stripTrailingZeros().scale() <= 0)
                .isPresent();
    }
}
