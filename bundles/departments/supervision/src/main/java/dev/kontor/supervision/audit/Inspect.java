package dev.kontor.supervision.audit;

import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.events.Independence;
import dev.kontor.supervision.facts.Observation;
import dev.kontor.supervision.finding.Finding;
import dev.kontor.supervision.finding.FindingBook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One of the supervision group inspects an order of a sample; what is found is computed and said by rules. */
@Component
public final class Inspect implements CompanyCommand {

    private final AuditBook book;
    private final FindingBook findings;
    private final Independence independence;
    private final AuditPlan plan;

    @Activate
    public Inspect(
            @Reference AuditBook book, @Reference FindingBook findings, @Reference Independence independence, @Reference AuditPlan plan) {
        this.book = book;
        this.findings = findings;
        this.independence = independence;
        this.plan = plan;
    }

    @Override
    public String name() {
        return "supervision/inspect";
    }

    @Override
    public Text title() {
        return Text.of("supervision.inspect");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SUPERVISOR);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("supervision.inspect-submit"),
                Field.hidden("subject"),
                Field.longText("remarks", Text.of("supervision.inspect-remarks"))
                        .optional()
                        .withHint(Text.of("supervision.inspect-hint", book.sample(subject).map(each -> each.order().value()).orElse("")))
                        .withClause("10.1"));
    }

    @Override
    public Values initial(Person person, String subject) {
        return new Values(Map.of("subject", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Sample sample = book.sample(values.text("subject"))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("supervision.no-sample")));
        OrderFile file = company.order(sample.order());
        if (sample.isInspected()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("supervision.inspected-already", Text.person(sample.inspectedBy())));
        }
        if (sample.isReplaced()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("supervision.replaced", Text.person(sample.replacedBy()), sample.replacedWhy()));
        }
        OrderEvents events = independence.demanded(sample.order(), company.actor());
        List<Observation> seen = Observations.of(events, company.today());
        Decision decision = company.consult(Question.at(Supervision.AT_AUDIT, seen.toArray(Record[]::new)));
        sample.inspect(decision.id(), values.text("remarks"), company.actor().id(), company.now());
        List<Finding> found = keep(file, sample, seen, decision);
        plan.awaitOpinion(company, sample, decision, found);
        Text said = Text.of("supervision.inspected", sample.order().value(), found.size());
        file.note("supervision.inspected", said, Stream.concat(
                        Stream.of(new Change("decision", "", decision.id())),
                        seen.stream().map(each -> new Change(each.matter(), "", String.valueOf(each.count()))))
                .toList());
        Audit audit = book.audit(sample.audit()).orElseThrow();
        plan.endIfDone(company, audit);
        return Answer.of(said).goingTo("supervision/audits/" + audit.id()).withId(sample.id());
    }

    /** What was found before, and has not happened again since, is not found again. */
    private List<Finding> keep(OrderFile file, Sample sample, List<Observation> seen, Decision decision) {
        int days = Supervision.number(decision.parameters(), Supervision.AT_AUDIT, "rectification-days");
        List<Finding> before = findings.of(sample.order());
        List<Finding> found = decision.conclusions().stream()
                .filter(each -> each.conclusion() instanceof Conclusion.Check check && !check.passed())
                .flatMap(each -> seen.stream()
                        .filter(one -> one.matter().equals(each.conclusion().subject()))
                        .map(one -> new Finding(sample.audit(), one, each, file.words(each), decision.id(), days, file.now())))
                .filter(each -> before.stream().noneMatch(one -> one.matter().equals(each.matter()) && one.observed() >= each.observed()))
                .toList();
        found.forEach(findings::keep);
        return found;
    }
}
