package dev.kontor.engine.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.RuleEngine.Answer;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.Orders;
import dev.kontor.engine.set.RuleSetFiles;
import dev.kontor.store.StoreHarness;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {

    private static final ConsultationPoint JOINT = new ConsultationPoint("review/joint");
    private static final String SET = "review/joint";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @TempDir
    Path folder;

    private final FactsByHand facts = new FactsByHand();
    private StoreHarness store;
    private VersionShelf shelf;
    private Office office;

    @BeforeEach
    void deliver() throws IOException {
        copy(Path.of("src/test/resources/rules"), folder);
        store = database();
        shelf = new StoredVersions(store.unit("engine"));
    }

    StoreHarness database() {
        return StoreHarness.derby();
    }

    @AfterEach
    void close() throws Exception {
        if (office != null) {
            office.close();
        }
        store.close();
    }

    private Office open(String... approvers) {
        office = new Office(store, shelf, folder, facts, approvers);
        office.untilReady();
        return office;
    }

    private Office reopen(String... approvers) throws Exception {
        office.close();
        return open(approvers);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }

    private void largeFrom(String amount) throws IOException {
        Path file = folder.resolve(SET).resolve("parameters.csv");
        Files.writeString(file, Files.readString(file).replaceAll("large-order-from,\\d+", "large-order-from," + amount));
        Path cases = folder.resolve(SET).resolve("cases/large.yaml");
        Files.writeString(cases, Files.readString(cases).replaceAll("total: (2000000|3000000)}", "total: " + amount + "}")
                .replace("total: 2400000,", "total: 92000000,").replace("2,400,000.00", "92,000,000.00"));
    }

    private boolean isLarge(long total) {
        Answer answer = office.book.ask(office.book.active(JOINT), List.of(), DAY, List.of(Orders.of(total)));
        return answer.conclusions().stream().anyMatch(each -> each.conclusion() instanceof Conclusion.Require);
    }

    private String digest() {
        return office.book.active(JOINT).get(0).digest();
    }

    private void untilNumber(int number) {
        Office.until(() -> office.book.active(JOINT).get(0).number() == number);
    }

    @Test
    void the_folder_is_loaded_when_nothing_was_kept() {
        open("rules");
        assertThat(office.book.active(JOINT)).singleElement().extracting(SetVersion::number).isEqualTo(1);
        assertThat(isLarge(2_000_000)).isTrue();
        assertThat(isLarge(1_999_999)).isFalse();
        assertThat(office.journal).containsExactly("rules.activated");
    }

    @Test
    void a_changed_number_decides_at_once_and_can_be_rolled_back_for_good() throws Exception {
        open("rules");
        String first = digest();
        largeFrom("3000000");
        untilNumber(2);
        assertThat(isLarge(2_999_999)).isFalse();
        assertThat(isLarge(3_000_000)).isTrue();
        String second = digest();

        office.run("rules", "rules/rollback", Map.of("set", SET, "reason", "too early"));
        assertThat(digest()).isEqualTo(first);
        assertThat(isLarge(2_000_000)).isTrue();
        RuleSets.RuleSet set = office.list.set(SET).orElseThrow();
        assertThat(set.folderDiffers()).isTrue();
        assertThat(set.active().orElseThrow().by()).hasValueSatisfying(by -> assertThat(by.value()).isEqualTo("rules"));

        reopen("rules");
        assertThat(digest()).isEqualTo(first);
        assertThat(office.list.versions(SET)).extracting(RuleSets.Version::state).containsExactlyInAnyOrder("active", "rolled-back");

        office.run("rules", "rules/activate", Map.of("set", SET, "digest", second.substring(0, 12), "reason", "now"));
        assertThat(digest()).isEqualTo(second);
        assertThat(office.list.set(SET).orElseThrow().folderDiffers()).isFalse();
    }

    @Test
    void a_broken_file_is_refused_once_and_the_old_version_goes_on() throws Exception {
        open("rules");
        Files.writeString(folder.resolve(SET).resolve("broken.drl"), "package review.joint\nrule \"half\nwhen\n");
        Office.until(() -> office.list.set(SET).orElseThrow().candidate().isPresent());
        RuleSets.Version candidate = office.list.set(SET).orElseThrow().candidate().orElseThrow();
        assertThat(candidate.state()).isEqualTo("refused");
        assertThat(candidate.problems()).anyMatch(problem -> problem.file().equals("broken.drl") && problem.line() > 0);
        assertThat(office.list.files(SET, candidate.version().digest()).orElseThrow()).containsKey("broken.drl");
        assertThat(isLarge(2_000_000)).isTrue();
        reopen("rules");
        assertThat(office.journal).isEmpty();
        assertThat(office.list.set(SET).orElseThrow().candidate()).isPresent();
    }

    @Test
    void an_older_version_still_answers_a_round_that_began_with_it() throws Exception {
        open("rules");
        List<SetVersion> before = office.book.active(JOINT);
        largeFrom("3000000");
        untilNumber(2);
        reopen("rules");
        assertThat(office.book.ask(before, List.of(), DAY, List.of(Orders.of(2_000_000))).conclusions()).hasSize(1);
        assertThat(office.book.needs(before)).contains(Order.class.getName());
        assertThatThrownBy(() -> office.book.ask(List.of(new SetVersion(SET, 9, "0".repeat(64))), List.of(), DAY, List.of()))
                .isInstanceOf(CannotDecide.class);
    }

    @Test
    void one_file_is_changed_on_a_page() {
        open("rules");
        String parameters = office.list.files(SET, digest()).orElseThrow().get("parameters.csv").replace("evaluation-days,5", "evaluation-days,6");
        office.run("rules", "rules/upload", Map.of("set", SET, "file", "parameters.csv", "content", parameters.strip(), "then", "activate", "reason", "x"));
        assertThat(office.list.set(SET).orElseThrow().candidate().orElseThrow().problems())
                .anyMatch(problem -> problem.message().key().equals("engine.case-missing"));
        office.run("rules", "rules/upload", Map.of("set", SET, "file", "parameters.csv",
                "content", parameters.replace("evaluation-days,6", "evaluation-days,5") + "unused,1,count,2026-01-01,4.2", "then", "activate", "reason", "x"));
        assertThat(office.book.active(JOINT).get(0).number()).isEqualTo(2);
    }

    @Test
    @DisplayName("what a new release brings into the folder waits where people have set the company's own numbers, and decides where they have not")
    void a_new_release_takes_nothing_away() throws Exception {
        open("rules");
        String own = office.list.files(SET, digest()).orElseThrow().get("parameters.csv") + "unused,1,count,2026-01-01,4.2";
        office.run("rules", "rules/upload", Map.of("set", SET, "file", "parameters.csv", "content", own, "then", "activate", "reason", "ours"));
        String ours = digest();
        office.close();
        largeFrom("3000000");
        open("rules");

        assertThat(digest()).isEqualTo(ours);
        RuleSets.RuleSet set = office.list.set(SET).orElseThrow();
        assertThat(set.candidate().orElseThrow().state()).isEqualTo("proposed");
        assertThat(set.folderDiffers()).isTrue();

        office.run("rules", "rules/activate", Map.of("set", SET, "digest", set.candidate().orElseThrow().version().digest(), "reason", "looked at"));
        assertThat(isLarge(2_999_999)).isFalse();
        largeFrom("4000000");
        untilNumber(4);
        assertThat(isLarge(3_999_999)).as("what somebody puts into the folder of a platform that runs decides as ever").isFalse();
    }

    @Test
    void a_proposal_can_be_asked_by_its_digest_and_decides_only_when_it_is_activated() throws Exception {
        open("rules");
        String parameters = office.list.files(SET, digest()).orElseThrow().get("parameters.csv") + "unused,1,count,2026-01-01,4.2";
        office.run("rules", "rules/upload", Map.of("set", SET, "file", "parameters.csv", "content", parameters, "then", "propose", "reason", "x"));
        SetVersion proposed = office.list.set(SET).orElseThrow().candidate().orElseThrow().version();
        assertThat(office.book.active(JOINT).get(0).number()).isEqualTo(1);
        assertThat(proposed.number()).isZero();
        assertThat(office.book.ask(List.of(proposed), List.of(), DAY, List.of(Orders.of(5_000_000))).parameters())
                .extracting(Parameter::name)
                .contains("unused");
        assertThat(office.book.points(SET)).containsExactly(JOINT);

        office.run("rules", "rules/activate", Map.of("set", SET, "digest", proposed.digest(), "reason", "tried"));

        assertThat(office.book.active(JOINT).get(0).number()).isEqualTo(2);
    }

    @Test
    void a_copy_with_digests_counts_only_when_it_is_whole() throws Exception {
        open("rules");
        Path set = folder.resolve(SET);
        Files.writeString(set.resolve(RuleSetFiles.DIGESTS), "0".repeat(64) + "  joint.drl\n");
        largeFrom("3000000");
        FolderReading reading = new FolderReading(folder);
        for (long now = 0; now < 2_000; now += 100) {
            reading.look(now);
        }
        assertThat(reading.digests()).doesNotContainKey(SET);
        StringBuilder digests = new StringBuilder();
        for (Map.Entry<String, byte[]> file : RuleSetFiles.read(SET, set).files().entrySet()) {
            digests.append(RuleSetFiles.digest(file.getValue())).append("  ").append(file.getKey()).append('\n');
        }
        Files.writeString(set.resolve(RuleSetFiles.DIGESTS), digests);
        assertThat(reading.look(2_000)).isFalse();
        assertThat(reading.taken()).containsKey(SET);
        untilNumber(2);
    }

    @Test
    void a_file_that_still_grows_is_not_read() throws Exception {
        FolderReading reading = new FolderReading(folder);
        Path file = folder.resolve(SET).resolve("joint.drl");
        String whole = Files.readString(file);
        for (int i = 1; i <= 20; i++) {
            Files.writeString(file, whole.substring(0, whole.length() * i / 21));
            assertThat(reading.look(i * 290L)).isTrue();
            assertThat(reading.taken()).isEmpty();
        }
    }

    @Test
    void a_set_whose_facts_went_does_not_decide_until_they_are_back() throws Exception {
        copy(Path.of("src/test/resources/facts-rules"), folder);
        facts.come();
        open("rules");
        ConsultationPoint credit = new ConsultationPoint("finance/credit");
        assertThat(office.book.ask(office.book.active(credit), List.of(), DAY, List.of(risk(FactsByHand.FACTS, 40))).conclusions()).hasSize(1);
        facts.go();
        assertThatThrownBy(() -> office.book.active(credit)).isInstanceOf(CannotDecide.class);
        assertThat(office.book.active(JOINT)).hasSize(1);
        facts.come();
        assertThat(office.book.ask(office.book.active(credit), List.of(), DAY, List.of(risk(FactsByHand.FACTS, 40))).conclusions()).hasSize(1);
        assertThat(office.book.ask(office.book.active(credit), List.of(), DAY, List.of(risk(FactsByHand.FACTS, 30))).conclusions()).isEmpty();
    }

    /** A bundle is updated: what was compiled against its older records is compiled again, or does not decide. */
    @Test
    void rules_are_compiled_again_when_their_facts_come_back_changed() throws Exception {
        copy(Path.of("src/test/resources/facts-rules"), folder);
        facts.come();
        open("rules");
        ConsultationPoint credit = new ConsultationPoint("finance/credit");
        facts.come(bytes -> Tampered.renamed(bytes, "worstDays", "longestDays"));
        assertThatThrownBy(() -> office.book.active(credit)).isInstanceOf(CannotDecide.class).hasMessageContaining("no longer pass");
        facts.come(bytes -> Tampered.renamed(bytes, "customer", "buyer"));
        assertThat(office.book.ask(office.book.active(credit), List.of(), DAY, List.of(risk(FactsByHand.FACTS, 40))).conclusions()).hasSize(1);
    }

    private Record risk(String packageName, int days) throws ReflectiveOperationException {
        Class<?> type = facts.loader(packageName).orElseThrow().loadClass(packageName + ".CreditRisk");
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        return (Record) constructor.newInstance("C-0001", dev.kontor.api.order.Money.cny(100), days);
    }

    @Test
    void a_hundred_swaps_under_four_deciding_threads_answer_as_their_version_says() throws Exception {
        new Swaps(open("rules")).run(100);
    }
}
