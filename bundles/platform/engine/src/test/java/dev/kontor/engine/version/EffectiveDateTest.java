package dev.kontor.engine.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.rule.RuleSets.Passage;
import dev.kontor.api.rule.RuleSets.Step;
import dev.kontor.engine.version.KeptVersion.State;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A version begins at the start of its day in the company's zone")
class EffectiveDateTest extends Room {

    private static final LocalDate FIRST = LocalDate.of(2031, 7, 1);
    private final Hands clock = new Hands();

    private void start(String... approvers) {
        office = new Office(store, shelf, folder, facts, clock, approvers);
        office.untilReady();
    }

    private void on(LocalDate day) {
        clock.moveTo(day.atStartOfDay(clock.zone()).toInstant());
    }

    /** The day comes, and something in the folder wakes the platform, which would look by itself a few seconds later. */
    private void comes(LocalDate day) throws IOException {
        on(day);
        Files.writeString(folder.resolve("new-day"), day.toString());
    }

    private String scheduled(long amount, LocalDate day) {
        String digest = proposed("rules", amount, "propose");
        office.run("rules", "rules/activate", Map.of("set", SET, "digest", digest, "reason", "from July", "from", day.toString()));
        assertThat(version(digest).state()).isEqualTo("scheduled");
        return digest;
    }

    private long activations() {
        return office.journal.stream().filter("rules.activated"::equals).count();
    }

    private Step step(String digest, String id) {
        return version(digest).steps().stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
    }

    /** One look of the platform, whatever its own thread does meanwhile. */
    private void look() {
        new DueVersions(office.list, office, clock).look();
    }

    @Test
    void not_a_minute_before_and_then_once() {
        on(FIRST.minusDays(10));
        start("rules");
        String digest = scheduled(3_000_000, FIRST);
        assertThat(step(digest, "effective-date").passage()).isEqualTo(Passage.WAITS);
        assertThat(office.journal).contains("rules.scheduled");
        long before = activations();
        clock.moveTo(Instant.parse("2031-06-30T15:59:00Z")); // 23:59 in Shanghai
        look();
        assertThat(version(digest).state()).isEqualTo("scheduled");
        assertThat(isLarge(2_000_000)).isTrue();
        clock.moveTo(Instant.parse("2031-06-30T16:00:00Z"));
        Office.until(() -> version(digest).state().equals("active"));
        look();
        look();
        assertThat(activations()).isEqualTo(before + 1);
        assertThat(isLarge(2_999_999)).isFalse();
        assertThat(version(digest).from()).contains(FIRST);
        assertThat(step(digest, "effective-date").passage()).isEqualTo(Passage.PASSED);
    }

    @Test
    void also_when_nobody_was_there_on_the_day() throws Exception {
        on(FIRST.minusDays(10));
        start("rules");
        String digest = scheduled(3_000_000, FIRST);
        office.close();
        on(FIRST.plusDays(40));
        start("rules");
        Office.until(() -> version(digest).state().equals("active"));
        assertThat(office.journal).containsExactly("rules.activated");
        assertThat(isLarge(2_999_999)).isFalse();
    }

    @Test
    void a_second_node_that_comes_later_finds_nothing_to_do() throws IOException {
        on(FIRST.minusDays(1));
        start("rules");
        String digest = scheduled(3_000_000, FIRST);
        comes(FIRST);
        Office.until(() -> version(digest).state().equals("active"));
        assertThatThrownBy(() -> office.run(dev.kontor.api.people.PersonId.SYSTEM.value(), "rules/activate-due", Map.of("set", SET, "digest", digest))).hasMessageContaining("not-due");
        assertThatThrownBy(() -> office.run("rules", "rules/activate-due", Map.of("set", SET, "digest", digest))).hasMessageContaining("platform-only");
    }

    @Test
    void a_newer_activation_in_between_leaves_it_waiting_and_says_so() {
        on(FIRST.minusDays(10));
        start("rules");
        String digest = scheduled(3_000_000, FIRST);
        proposed("rules", 5_000_000, "activate");
        on(FIRST.plusDays(1));
        look();
        assertThat(version(digest).state()).isEqualTo("scheduled");
        assertThat(isLarge(4_000_000)).isFalse();
        assertThat(step(digest, "swap").passage()).isEqualTo(Passage.WAITS);
        assertThat(step(digest, "swap").said().key()).isEqualTo("engine.way-overtaken");
        office.run("rules", "rules/activate", Map.of("set", SET, "digest", digest, "reason", "after all"));
        assertThat(isLarge(3_000_000)).isTrue();
    }

