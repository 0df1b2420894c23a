package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Question;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.DecisionFilter;
import dev.kontor.api.rule.DecisionFilter.Kind;
import dev.kontor.api.rule.Decisions.Line;
import dev.kontor.api.rule.Decisions.Part;
import dev.kontor.api.rule.Reason;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.rows.Stamps;
import dev.kontor.kernel.rule.DecisionPatterns;
import dev.kontor.kernel.rule.KeptDecisions;
import dev.kontor.kernel.rule.PatternWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Decisions are found by order, rule, version, kind of conclusion and day")
@ParameterizedClass
@EnumSource(Database.class)
class DecisionListTest {

    private static final ConsultationPoint CHECK = new ConsultationPoint("trade/check");
    private static final ConsultationPoint OTHER = new ConsultationPoint("trade/other");
    private static final Person ZHAO = new Person(new PersonId("zhao"), "Zhao", Set.of(Role.SALES_REP), "en");
    private static final Person HEAD = new Person(new PersonId("chen"), "Chen", Set.of(Role.SALES_HEAD), "en");
    private static final Person RULES = new Person(new PersonId("rules"), "Rules", Set.of(Role.RULE_ADMINISTRATOR), "en");

    private final TestDesk desk;

    DecisionListTest(Database database) {
        desk = new TestDesk(database.open());
        desk.run(desk.trade);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Conclusion check(boolean passed) {
        return new Conclusion.Check("large", passed, Reason.of("large"), new Clause("4.2"));
    }

    private String decided(OrderNumber order, ConsultationPoint point, Conclusion... concluded) {
        desk.engine.at(point.value(), concluded);
        List<Decision> made = new CopyOnWriteArrayList<>();
        desk.act(order, file -> made.add(file.consult(Question.at(point))));
        return made.get(made.size() - 1).id();
    }

    private List<String> found(DecisionFilter filter, int limit, Person reader) {
        List<String> found = new ArrayList<>();
        Part part = desk.decisions.list(filter, "", limit, reader);
        while (true) {
            assertThat(part.decisions()).hasSizeLessThanOrEqualTo(limit);
            part.decisions().stream().map(Line::id).forEach(found::add);
            if (part.next().isEmpty()) {
                return found;
            }
            part = desk.decisions.list(filter, part.next(), limit, reader);
        }
    }

    private List<String> found(DecisionFilter filter) {
        return found(filter, 50, TestDesk.AUDITOR);
    }

    @Test
    void by_what_its_rules_concluded_of_which_version() {
        OrderNumber order = desk.register();
        String failed = decided(order, CHECK, check(false));
        String passed = decided(order, CHECK, check(true));
        String silent = decided(order, OTHER);
        String both = decided(order, OTHER, check(false), new Conclusion.Remind(Role.SALES_REP, "x", "y", Reason.of("soon"), new Clause("3.2")));

        DecisionFilter all = DecisionFilter.ALL;
        assertThat(found(all)).containsExactly(both, silent, passed, failed);
        assertThat(found(all.concluding(Optional.of(Kind.CHECK_FAILED)))).containsExactly(both, failed);
        assertThat(found(all.concluding(Optional.of(Kind.CHECK_PASSED)))).containsExactly(passed);
        assertThat(found(all.concluding(Optional.of(Kind.REMIND)))).containsExactly(both);
        assertThat(found(all.concluding(Optional.of(Kind.HOLD)))).isEmpty();
        assertThat(found(all.by("trade/other", "", ""))).containsExactly(both, silent);
        assertThat(found(all.by("trade/other", "", "").concluding(Optional.of(Kind.CHECK_FAILED)))).containsExactly(both);
        assertThat(found(all.by("trade/numbers", "", ""))).as("its parameters were read").containsExactly(both, silent, passed, failed);
        assertThat(found(all.by("", "", "a rule"))).containsExactly(both, passed, failed);
        assertThat(found(all.by("", "", "a ru"))).isEmpty();
        assertThat(found(all.by("trade/check", "ddd", "a rule"))).containsExactly(passed, failed);
        assertThat(found(all.by("trade/check", "dde", ""))).isEmpty();
        assertThat(found(all.by("", "%", ""))).as("a wildcard").isEmpty();
        assertThat(desk.decisions.rules()).extracting(rule -> rule.set().set() + " " + rule.name())
                .containsExactly("trade/check a rule", "trade/other a rule");
    }

    @Test
    void by_the_day_it_was_taken_both_days_included() {
        OrderNumber order = desk.register();
        LocalDate day = LocalDate.of(2026, 3, 2);
        String before = stamped(order, day, -1);
        String first = stamped(order, day, 0);
        String last = stamped(order, day.plusDays(1), -1);
        String after = stamped(order, day.plusDays(1), 0);

        DecisionFilter all = DecisionFilter.ALL;
        assertThat(found(all.taken(Optional.of(day), Optional.of(day)))).containsExactly(last, first);
        assertThat(found(all.taken(Optional.of(day), Optional.empty()))).containsExactly(after, last, first);
        assertThat(found(all.taken(Optional.empty(), Optional.of(day)).by("", "", "a rule"))).containsExactly(last, first, before);
    }

    private String stamped(OrderNumber order, LocalDate day, long more) {
        String id = decided(order, CHECK, check(true));
        long running = Stamps.from(day.atStartOfDay(desk.clock.zone()).toInstant()) + more;
        desk.transactions.command(() -> desk.rows.run("update kernel_decision set running = ? where id = ?", running, id));
        return id;
    }

    @Test
    void parts_of_any_size_show_each_decision_once_and_the_latest_first() {
        OrderNumber order = desk.register();
        OrderNumber other = desk.register();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(0, decided(i % 4 == 0 ? other : order, i % 3 == 0 ? CHECK : OTHER, check(i % 2 == 0)));
        }
        List<String> ofOther = List.of(all.get(3), all.get(7), all.get(11));
        for (int limit = 1; limit <= 13; limit++) {
            assertThat(found(DecisionFilter.ALL, limit, TestDesk.AUDITOR)).as("%d a part", limit).isEqualTo(all);
            assertThat(found(DecisionFilter.ALL.by("", "", "a rule"), limit, TestDesk.AUDITOR)).isEqualTo(all);
            assertThat(found(DecisionFilter.ALL.about(Optional.of(other)).by("", "", "a rule"), limit, TestDesk.LINA)).isEqualTo(ofOther);
        }
        assertThat(desk.decisions.list(DecisionFilter.ALL, "madeUp", 50, TestDesk.AUDITOR).decisions()).hasSize(12);
    }

