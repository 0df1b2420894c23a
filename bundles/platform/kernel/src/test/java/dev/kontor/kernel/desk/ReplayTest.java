package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.Replays.Replay;
import dev.kontor.api.rule.Replays.Sort;
import dev.kontor.api.rule.Replays.State;
import dev.kontor.api.rule.Replays.Total;
import dev.kontor.api.rule.Replays;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.rows.Stamps;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A version is tried on past decisions, and each one that would change is shown")
@ParameterizedClass
@EnumSource(Database.class)
class ReplayTest {

    private final ReplayRoom room;

    ReplayTest(Database database) {
        room = new ReplayRoom(database);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void each_decision_that_would_change_is_shown_with_the_money_behind_it_and_nothing_else_changes() {
        room.decided("C-1", 199);
        OrderNumber edge = room.decided("C-1", 200);
        OrderNumber below = room.decided("A-1", 299);
        room.decided("A-1", 300);
        room.consult(edge);
        int decisions = room.desk.rows("select id from kernel_decision").size();

        Replay replay = room.done(room.begin(Map.of()));

        assertThat(replay.total()).isEqualTo(5);
        assertThat(replay.done()).isEqualTo(5);
        assertThat(replay.changed()).isEqualTo(3);
        assertThat(replay.failed()).isZero();
        assertThat(replay.digest()).hasSize(64);
        List<Replays.Changed> changed = room.replays.changed(replay.id(), Sort.TIME, 0, 10, ReplayRoom.RULES);
        assertThat(changed).extracting(Replays.Changed::order).containsExactly(edge.value(), below.value(), edge.value());
        assertThat(changed.get(0).before()).isEmpty();
        assertThat(changed.get(0).after()).singleElement().satisfies(told -> {
            assertThat(told.conclusion().subject()).isEqualTo("large");
            assertThat(told.reasonEn()).isEqualTo("because");
            assertThat(told.set().digest()).isEqualTo(ReplayRoom.CANDIDATE);
        });
        assertThat(room.replays.changed(replay.id(), Sort.MONEY, 0, 2, ReplayRoom.RULES)).extracting(Replays.Changed::order)
                .containsExactly(below.value(), edge.value());
        assertThat(room.replays.changed(replay.id(), Sort.MONEY, 2, 2, ReplayRoom.RULES)).extracting(Replays.Changed::order).containsExactly(edge.value());
        assertThat(room.replays.byRule(replay.id(), ReplayRoom.RULES)).containsExactly(new Total("a rule", 2, 3, Money.cny(499)));
        assertThat(room.replays.byCustomer(replay.id(), ReplayRoom.RULES)).containsExactly(
                new Total("Affiliate A-1", 1, 1, Money.cny(299)), new Total("Customer One", 1, 2, Money.cny(200)));
        assertThat(room.desk.rows("select id from kernel_decision")).hasSize(decisions);
        assertThat(room.desk.rows("select subject from kernel_conclusion where kind <> 'Check'")).isEmpty();
    }

    @Test
    void a_conclusion_that_would_be_gone_or_have_another_figure_is_a_change() {
        room.decided("C-1", 300);
        room.desk.engine.proposed(ReplayRoom.POINT.value(), "e".repeat(64), facts -> List.of());
        Replay gone = room.done(room.begin(Map.of("digest", "e".repeat(64))));
        assertThat(room.replays.changed(gone.id(), Sort.TIME, 0, 10, ReplayRoom.RULES)).singleElement().satisfies(changed -> {
            assertThat(changed.before()).hasSize(1);
            assertThat(changed.after()).isEmpty();
        });

        room.desk.engine.proposed(ReplayRoom.POINT.value(), "f".repeat(64), facts -> List.of(
                new Conclusion.Check("large", false, Reason.of("large", Money.cny(301)), new Clause("4.2"))));
        Replay other = room.done(room.begin(Map.of("digest", "f".repeat(64))));
        assertThat(room.replays.changed(other.id(), Sort.TIME, 0, 10, ReplayRoom.RULES)).singleElement().satisfies(changed -> {
            assertThat(changed.before()).hasSize(1);
            assertThat(changed.after()).hasSize(1);
        });
    }

    @Test
    void the_period_ends_with_its_last_day_and_one_customer_is_enough() {
        OrderNumber before = room.decided("C-1", 250);
        OrderNumber first = room.decided("C-1", 250);
        OrderNumber last = room.decided("A-1", 250);
        OrderNumber after = room.decided("C-1", 250);
        LocalDate day = LocalDate.of(2026, 3, 2);
        long begins = Stamps.from(day.atStartOfDay(room.desk.clock.zone()).toInstant());
        long ends = Stamps.from(day.plusDays(1).atStartOfDay(room.desk.clock.zone()).toInstant());
        room.stamp(before, begins - 1);
        room.stamp(first, begins);
        room.stamp(last, ends - 1);
        room.stamp(after, ends);
        Map<String, Object> period = Map.of("from", day.toString(), "to", day.toString());

        assertThat(room.orders(room.done(room.begin(period)))).containsExactly(first.value(), last.value());

        Map<String, Object> one = new HashMap<>(period);
        one.put("customer", "A-1");
        assertThat(room.orders(room.done(room.begin(one)))).containsExactly(last.value());
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.begin(Map.of("from", "2026-03-03", "to", "2026-03-02")));
    }

