package dev.kontor.production.plan;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.form.Values;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.text.Text;
import dev.kontor.production.UnderReview;
import dev.kontor.production.plan.book.ProductionPlan;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * A form becomes the version that stands, and what follows from it: it waits for its release, or, in production already and
 * without another machine, counts at once.
 */
@Component(service = Revising.class)
public final class Revising {

    private final PlanForm form;
    private final Versions versions;
    private final Planning planning;
    private final PlanPaper paper;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<AfterRelease> following = List.of();

    @Activate
    public Revising(
            @Reference PlanForm form, @Reference Versions versions, @Reference Planning planning, @Reference PlanPaper paper) {
        this.form = form;
        this.versions = versions;
        this.planning = planning;
        this.paper = paper;
    }

    /** For a test, which has no registry. */
    Revising followedBy(List<AfterRelease> others) {
        following = List.copyOf(others);
        return this;
    }

    /** @throws dev.kontor.api.desk.Refused {@code CONFLICT} while a change of the order is under review */
    Answer revise(OrderFile file, Values values) {
        UnderReview.demandNone(file);
        ProductionPlan plan = versions.save(file, form.read(file, values), values.text("reason"));
        if (planning.counts(file)) {
            released(file, plan);
        } else {
            planning.awaitRelease(file, plan);
        }
        boolean late = planning.judge(file).all(Check.class).stream().anyMatch(check -> !check.passed());
        return Answer.of(
                        Text.of(late ? "production.plan.saved-late" : "production.plan.saved", plan.number(), plan.startOn(), plan.finishOn()),
                        file.number())
                .withId(plan.id());
    }

    /** The plan is filed, and what waits for it begins. */
    void released(OrderFile file, ProductionPlan plan) {
        paper.file(file, plan);
        following.forEach(each -> each.released(file));
    }
}
