package dev.kontor.finance.guarantee;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A guarantee came back from the customer, was extended, or the customer has drawn on it (policy 12). */
@Component
public final class EndGuarantee implements OrderCommand {

    private static final String EXTENDED = "extended";

    private final Guarantees guarantees;

    @Activate
    public EndGuarantee(@Reference Guarantees guarantees) {
        this.guarantees = guarantees;
    }

    @Override
    public String name() {
        return "finance/end-guarantee";
    }

    @Override
    public Text title() {
        return Text.of("finance.guarantee.end");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_CLERK);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return !guarantees.held(file.number()).isEmpty();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("finance.guarantee.end-submit"),
                Field.choice("guarantee", Text.of("finance.guarantee"), guarantees.held(file.number()).stream()
                                .map(each -> new Field.Option(each.id(), Text.of("finance.guarantee.option", each.number(), each.expiresOn())))
                                .toList())
                        .withClause("7.1"),
                Field.choice("how", Text.of("finance.guarantee.how"), Stream.of(Guarantee.RETURNED, EXTENDED, Guarantee.DRAWN)
                        .map(each -> new Field.Option(each, Text.of("finance.guarantee.how." + each)))
                        .toList()),
                Field.date("on", Text.of("finance.guarantee.on")),
                Field.date("expires-on", Text.of("finance.guarantee.new-expiry")).optional()
                        .withHint(Text.of("finance.guarantee.new-expiry-hint")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Guarantee guarantee = guarantees.held(file.number()).stream()
                .filter(each -> each.id().equals(values.text("guarantee")))
                .findFirst()
                .orElseThrow(() -> Refused.at("guarantee", Text.of("finance.guarantee.not-held")));
        LocalDate day = values.date("on").orElseThrow();
        if (day.isAfter(file.today())) {
            throw Refused.at("on", Text.of("finance.dunning.ahead"));
        }
        LocalDate before = guarantee.expiresOn();
        String how = values.text("how");
        if (how.equals(EXTENDED)) {
            guarantee.extend(values.date("expires-on")
                    .filter(before::isBefore)
                    .orElseThrow(() -> Refused.at("expires-on", Text.of("finance.guarantee.not-longer", before))));
        } else {
            guarantee.end(how, day, file);
        }
        guarantees.watch(file, guarantee);
        Text said = Text.of("finance.guarantee.ended", guarantee.number(), Text.of("finance.guarantee.how." + how));
        file.note("finance.guarantee", said, List.of(new Change("expires-on", before.toString(), guarantee.expiresOn().toString())));
        return Answer.of(said, file.number());
    }
}