    @Test
    void what_is_withdrawn_does_not_begin() {
        on(FIRST.minusDays(10));
        start("rules");
        String digest = scheduled(3_000_000, FIRST);
        office.run("rules", "rules/withdraw", Map.of("set", SET, "digest", digest, "reason", "not this year"));
        on(FIRST.plusDays(1));
        look();
        assertThat(version(digest).state()).isEqualTo("withdrawn");
        assertThat(isLarge(2_000_000)).isTrue();
        assertThatThrownBy(() -> office.run("rules", "rules/withdraw", Map.of("set", SET, "digest", digest, "reason", "x")))
                .hasMessageContaining("nothing-to-withdraw");
    }

    @Test
    void where_two_are_needed_the_approver_may_name_the_day_or_leave_the_one_proposed() throws IOException {
        on(FIRST.minusDays(10));
        start("rules", "other");
        office.run("rules", "rules/policy", Map.of("set", SET, "approval", "two", "reason", "x"));
        String digest = proposed("rules", 3_000_000, "propose");
        Map<String, Object> approved = Map.of("set", SET, "digest", digest, "reason", "x", "from", FIRST.toString());
        assertThatThrownBy(() -> office.run("other", "rules/approve", Map.of("set", SET, "digest", digest, "reason", "x",
                "from", FIRST.minusDays(11).toString()))).hasMessageContaining("day-is-over");
        office.run("other", "rules/approve", approved);
        assertThat(version(digest).state()).isEqualTo("scheduled");
        comes(FIRST);
        Office.until(() -> version(digest).state().equals("active"));
        assertThat(version(digest).approvedBy()).isPresent();
    }

    @Test
    void files_that_are_no_longer_those_that_were_approved_never_decide() throws IOException {
        on(FIRST.minusDays(10));
        start("rules");
        String digest = scheduled(3_000_000, FIRST);
        store.transactions().command(() -> {
            KeptVersion kept = shelf.find(SET, digest).orElseThrow();
            byte[] other = kept.ruleSet().with(Map.of("parameters.csv",
                    largeFrom(kept.ruleSet().text("parameters.csv"), 9).getBytes(java.nio.charset.StandardCharsets.UTF_8))).zip();
            shelf.put(new KeptVersion(SET, digest, kept.number(), State.SCHEDULED, kept.at(), kept.by(), kept.approvedBy(), kept.reason(),
                    kept.from(), kept.origin(), kept.edition(), other, kept.classes(), kept.problems()));
            return digest;
        });
        comes(FIRST);
        Office.until(() -> version(digest).state().equals("refused"));
        assertThat(version(digest).problems()).singleElement().extracting(problem -> problem.message().key()).isEqualTo("engine.files-changed");
        assertThat(isLarge(2_000_000)).isTrue();
    }

    /** The department is away for an update on that very day. */
    @Test
    void what_misses_its_facts_on_its_day_waits_for_them() throws Exception {
        copy(java.nio.file.Path.of("src/test/resources/facts-rules"), folder);
        facts.come();
        on(FIRST.minusDays(10));
        start("rules");
        String credit = "finance/credit";
        office.run("rules", "rules/upload", Map.of("set", credit, "file", "texts_en.txt", "content", "a note", "then", "propose", "reason", "x"));
        String digest = office.list.set(credit).orElseThrow().candidate().orElseThrow().version().digest();
        office.run("rules", "rules/activate", Map.of("set", credit, "digest", digest, "reason", "x", "from", FIRST.toString()));
        facts.go();
        on(FIRST);
        look();
        assertThat(office.list.versions(credit)).extracting(each -> each.state()).containsExactlyInAnyOrder("active", "scheduled");
        facts.come();
        look();
        assertThat(office.list.set(credit).orElseThrow().active().orElseThrow().version().digest()).isEqualTo(digest);
    }
}
