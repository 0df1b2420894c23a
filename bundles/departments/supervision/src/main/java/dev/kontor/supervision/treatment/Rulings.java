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
import dev.kontor.api.time.Clock;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.facts.Ruling;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How company leadership decides, first and on an appeal: what is asked, and within which limits. */
@Component(service = Rulings.class)
public final class Rulings {

    private static final List<String> MEASURES = List.of("none", "criticism", "points", "bonus", "discipline");
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final TreatmentBook book;
    private final Outlook outlook;
    private final Clock clock;

    @Activate
    public Rulings(@Reference TreatmentBook book, @Reference Outlook outlook, @Reference Clock clock) {
        this.book = book;
        this.outlook = outlook;
        this.clock = clock;
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
                Field.number("bonus", Text.of("supervision.bonus")).optional().withHint(Text.of("supervision.bonus-hint")),
                Field.longText("grounds", Text.of("supervision.grounds")),
                Field.amount("loss", Text.of("supervision.loss")).optional().withHint(Text.of("supervision.loss-hint")),
                Field.file("proof", Text.of("supervision.proof")).optional().withHint(Text.of("supervision.proof-hint")),
                Field.amount("compensation", Text.of("supervision.compensation")).optional(),
                Field.amount("pay", Text.of("supervision.pay")).optional().withHint(Text.of("supervision.pay-hint")));
    }

    /**
     * What was typed, within the limits that rules set. They are asked without keeping it: a kept decision of the order would
     * show to everybody who sees the order what somebody earns and owes.
     *
     * @param most points there are to take
     */
    Step.Ruled ruled(OrderFile file, Treatment treatment, Values values, int most) {
        String proof = book.ruled(treatment).map(Step.Ruled::proof).orElse("");
        Typed typed = Typed.of(values, !proof.isEmpty());
        List<Refused.Gap> gaps = outlook.ask(file.number(), Question.at(Supervision.AT_TREATMENT, ruling(file, treatment, typed, most)), file.actor())
                .conclusions()
                .stream()
                .filter(told -> told.conclusion() instanceof Conclusion.Check check && !check.passed())
                .map(told -> new Refused.Gap(
                        told.conclusion().subject(), Text.of("supervision.reason", told.reasonEn(), told.reasonZh())))
                .toList();
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        String filed = values.upload("proof").map(upload -> file.file(Supervision.PROOF, upload).id()).orElse(proof);
        return new Step.Ruled(typed.measure(), typed.points(), typed.bonus(), typed.compensation(), filed, values.text("grounds"));
    }

    /**
     * The law's limit is of a month, in which payroll takes what became final in it: that counts as well, and so does all that is
     * decided and not final yet, which may become so in any month to come.
     */
    private Ruling ruling(OrderFile file, Treatment treatment, Typed typed, int most) {
        Instant month = file.today().withDayOfMonth(1).atStartOfDay(clock.zone()).toInstant();
        List<Step.Ruled> before = book.ruledBeside(treatment, month);
        BigDecimal owed = sum(before, Step.Ruled::compensation).add(typed.compensation());
        BigDecimal share = typed.pay().signum() == 0 ? WHOLE : owed.multiply(WHOLE).divide(typed.pay(), 2, RoundingMode.UP);
        return new Ruling(most, typed.points(), typed.loss(), typed.compensation(), share,
                typed.bonus(), sum(before, Step.Ruled::bonus).add(typed.bonus()), typed.pay().subtract(owed).max(BigDecimal.ZERO));
    }

    private static BigDecimal sum(List<Step.Ruled> decided, Function<Step.Ruled, BigDecimal> what) {
        return decided.stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
