package dev.kontor.supervision.treatment;

import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.Violations;
import dev.kontor.supervision.Supervision;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes up what rules proposed while this department did not run. */
@Component(service = CatchUp.class)
public final class CatchUp {

    private static final int PART = 200;

    private final Treatments treatments;
    private final TreatmentBook book;
    private final Decisions decisions;
    private final Violations violations;

    @Activate
    public CatchUp(
            @Reference Treatments treatments,
            @Reference TreatmentBook book,
            @Reference Decisions decisions,
            @Reference Violations violations) {
        this.treatments = treatments;
        this.book = book;
        this.decisions = decisions;
        this.violations = violations;
    }

    /** Orders are opened by rising number. */
    public void catchUp(CompanyFile company, Instant since) {
        Map<OrderNumber, Set<String>> missed = new TreeMap<>();
        Optional<Instant> before = Optional.of(company.now().plusMillis(1));
        while (before.filter(since::isBefore).isPresent()) {
            Violations.Part part = violations.before(before.get(), PART, Supervision.COUNTER);
            part.found().stream()
                    .filter(found -> found.told().conclusion() instanceof Conclusion.Penalty penalty
                            && book.find(found.order(), penalty.subject(), penalty.occasion()).isEmpty())
                    .forEach(found -> missed.computeIfAbsent(found.order(), none -> new TreeSet<>()).add(found.decision()));
            before = part.next();
        }
        missed.forEach((order, found) -> {
            OrderFile file = company.order(order);
            found.forEach(decision -> takeUp(file, decision));
        });
    }

    private void takeUp(OrderFile file, String decision) {
        decisions.decision(decision, Supervision.COUNTER).ifPresent(record -> record.conclusions().forEach(told -> {
            if (told.conclusion() instanceof Conclusion.Penalty penalty) {
                treatments.propose(file, new Proposal(penalty, told.set(), told.rule(),
                        new ReasonWords(told.reasonEn(), told.reasonZh()), record.id(), record.parameters()));
            }
        }));
    }
}
