package dev.kontor.finance.penalty;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finance enters rate, cap and grace of a penalty as the order's breach clause agrees them. */
@Component
public final class SetPenaltyTerms implements OrderCommand {

    private static final BigDecimal MOST_PER_MILLE = BigDecimal.valueOf(100);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final PenaltyBook book;
    private final Penalties penalties;

    @Activate
    public SetPenaltyTerms(@Reference PenaltyBook book, @Reference Penalties penalties) {
        this.book = book;
        this.penalties = penalties;
    }

    @Override
    public String name() {
        return "finance/set-penalty-terms";
    }

    @Override
    public Text title() {
        return Text.of("finance.penalty.set-terms");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_CLERK);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.milestones().contains(MilestoneName.REVIEW_CLEARED)
                && !file.milestones().contains(MilestoneName.FINANCE_SETTLED)
                && !Penalties.clauses(file.order().orElseThrow()).isEmpty();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("finance.penalty.set-terms-submit"),
                Field.choice("side", Text.of("finance.penalty.side"), Stream.of(Side.values())
                                .map(each -> new Field.Option(each.value(), each.words()))
                                .toList())
                        .withClause("7.2"),
                Field.choice("clause", Text.of("finance.penalty.clause"), Penalties.clauses(file.order().orElseThrow()).stream()
                        .map(each -> new Field.Option(each.number(), Text.of("finance.penalty.clause-words", each.number(), each.words())))
                        .toList()),
                Field.number("per-mille", Text.of("finance.penalty.per-mille")),
                Field.number("cap", Text.of("finance.penalty.cap")).withHint(Text.of("finance.penalty.cap-hint")),
                Field.number("grace", Text.of("finance.penalty.grace")),
                Field.yesNo("grace-counts", Text.of("finance.penalty.grace-counts")).optional(),
                Field.choice("ends-with", Text.of("finance.penalty.ends-with"), Stream.of(
                                        MilestoneName.LOGISTICS_DISPATCHED, MilestoneName.LOGISTICS_ARRIVED, MilestoneName.LOGISTICS_DELIVERED)
                                .map(each -> new Field.Option(each.value(), Text.of("milestone." + each)))
                                .toList())
                        .optional()
                        .withHint(Text.of("finance.penalty.ends-with-hint")),
                Field.yesNo("by-part", Text.of("finance.penalty.by-part")).optional());
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        List<ContractTerm> clauses = Penalties.clauses(file.order().orElseThrow());
        return clauses.size() == 1 ? new Values(Map.of("clause", clauses.get(0).number(), "grace", "0")) : new Values(Map.of("grace", "0"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Side side = Side.of(values.text("side"));
        demandSense(side, values);
        PenaltyTerm term = book.term(file.number(), side).orElseGet(() -> added(file, side));
        String before = term.clause().isEmpty() ? "" : words(term.rate());
        Accrual.Rate rate = new Accrual.Rate(
                values.number("per-mille").orElseThrow(),
                values.number("cap").orElseThrow(),
                values.number("grace").orElseThrow().intValueExact(),
                values.yes("grace-counts"));
        term.agree(values.text("clause"), rate, file.actor().id().value(), file.now());
        if (side == Side.LATE_DELIVERY) {
            term.deliver(new MilestoneName(values.text("ends-with")), values.yes("by-part"));
        }
        Text said = Text.of("finance.penalty.terms-set", side.words(), values.text("clause"));
        file.note("finance.penalty-terms", said, List.of(new Change(side.value(), before, words(rate))));
        penalties.ask(file);
        return Answer.of(said, file.number());
    }

    private PenaltyTerm added(OrderFile file, Side side) {
        PenaltyTerm term = new PenaltyTerm(file.number(), side);
        book.keep(term);
        return term;
    }

    private static String words(Accrual.Rate rate) {
        return "%s ‰, %s %%, %d".formatted(rate.perMille().toPlainString(), rate.capPercent().toPlainString(), rate.graceDays());
    }

    private static void demandSense(Side side, Values values) {
        List<Refused.Gap> gaps = new ArrayList<>();
        demandBetween(values, "per-mille", MOST_PER_MILLE, gaps);
        demandBetween(values, "cap", WHOLE, gaps);
        BigDecimal grace = values.number("grace").orElseThrow();
        if (grace.signum() < 0 || grace.stripTrailingZeros().scale() > 0 || grace.compareTo(BigDecimal.valueOf(365)) > 0) {
            gaps.add(new Refused.Gap("grace", Text.of("finance.penalty.grace-wrong")));
        }
        if (side == Side.LATE_DELIVERY && values.text("ends-with").isEmpty()) {
            gaps.add(new Refused.Gap("ends-with", Text.of("finance.penalty.ends-with-missing")));
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
    }

    /** More than nothing, and with the four decimals that are kept. */
    private static void demandBetween(Values values, String field, BigDecimal most, List<Refused.Gap> gaps) {
        BigDecimal number = values.number(field).orElseThrow();
        if (number.signum() <= 0 || number.compareTo(most) > 0 || number.stripTrailingZeros().scale() > 4) {
            gaps.add(new Refused.Gap(field, Text.of("finance.penalty.number-wrong", most)));
        }
    }
}
