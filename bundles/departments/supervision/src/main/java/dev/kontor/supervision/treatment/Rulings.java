package dev.kontor.supervision.treatment;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Outlook;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.facts.Ruling;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How company leadership decides, first and on an appeal: what is asked, and within which limits. */
@Component(service = Rulings.class)
public final class Rulings {

    private static final List<String> MEASURES = List.of("none", "criticism", "points");
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final TreatmentBook book;
    private final Outlook outlook;

    @Activate
    public Rulings(@Reference TreatmentBook book, @Reference Outlook outlook) {
        this.book = book;
        this.outlook = outlook;
    }

    Treatment of(OrderView file, Task task) {
        return book.named(file.number(), task.subject())
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("supervision.no-treatment")));
    }

    /** What somebody said or decided at that step; empty when nobody did. */
    String words(Treatment treatment, Treatment.State kind) {
        return book.steps(treatment).stream().filter(step -> step.kind() == kind).map(Step::words).collect(Collectors.joining("\n"));
    }

    Step.Ruled decided(Treatment treatment) {
        return book.step(treatment, Treatment.State.DECIDED).flatMap(Step::ruled).orElseThrow();
    }

    void keep(Treatment treatment, Treatment.State kind, Step.Ruled ruled, OrderFile file) {
        book.keep(new Step(treatment, kind, ruled, file.actor().id(), file.now()));
    }

    Form form(Text submit, Text shown) {
        return Form.of(
                submit,
                Field.choice("measure", Text.of("supervision.measure"), MEASURES.stream()
                                .map(each -> new Field.Option(each, Text.of("supervision.measure." + each)))
                                .toList())
                        .withHint(shown)
                        .withClause("10.2"),
                Field.number("points", Text.of("supervision.points")).optional().withHint(Text.of("supervision.points-hint")),
                Field.longText("grounds", Text.of("supervision.grounds")),
                Field.amount("loss", Text.of("supervision.loss")).optional().withHint(Text.of("supervision.loss-hint")),
                Field.amount("compensation", Text.of("supervision.compensation")).optional(),
                Field.amount("pay", Text.of("supervision.pay")).optional().withHint(Text.of("supervision.pay-hint")));
    }

    /**
     * What was typed, within the limits that rules set. They are asked without keeping it: a kept decision of the order would
     * show to everybody who sees the order what somebody earns and owes.
     *
     * @param most points there are to take
     */
    Step.Ruled ruled(OrderFile file, Values values, int most) {
        boolean takes = values.text("measure").equals("points");
        int points = takes ? points(values) : 0;
        BigDecimal loss = amount(values, "loss");
        BigDecimal compensation = amount(values, "compensation");
        BigDecimal pay = amount(values, "pay");
        BigDecimal share = pay.signum() == 0
                ? WHOLE
                : compensation.multiply(WHOLE).divide(pay, 2, RoundingMode.UP);
        Question question = Question.at(Supervision.AT_TREATMENT, new Ruling(most, points, loss, compensation, share));
        List<Refused.Gap> gaps = outlook.ask(file.number(), question, file.actor()).conclusions().stream()
                .filter(told -> told.conclusion() instanceof Conclusion.Check check && !check.passed())
                .map(told -> new Refused.Gap(
                        told.conclusion().subject(), Text.of("supervision.reason", told.reasonEn(), told.reasonZh())))
                .toList();
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        return new Step.Ruled(values.text("measure"), points, compensation, values.text("grounds"));
    }

    private static int points(Values values) {
        BigDecimal points = values.number("points").orElseThrow(() -> Refused.at("points", Text.of("supervision.points-missing")));
        if (points.stripTrailingZeros().scale() > 0 || points.signum() <= 0 || points.compareTo(WHOLE) > 0) {
            throw Refused.at("points", Text.of("supervision.points-wrong"));
        }
        return points.intValueExact();
    }

    private static BigDecimal amount(Values values, String field) {
        BigDecimal amount = values.number(field).orElse(BigDecimal.ZERO);
        if (amount.signum() < 0) {
            throw Refused.at(field, Text.of("supervision.amount-negative"));
        }
        return amount;
    }
}
