package dev.kontor.kernel.rule;

import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.DecisionFilter;
import dev.kontor.api.rule.Decisions.Line;
import dev.kontor.api.rule.Decisions.Part;
import dev.kontor.api.rule.Decisions.Rule;
import dev.kontor.api.time.Clock;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.kernel.order.Sight;
import dev.kontor.kernel.rows.Condition;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.rows.Stamps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Decisions over all orders, part after part, each reader within their {@link Sight}. What decisions say is asked of their
 * patterns; the decisions of each are a stretch of an index, read from its end, so that nothing is counted or sorted as a whole.
 */
@Component(service = DecisionList.class)
public final class DecisionList {

    private static final int MOST = 200;
    /** Stretches that are read faster one by one than the whole index is walked. */
    private static final int FEW_PATTERNS = 500;
    /** Orders whose decisions are sorted faster than the whole index is walked. */
    private static final int FEW_ORDERS = 500;

    private final Rows rows;
    private final OrderRows orders;
    private final KeptDecisions decisions;
    private final DecisionPatterns patterns;
    private final RuleServices rules;
    private final Clock clock;

    @Activate
    public DecisionList(
            @Reference Rows rows,
            @Reference OrderRows orders,
            @Reference KeptDecisions decisions,
            @Reference DecisionPatterns patterns,
            @Reference RuleServices rules,
            @Reference Clock clock) {
        this.rows = rows;
        this.orders = orders;
        this.decisions = decisions;
        this.patterns = patterns;
        this.rules = rules;
        this.clock = clock;
    }

    List<Rule> rules() {
        return patterns.rules();
    }

    Part list(DecisionFilter filter, String after, int limit, Person reader) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A part has 1 to %d decisions, not %d.".formatted(MOST, limit));
        }
        List<Row> found = found(filter, after, limit + 1, reader);
        List<Row> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? shown.get(limit - 1).text(0) : "";
        List<Line> lines = decisions.of(shown.stream().map(row -> row.text(1)).toList()).stream().map(this::line).toList();
        return new Part(lines, next, !filter.narrowsWhat() || decisions.withoutPattern(1).isEmpty());
    }

    private Line line(Decision decision) {
        return new Line(decision.id(), decision.order(), decision.point(), decision.sets(),
                decision.conclusions().stream().map(rules::told).toList(), decision.by(), decision.at());
    }

    private List<Row> found(DecisionFilter filter, String after, int most, Person reader) {
        Sight sight = orders.sight(reader);
        boolean hidden = filter.order().isPresent() && orders.seen(filter.order().get(), reader).isEmpty();
        if (!sight.any() || hidden) {
            return List.of();
        }
        Set<Long> like = filter.narrowsWhat() ? patterns.matching(filter) : Set.of();
        if (filter.narrowsWhat() && like.isEmpty()) {
            return List.of();
        }
        Condition taken = taken(filter, after);
        if (!reader.holds(Role.AUDITOR)) {
            taken = taken.and(Condition.of("order_number <> ''"));
        }
        Optional<Condition> ofOrders = filter.order().map(order -> Condition.of("order_number = ?", order)).or(() -> few(sight));
        Condition narrowed = taken.and(ofOrders.orElseGet(() -> seen(sight)));
        if (ofOrders.isEmpty() && !like.isEmpty() && like.size() <= FEW_PATTERNS) {
            return stretches(narrowed, like, most);
        }
        return page(like.isEmpty() ? narrowed : narrowed.and(DecisionPatterns.matches(filter)), most);
    }

    private Condition taken(DecisionFilter filter, String after) {
        long before = after.matches("\\d{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE;
        long until = filter.until().map(day -> stamp(day.plusDays(1))).orElse(Long.MAX_VALUE);
        // the lower end is always named: without a range Derby sorts all that there are
        return Condition.of("running >= ? and running < ?", filter.from().map(this::stamp).orElse(0L), Math.min(before, until));
    }

    private long stamp(LocalDate day) {
        return Stamps.from(day.atStartOfDay(clock.zone()).toInstant());
    }

    /** All decisions of a representative who has few orders are fewer than what is walked to find a page of them. */
    private Optional<Condition> few(Sight sight) {
        if (sight.onlyOf().isEmpty()) {
            return Optional.empty();
        }
        Condition own = Condition.in("representative", sight.onlyOf());
        List<String> numbers = rows
                .all("select number from kernel_order where " + own.sql() + " fetch first " + (FEW_ORDERS + 1) + " rows only",
                        own.values().toArray())
                .stream()
                .map(row -> row.text(0))
                .toList();
        return numbers.size() > FEW_ORDERS ? Optional.empty() : Optional.of(Condition.in("order_number", numbers));
    }

    private static Condition seen(Sight sight) {
        if (sight.onlyOf().isEmpty()) {
            return Condition.of("1 = 1");
        }
        Condition own = Condition.in("o.representative", sight.onlyOf());
        return new Condition("exists (select 1 from kernel_order o where o.number = kernel_decision.order_number and " + own.sql() + ")",
                own.values());
    }

    /** The latest of each pattern; no earlier ones than the last that would be shown so far. */
    private List<Row> stretches(Condition narrowed, Set<Long> like, int most) {
        List<Row> latest = new ArrayList<>();
        for (long pattern : like) {
            Condition stretch = Condition.of("pattern = ?", pattern).and(narrowed);
            if (latest.size() == most) {
                stretch = stretch.and(Condition.of("running > ?", latest.get(most - 1).number(0)));
            }
            List<Row> more = page(stretch, most);
            if (!more.isEmpty()) {
                latest.addAll(more);
                latest.sort(Comparator.comparing((Function<Row, Long>) row -> row.number(0)).reversed());
                latest = new ArrayList<>(latest.subList(0, Math.min(most, latest.size())));
            }
        }
        return latest;
    }

    private List<Row> page(Condition all, int most) {
        return rows.all("select running, id from kernel_decision where " + all.sql() + " order by running desc fetch first "
                + most + " rows only", all.values().toArray());
    }
}
