package dev.kontor.finance.guarantee;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.finance.Collecting;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The customer has our bank's guarantee and withholds no retention money any more: it pays by a day that was agreed (policy 12). */
@Component
public final class RecordGuarantee implements OrderCommand {

    private static final DocumentKind DOCUMENT = new DocumentKind("finance.guarantee");

    private final Guarantees guarantees;
    private final Schedule schedule;
    private final Collecting collecting;

    @Activate
    public RecordGuarantee(@Reference Guarantees guarantees, @Reference Schedule schedule, @Reference Collecting collecting) {
        this.guarantees = guarantees;
        this.schedule = schedule;
        this.collecting = collecting;
    }

    @Override
    public String name() {
        return "finance/record-guarantee";
    }

    @Override
    public Text title() {
        return Text.of("finance.guarantee.record");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_CLERK);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return !withheld(file).isEmpty();
    }

    /** Retention money that is not paid, and for which the customer holds no guarantee. */
    private List<Due> withheld(OrderView file) {
        return schedule.of(file.number()).stream()
                .filter(due -> due.isRetention() && !due.isPaid())
                .filter(due -> guarantees.held(file.number(), due.position()).isEmpty())
                .toList();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("finance.guarantee.record"),
                Field.choice("instalment", Text.of("finance.schedule.instalment"), withheld(file).stream()
                                .map(due -> new Field.Option(due.subject(), Text.of("finance.schedule.option", due.position(), due.open())))
                                .toList())
                        .withClause("7.1"),
                Field.text("bank", Text.of("finance.guarantee.bank")),
                Field.text("number", Text.of("finance.guarantee.number")),
                Field.amount("amount", Text.of("finance.amount")),
                Field.date("expires-on", Text.of("finance.guarantee.expires-on")).withHint(Text.of("finance.guarantee.expires-hint")),
                Field.date("pay-by", Text.of("finance.guarantee.pay-by")).withHint(Text.of("finance.guarantee.pay-by-hint")),
                Field.file("document", Text.of("document.finance.guarantee")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Due due = withheld(file).stream()
                .filter(each -> each.subject().equals(values.text("instalment")))
                .findFirst()
                .orElseThrow(() -> Refused.at("instalment", Text.of("finance.guarantee.not-withheld")));
        check(file, due, values);
        LocalDate expires = values.date("expires-on").orElseThrow();
        LocalDate payBy = values.date("pay-by").orElseThrow();
        String document = file.file(DOCUMENT, values.upload("document").orElseThrow()).id();
        Money amount = Money.rounded(values.number("amount").orElseThrow(), due.amount().currency());
        Guarantee guarantee = new Guarantee(file, due.position(), amount, expires, document).of(values.text("bank"), values.text("number"));
        guarantees.keep(guarantee);
        guarantees.watch(file, guarantee);
        schedule.reschedule(file, due.position(), payBy);
        collecting.settle(file);
        Text said = Text.of("finance.guarantee.recorded", guarantee.number(), guarantee.bank(), due.position(), payBy);
        file.note("finance.guarantee", said, List.of(new Change("expires-on", "", expires.toString())));
        return Answer.of(said, file.number()).withId(guarantee.id());
    }

    private static void check(OrderFile file, Due due, Values values) {
        List<Refused.Gap> gaps = new ArrayList<>();
        if (values.number("amount").orElseThrow().signum() <= 0) {
            gaps.add(new Refused.Gap("amount", Text.of("finance.guarantee.amount-positive")));
        }
        if (!values.date("expires-on").orElseThrow().isAfter(file.today())) {
            gaps.add(new Refused.Gap("expires-on", Text.of("finance.guarantee.expired")));
        }
        LocalDate payBy = values.date("pay-by").orElseThrow();
        if (payBy.isBefore(file.today())) {
            gaps.add(new Refused.Gap("pay-by", Text.of("finance.guarantee.pay-by-past")));
        }
        due.dueOn().filter(payBy::isAfter).ifPresent(day ->
                gaps.add(new Refused.Gap("pay-by", Text.of("finance.guarantee.pay-by-late", day))));
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
    }
}
