package dev.kontor.production.purchasing;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.production.facts.SupplierRecord;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.purchasing.book.Evaluation;
import dev.kontor.production.purchasing.book.SupplierBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Every supplier is evaluated by what it delivered in a span of days: punctual or not, and how much was rejected. Rules say
 * whether that is good enough; the score makes suppliers comparable (供应商评价, R-5.8).
 */
@Component
public final class EvaluateSuppliers implements CompanyCommand {

    static final ConsultationPoint POINT = new ConsultationPoint("production/suppliers");
    /** A question may hold a thousand facts. */
    private static final int TOGETHER = 200;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final SupplierBook suppliers;
    private final Clock clock;

    @Activate
    public EvaluateSuppliers(@Reference SupplierBook suppliers, @Reference Clock clock) {
        this.suppliers = suppliers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "production/evaluate-suppliers";
    }

    @Override
    public Text title() {
        return Text.of("production.purchase.evaluate");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_PURCHASER, Role.PRODUCTION_REVIEWER);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("production.purchase.evaluate-submit"),
                Field.date("from", Text.of("production.purchase.from")).withClause("5.2"),
                Field.date("until", Text.of("production.purchase.until")));
    }

    @Override
    public Values initial(Person person, String subject) {
        LocalDate today = clock.today();
        return new Values(Map.of("from", today.minusYears(1).plusDays(1).toString(), "until", today.toString()));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        LocalDate from = values.date("from").orElseThrow();
        LocalDate until = values.date("until").orElseThrow();
        if (until.isBefore(from)) {
            throw Refused.at("until", Text.of("production.purchase.until-before"));
        }
        List<SupplierRecord> records = suppliers.deliveries(from, until).stream()
                .collect(Collectors.groupingBy(Delivery::supplier, TreeMap::new, Collectors.toList()))
                .entrySet().stream()
                .map(each -> record(each.getKey(), each.getValue()))
                .toList();
        if (records.isEmpty()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("production.purchase.nothing-delivered", from, until));
        }
        for (int first = 0; first < records.size(); first += TOGETHER) {
            evaluate(company, records.subList(first, Math.min(records.size(), first + TOGETHER)), from, until);
        }
        Text said = Text.of("production.purchase.evaluated", records.size(), from, until);
        company.note("production.supplier", said, List.of());
        return Answer.of(said).goingTo("production/suppliers");
    }

    static SupplierRecord record(String supplier, List<Delivery> deliveries) {
        long punctual = deliveries.stream().filter(Delivery::isPunctual).count();
        BigDecimal received = deliveries.stream().map(Delivery::received).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal rejected = deliveries.stream().map(Delivery::rejected).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new SupplierRecord(supplier, deliveries.size(),
                percent(BigDecimal.valueOf(punctual), BigDecimal.valueOf(deliveries.size())), percent(rejected, received));
    }

    /** Of nothing it is nothing: where nothing came, nothing was rejected. */
    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO.setScale(2) : part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
    }

    private void evaluate(CompanyFile company, List<SupplierRecord> records, LocalDate from, LocalDate until) {
        Decision decision = company.consult(Question.at(POINT, records.toArray(Record[]::new)));
        Set<String> good = decision.all(Check.class).stream().filter(Check::passed).map(Check::subject).collect(Collectors.toUnmodifiableSet());
        for (SupplierRecord each : records) {
            BigDecimal score = score(each, decision);
            Evaluation evaluation = new Evaluation(each, score, good.contains(each.supplier()));
            evaluation.made(from, until, decision.id(), company.actor().id().value(), company.now());
            suppliers.keep(evaluation);
            suppliers.supplier(each.supplier()).ifPresent(supplier -> supplier.score(score));
        }
    }

    private static BigDecimal score(SupplierRecord of, Decision decision) {
        BigDecimal punctuality = weight(decision, "punctuality-weight");
        BigDecimal quality = weight(decision, "quality-weight");
        return of.punctualPercent().multiply(punctuality)
                .add(HUNDRED.subtract(of.rejectedPercent()).multiply(quality))
                .divide(punctuality.add(quality), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal weight(Decision decision, String name) {
        return decision.parameters().stream()
                .filter(parameter -> parameter.set().equals(POINT.value()) && parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst()
                .orElseThrow(() -> Refused.because(Refused.Reason.UNAVAILABLE, Text.of("production.purchase.no-weight", name)));
    }
}