    @Test
    void more_patterns_than_are_read_one_by_one_find_the_same() {
        OrderNumber order = desk.register();
        String failed = decided(order, CHECK, check(false));
        String passed = decided(order, CHECK, check(true));
        desk.transactions.command(() -> {
            desk.rows.each("insert into kernel_decision_mark (pattern, rule_set, rule_name, kind, number, digest)"
                            + " values (?, 'trade/check', 'a rule', 'check-failed', 1, 'd')",
                    java.util.stream.LongStream.range(2, 505).mapToObj(pattern -> new Object[] {pattern}).toList());
            return true;
        });
        assertThat(found(DecisionFilter.ALL.concluding(Optional.of(Kind.CHECK_FAILED)), 1, TestDesk.AUDITOR)).containsExactly(failed);
        assertThat(found(DecisionFilter.ALL.concluding(Optional.of(Kind.CHECK_PASSED)), 1, TestDesk.AUDITOR)).containsExactly(passed);
    }

    @Test
    void each_reader_finds_those_of_the_orders_that_they_may_see() {
        OrderNumber order = desk.register();
        String decision = decided(order, CHECK, check(false));
        String company = decided(desk.register(), CHECK, check(false));
        desk.transactions.command(() -> desk.rows.run("update kernel_decision set order_number = '' where id = ?", company));

        for (DecisionFilter filter : List.of(DecisionFilter.ALL, DecisionFilter.ALL.by("trade/check", "", ""))) {
            assertThat(found(filter, 50, TestDesk.LINA)).containsExactly(decision);
            assertThat(found(filter, 50, HEAD)).containsExactly(decision);
            assertThat(found(filter, 50, TestDesk.AUDITOR)).containsExactly(company, decision);
            assertThat(found(filter, 50, ZHAO)).isEmpty();
            assertThat(found(filter, 50, RULES)).isEmpty();
            assertThat(found(filter.about(Optional.of(order)), 50, ZHAO)).isEmpty();
            assertThat(found(filter.about(Optional.of(order)), 50, RULES)).isEmpty();
        }
    }

    @Test
    void decisions_of_before_the_update_are_found_when_they_have_been_entered() {
        OrderNumber order = desk.register();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(0, decided(order, CHECK, check(false)));
        }
        DecisionFilter failed = DecisionFilter.ALL.concluding(Optional.of(Kind.CHECK_FAILED));
        assertThat(desk.decisions.list(failed, "", 50, TestDesk.AUDITOR).whole()).isTrue();
        desk.transactions.command(() -> {
            desk.rows.run("update kernel_decision set pattern = 0");
            desk.rows.run("update kernel_decision set content = 'garbled' where id = ?", all.get(4));
            return desk.rows.run("delete from kernel_decision_mark");
        });
        assertThat(desk.decisions.list(failed, "", 50, TestDesk.AUDITOR)).isEqualTo(new Part(List.of(), "", false));

        decided(order, OTHER, check(true));
        KeptDecisions afterTheUpdate = new KeptDecisions(desk.rows, new DecisionPatterns(desk.transactions, desk.rows));
        PatternWork work = new PatternWork(desk.transactions, afterTheUpdate, 5);
        try {
            ReplayRoom.until(() -> desk.rows("select id from kernel_decision where pattern = 0").isEmpty());
        } finally {
            work.stop();
        }
        assertThat(found(failed)).isEqualTo(all.subList(0, 4));
    }

    @Test
    void a_pattern_that_was_rolled_back_with_its_command_is_entered_by_the_next() {
        OrderNumber order = desk.register();
        desk.engine.at(CHECK.value(), check(false));
        try {
            desk.act(order, file -> {
                file.consult(Question.at(CHECK));
                throw new IllegalStateException("The command fails behind its decision.");
            });
        } catch (IllegalStateException failed) {
            assertThat(desk.rows("select rule_name from kernel_decision_mark")).isEmpty();
        }
        String decision = decided(order, CHECK, check(false));
        assertThat(found(DecisionFilter.ALL.concluding(Optional.of(Kind.CHECK_FAILED)))).containsExactly(decision);
    }
}
