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
        return file.milestones().contains(MilestoneName.REVIEW_CLEARED) && !warranties.clauses(file).isEmpty();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(Text.of("aftersales.agree-warranty-submit"), field(warranties, file));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return warranties.agreed(file.number()).map(AgreedWarranty::months).or(() -> warranties.suggested(file))
                .map(months -> new Values(Map.of("months", String.valueOf(months))))
                .orElse(Values.NONE);
    }

    @Override
    public long version(OrderView file, Optional<Task> task) {
        return warranties.agreed(file.number()).map(AgreedWarranty::version).orElse(0L);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        int months = months(values);
        warranties.read(file, months);
        return Answer.of(Text.of("aftersales.warranty-read", months), file.number());
    }

    /** The field that asks for the months, with the clause beside it. */
    public static Field field(Warranties warranties, OrderView file) {
        return Field.number("months", Text.of("aftersales.months")).withHint(warranties.words(file)).withClause("8.1");
    }

    public static int months(Values values) {
        return values.number("months")
                .filter(number -> number.signum() > 0 && number.compareTo(MOST) <= 0 && number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::intValueExact)
                .orElseThrow(() -> Refused.at("months", Text.of("aftersales.months-wrong", MOST)));
    }
}
