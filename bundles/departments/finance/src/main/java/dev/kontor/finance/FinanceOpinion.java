package dev.kontor.finance;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.review.OpinionForm;
import dev.kontor.api.rule.Conclusion.Require;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.finance.facts.CreditAccount;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finance's part of the joint review: payment method, customer's condition, credit risk. While an evaluation is
 * required finance cannot clear without its report and its professional opinion.
 */
@Component
public final class FinanceOpinion implements OpinionForm {

    static final TaskKind EVALUATION = new TaskKind("finance.evaluation");
    private static final ConsultationPoint JOINT = new ConsultationPoint("review/joint");

    private final CreditBook book;

    @Activate
    public FinanceOpinion(@Reference CreditBook book) {
        this.book = book;
    }

    @Override
    public String department() {
        return "finance";
    }

    @Override
    public List<Form.Section> sections(OrderView file) {
        Text account = file.order().map(order -> words(book.account(order, file.today()))).orElse(Text.plain(""));
        return List.of(new Form.Section(
                Text.of("finance.findings"),
                List.of(
                        choice("payment-method", "reasonable", "unreasonable"),
                        choice("condition", "good", "fair", "poor"),
                        choice("credit-risk", "low", "medium", "high").withHint(account),
                        Field.longText("risk-notes", Text.of("finance.risk-notes")).optional())));
    }

    @Override
    public void given(OrderFile file, boolean objects, Values values) {
        if (!objects) {
            if (evaluationOwed(file)) {
                throw Refused.because(Refused.Reason.CONFLICT, Text.of("finance.evaluation-owed"));
            }
            if (values.text("payment-method").equals("unreasonable")) {
                throw Refused.at("payment-method", Text.of("finance.unreasonable-objects"));
            }
        }
        Order order = file.order().orElseThrow();
        file.lock(order.customer());
        book.keep(new CreditSnapshot(
                order.number(), order.revision(), book.account(order, file.today()), file.actor().id().value(), file.now()));
    }

    @Override
    public List<String> reviews() {
        return List.of("payment", "customer", "lines.price", "lines.quantity", "lines.tax", "lines.model", "delivery");
    }

    /** By the decision that the round was opened with, so also after somebody cancelled the task. */
    private boolean evaluationOwed(OrderFile file) {
        boolean required = file.decision(JOINT).stream()
                .flatMap(decision -> decision.all(Require.class).stream())
                .anyMatch(require -> require.task().equals(EVALUATION));
        return !file.openTasks(EVALUATION).isEmpty() || (required && book.evaluations(file.number()).isEmpty());
    }

    static Text words(CreditAccount account) {
        Money limit = new Money(account.limit(), account.currency());
        Money exposure = new Money(account.exposure(), account.currency());
        return account.approved()
                ? Text.of(account.expired() ? "finance.account-expired" : "finance.account-line", limit, exposure)
                : Text.of("finance.account-none", exposure);
    }

    private static Field choice(String name, String... values) {
        return Field.choice(
                        name,
                        Text.of("finance." + name),
                        Stream.of(values).map(value -> new Field.Option(value, Text.of("finance." + name + "." + value))).toList())
                .withClause("4.2");
    }
}
