package dev.kontor.production.quality.page;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.production.quality.book.InspectionPlan;
import dev.kontor.production.quality.book.InspectionPlans;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The inspection plans in force, and each with its versions. */
@Component
public final class PlansPage implements Page {

    /** The models of a list are few: all that there are. */
    private static final int MOST = 600;

    private final InspectionPlans plans;

    @Activate
    public PlansPage(@Reference InspectionPlans plans) {
        this.plans = plans;
    }

    @Override
    public String path() {
        return "production/inspection-plans";
    }

    @Override
    public Text title() {
        return Text.of("production.quality.plans");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("production", "ruler", 40));
    }

    @Override
    public Set<Role> roles() {
        return NonconformitiesPage.READERS;
    }

    @Override
    public View show(Query query) {
        boolean sets = query.reader().holds(Role.PRODUCTION_REVIEWER);
        View view = query.tail().isEmpty() ? all() : one(query.tail().get(0), sets);
        return sets && query.tail().isEmpty()
                ? view.withAction(new Cell.Link(Text.of("production.quality.set-plan"), "do/production/set-inspection-plan", "plus"))
                : view;
    }

    private View all() {
        return View.of(title(), QualityBlocks.table("plans", List.of("model", "inspection", "version", "set-by", "plan-reason"),
                plans.all(MOST).stream().map(PlansPage::row).toList()));
    }

    private static List<Cell> row(InspectionPlan plan) {
        return List.of(
                Cell.link(plan.models(), "production/inspection-plans/" + plan.id()),
                Cell.words(plan.kindWords()),
                Cell.plain(Integer.toString(plan.version())),
                new Cell.Many(List.of(Cell.person(plan.setBy()), new Cell.Moment(plan.setAt()))),
                Cell.plain(plan.reason()));
    }

    private View one(String id, boolean sets) {
        InspectionPlan plan = plans.plan(id).orElseThrow(() ->
                Refused.because(Refused.Reason.NOT_FOUND, Text.of("production.quality.no-such-plan")));
        InspectionPlan latest = plans.latest(plan.model(), plan.kind()).orElseThrow();
        View view = View.of(
                        Text.of("production.quality.plan-of", plan.kindWords(), plan.models(), plan.version()),
                        QualityBlocks.table("characteristics", List.of("characteristic", "limits"), plans.characteristics(plan).stream()
                                .map(each -> List.of(Cell.plain(each.name()), Cell.words(each.limits().words(each.unit()))))
                                .toList()),
                        QualityBlocks.table("versions", List.of("version", "inspection", "set-by", "plan-reason"),
                                plans.versions(plan.model(), plan.kind()).stream().map(PlansPage::version).toList()))
                .withAbove(title());
        return sets
                ? view.withAction(new Cell.Link(
                        Text.of("production.quality.new-version"), "do/production/set-inspection-plan?subject=" + latest.id(), "edit"))
                : view;
    }

    private static List<Cell> version(InspectionPlan plan) {
        List<Cell> row = row(plan);
        return List.of(Cell.link(Text.plain(Integer.toString(plan.version())), "production/inspection-plans/" + plan.id()),
                row.get(1), row.get(3), row.get(4));
    }
}