    @Test
    void one_department_is_enough_where_others_read_the_sets_numbers_too() {
        OrderNumber here = room.decided("C-1", 250);
        room.desk.engine.judging("finance/limit", ReplayRoom.largeFrom(300));
        room.desk.engine.readers.add("finance/limit");
        room.desk.act(here, file -> file.consult(Question.at(new ConsultationPoint("finance/limit"))));

        assertThat(room.done(room.begin(Map.of())).total()).isEqualTo(2);
        Replay trade = room.done(room.begin(Map.of("department", "trade")));
        assertThat(trade.total()).isEqualTo(1);
        assertThat(room.orders(trade)).containsExactly(here.value());
        assertThat(trade.scope().department()).contains("trade");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.begin(Map.of("department", "trad")))
                .satisfies(refused -> assertThat(refused.gaps()).singleElement().extracting(Refused.Gap::field).isEqualTo("department"));
    }

    @Test
    void cases_of_a_file_are_reported_as_decisions_are_and_each_counts_once() {
        Replay report = room.tried("199", "200", "299", "200", "300");

        assertThat(report.state()).isEqualTo(State.DONE);
        assertThat(report.scope().cases()).contains("prices.yaml");
        assertThat(report.total()).isEqualTo(5);
        List<Replays.Changed> changed = room.replays.changed(report.id(), Sort.TIME, 0, 10, ReplayRoom.RULES);
        assertThat(changed).extracting(Replays.Changed::named).containsExactly("200", "299", "200");
        assertThat(changed).allSatisfy(each -> {
            assertThat(each.decision()).isEmpty();
            assertThat(each.order()).isEmpty();
            assertThat(each.before()).isEmpty();
            assertThat(each.after()).hasSize(1);
        });
        assertThat(room.replays.byRule(report.id(), ReplayRoom.RULES)).containsExactly(new Total("a rule", 3, 3, Money.cny(699)));
        assertThat(room.replays.latest(ReplayRoom.POINT.value(), ReplayRoom.CANDIDATE)).isEmpty();
        assertThat(room.desk.rows("select kind from kernel_journal where kind = 'rules.replayed'")).hasSize(1);
    }

    @Test
    void cases_are_read_as_excel_saves_them_in_china_and_elsewhere() {
        for (String charset : List.of("GB18030", "UTF-8")) {
            for (String mark : List.of("", "\uFEFF")) {
                Replay report = room.tried((mark + "南京大单\n").getBytes(Charset.forName(charset)));

                assertThat(room.replays.changed(report.id(), Sort.TIME, 0, 10, ReplayRoom.RULES))
                        .as(charset).extracting(Replays.Changed::named).containsExactly("南京大单");
            }
        }
    }

    @Test
    void what_holds_no_words_is_refused_at_the_file() {
        byte[] picture = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, '.', '.'};

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.tried(picture))
                .satisfies(refused -> assertThat(refused.gaps()).singleElement().extracting(Refused.Gap::field).isEqualTo("file"));
    }

    @Test
    void a_case_that_the_version_cannot_decide_counts_as_changed_and_an_empty_file_is_refused() {
        room.desk.engine.judging(ReplayRoom.POINT.value() + "@" + ReplayRoom.CANDIDATE, facts -> {
            throw new CannotDecide("too long");
        });
        Replay report = room.tried("300");
        assertThat(report.failed()).isEqualTo(1);
        assertThat(room.replays.changed(report.id(), Sort.TIME, 0, 10, ReplayRoom.RULES)).singleElement().satisfies(changed -> {
            assertThat(changed.before()).hasSize(1);
            assertThat(changed.failure().key()).isEqualTo("kernel.replay.cannot-ask");
        });
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.tried(" ")).withMessageContaining("no-cases");
    }

    /** The rules go away in the third of three pages, and with them the process; another one goes on. */
    @Test
    void after_a_stop_it_goes_on_where_it_stood_and_the_report_is_the_same() {
        OrderNumber order = room.decided("C-1", 250);
        for (int i = 1; i < 250; i++) {
            room.consult(order);
        }
        AtomicInteger asked = new AtomicInteger();
        room.desk.engine.proposed(ReplayRoom.POINT.value(), "a".repeat(64), facts -> {
            room.desk.engineRuns = asked.incrementAndGet() != 210;
            return ReplayRoom.largeFrom(200).apply(facts);
        });
        String id = room.begin(Map.of("digest", "a".repeat(64)));
        ReplayRoom.until(() -> room.replay(id).done() == 200);
        assertThat(room.replay(id).left()).isPresent();
        room.work.stop();
        room.desk.engineRuns = true;
        room.work = room.work();

        Replay resumed = room.done(id);

        assertThat(resumed.changed()).isEqualTo(250);
        assertThat(new ArrayList<>(room.orders(resumed))).hasSize(250);
        assertThat(room.desk.rows("select kind from kernel_journal where kind = 'rules.replayed'")).hasSize(1);
        String whole = room.done(room.begin(Map.of("digest", "a".repeat(64)))).digest();
        assertThat(resumed.digest()).isEqualTo(whole);
    }

    @Test
    void a_paused_one_waits_until_it_is_resumed_and_what_is_decided_meanwhile_is_no_part_of_it() {
        OrderNumber order = room.decided("C-1", 250);
        room.work.stop();
        String id = room.begin(Map.of());
        room.submit(ReplayRoom.RULES, "rules/pause-replay", Map.of("replay", id));
        room.work = room.work();
        room.consult(order);
        String second = room.begin(Map.of());
        room.done(second);
        assertThat(room.replay(id).state()).isEqualTo(State.PAUSED);
        assertThat(room.replay(id).done()).isZero();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.submit(ReplayRoom.RULES, "rules/pause-replay", Map.of("replay", id)));

        room.submit(ReplayRoom.RULES, "rules/resume-replay", Map.of("replay", id));

        assertThat(room.done(id).changed()).isEqualTo(1);
        assertThat(room.replay(second).changed()).isEqualTo(2);
    }

    @Test
    void a_shadow_run_goes_on_with_what_is_decided_from_now_on_until_its_last_day_is_over() {
        OrderNumber order = room.decided("C-1", 250);
        LocalDate tomorrow = LocalDate.now(room.desk.clock.zone()).plusDays(1);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.begin(Map.of("shadow", "yes", "to", "2020-01-02", "from", "2020-01-01")));
        String id = room.begin(Map.of("shadow", "yes", "to", tomorrow.toString()));
        ReplayRoom.until(() -> room.replay(id).done() == 1);
        room.consult(order);
        room.decided("A-1", 199);

        ReplayRoom.until(() -> room.replay(id).done() == 3);

        assertThat(room.replay(id).state()).isEqualTo(State.RUNNING);
        assertThat(room.replay(id).total()).isEqualTo(3);
        assertThat(room.orders(room.replay(id))).containsExactly(order.value(), order.value());
        room.desk.transactions.command(() -> room.desk.rows.run("update kernel_replay set until = ?", Stamps.afterNow()));
        assertThat(room.done(id).changed()).isEqualTo(2);
    }

    @Test
    void where_the_version_cannot_decide_the_report_says_so() {
        room.decided("C-1", 250);
        room.desk.engine.proposed(ReplayRoom.POINT.value(), "b".repeat(64), facts -> {
            throw new CannotDecide("The rule \"a rule\" took too long.");
        });
        Replay replay = room.done(room.begin(Map.of("digest", "b".repeat(64))));
        assertThat(replay.failed()).isEqualTo(1);
        assertThat(replay.changed()).isEqualTo(1);
        assertThat(room.replays.changed(replay.id(), Sort.TIME, 0, 10, ReplayRoom.RULES).get(0).failure().arguments().toString()).contains("took too long");
    }

    @Test
    void who_only_sells_sees_no_report_and_begins_none() {
        room.decided("C-1", 250);
        String id = room.begin(Map.of());
        room.done(id);
        assertThat(room.replays.replay(id, TestDesk.LINA)).isEmpty();
        assertThat(room.replays.changed(id, Sort.TIME, 0, 10, TestDesk.LINA)).isEmpty();
        assertThat(room.replays.byCustomer(id, TestDesk.LINA)).isEmpty();
        assertThat(room.replays.changed(id, Sort.TIME, 0, 10, TestDesk.AUDITOR)).hasSize(1);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.submit(TestDesk.LINA, "rules/replay", Map.of(
                "set", ReplayRoom.POINT.value(), "digest", ReplayRoom.CANDIDATE, "from", "2026-03-01", "to", "2026-03-02")));
    }
}
