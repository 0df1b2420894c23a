package dev.kontor.kernel.rule;

import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.DecisionFilter;
import dev.kontor.api.rule.DecisionFilter.Kind;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.rule.Firing;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.rows.Condition;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.store.Transactions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What decisions have in common, so that they are found by it: the versions asked, the rules that fired, the kinds of what
 * they concluded. A few thousand patterns stand for millions of decisions, each of which holds the number of its own.
 */
@Component(service = DecisionPatterns.class)
public final class DecisionPatterns {

    /** Held while a pattern is entered that nobody has seen before, which becomes seldom soon. */
    private static final String NEW = "decision-pattern";

    private final Transactions transactions;
    private final Rows rows;
    private final Set<Long> known = ConcurrentHashMap.newKeySet();

    @Activate
    public DecisionPatterns(@Reference Transactions transactions, @Reference Rows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /**
     * @param rule empty for the version itself
     * @param kind empty where nothing was concluded
     */
    private record Mark(SetVersion version, String rule, String kind) implements Comparable<Mark> {

        @Override
        public int compareTo(Mark other) {
            return text().compareTo(other.text());
        }

        private String text() {
            return String.join("\n", version.set(), rule, kind, version.digest(), "" + version.number());
        }
    }

    /** The number of a decision's pattern, which stands in the store when the running command has committed. */
    long of(Decision decision) {
        Set<Mark> marks = marks(decision);
        long pattern = Long.parseUnsignedLong(Canonical.digest(String.join("\n\n", marks.stream().map(Mark::text).toList()))
                .substring(0, 16), 16) | 1; // never 0, which means that it has none yet
        if (!known.contains(pattern)) {
            if (!stands(pattern)) {
                rows.take(NEW);
                enter(pattern, marks);
            }
            transactions.afterCommit(() -> known.add(pattern));
        }
        return pattern;
    }

    private boolean stands(long pattern) {
        return rows.one("select pattern from kernel_decision_mark where pattern = ? fetch first 1 rows only", pattern).isPresent();
    }

    private void enter(long pattern, Set<Mark> marks) {
        if (!stands(pattern)) {
            rows.each("insert into kernel_decision_mark (pattern, rule_set, rule_name, kind, number, digest) values (?, ?, ?, ?, ?, ?)",
                    marks.stream()
                            .map(each -> new Object[] {
                                pattern, each.version().set(), each.rule(), each.kind(), each.version().number(), each.version().digest()})
                            .toList());
        }
    }

    private static Set<Mark> marks(Decision decision) {
        Set<Mark> marks = new TreeSet<>();
        Stream.concat(decision.sets().stream(), decision.owners().stream()).forEach(set -> marks.add(new Mark(set, "", "")));
        for (Concluded each : decision.conclusions()) {
            marks.add(new Mark(each.set(), each.rule(), written(Kind.of(each.conclusion()))));
        }
        for (Firing each : decision.firings()) {
            if (marks.stream().noneMatch(mark -> mark.version().equals(each.set()) && mark.rule().equals(each.rule()))) {
                marks.add(new Mark(each.set(), each.rule(), ""));
            }
        }
        return marks;
    }

    private static String written(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a mark must be. */
    private static Condition asked(DecisionFilter filter) {
        Condition asked = Condition.of("1 = 1");
        if (!filter.set().isEmpty()) {
            asked = asked.and(Condition.of("rule_set = ?", filter.set()));
        }
        if (!filter.version().isEmpty()) {
            // a range and not like: what was typed may hold a wildcard; 'g' comes next behind the digits of a digest
            asked = asked.and(Condition.of("digest >= ? and digest < ?", filter.version(), filter.version() + "g"));
        }
        if (!filter.rule().isEmpty()) {
            asked = asked.and(Condition.of("rule_name = ?", filter.rule()));
        }
        return filter.kind().map(DecisionPatterns::written).map(kind -> Condition.of("kind = ?", kind)).map(asked::and).orElse(asked);
    }

    /** The patterns that have a mark as it is asked for. */
    Set<Long> matching(DecisionFilter filter) {
        Condition asked = asked(filter);
        return rows.all("select distinct pattern from kernel_decision_mark where " + asked.sql(), asked.values().toArray()).stream()
                .map(row -> row.number(0))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same, asked of each row of {@code kernel_decision}. */
    static Condition matches(DecisionFilter filter) {
        Condition asked = asked(filter);
        return new Condition("exists (select 1 from kernel_decision_mark where kernel_decision_mark.pattern = kernel_decision.pattern and "
                + asked.sql() + ")", asked.values());
    }

    /** Every rule that fired, of the latest version that it fired in. */
    List<Decisions.Rule> rules() {
        Map<String, Decisions.Rule> latest = new LinkedHashMap<>();
        rows.all("select distinct rule_set, rule_name, number, digest from kernel_decision_mark where rule_name <> ''"
                        + " order by rule_set, rule_name, number desc")
                .forEach(row -> latest.putIfAbsent(row.text(0) + "\n" + row.text(1), rule(row)));
        return List.copyOf(latest.values());
    }

    private static Decisions.Rule rule(Row row) {
        return new Decisions.Rule(new SetVersion(row.text(0), row.whole(2), row.text(3)), row.text(1));
    }
}
