package dev.kontor.engine.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.RuleSets.Version;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.set.RuleSetFiles;
import dev.kontor.store.StoreFailed;
import dev.kontor.store.StoreFailed.Trouble;
import dev.kontor.store.StoreHarness;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two engines on one store, as two nodes of one company have it. */
class TwoNodesTest {

    private static final ConsultationPoint JOINT = new ConsultationPoint("review/joint");
    private static final String SET = "review/joint";
    private static final Path RULES = Path.of("src/test/resources/rules");

    private StoreHarness store;
    private Office here;
    private Office there;

    StoreHarness database() {
        return StoreHarness.derby();
    }

    @BeforeEach
    void open() {
        store = database();
        here = node();
        there = node();
    }

    private Office node() {
        return node(new StoredVersions(store.unit("engine")));
    }

    private Office node(VersionShelf shelf) {
        Office node = new Office(store, shelf, RULES, new FactsByHand(), "rules", "second");
        node.untilReady();
        return node;
    }

    @AfterEach
    void close() throws Exception {
        here.close();
        there.close();
        store.close();
    }

    private static SetVersion active(Office node) {
        return node.book.active(JOINT).get(0);
    }

    private static String digest(Office node, String parameters) {
        TreeMap<String, String> files = new TreeMap<>(node.list.files(SET, active(node).digest()).orElseThrow());
        files.put("parameters.csv", parameters);
        return RuleSetFiles.of(SET, files).digest();
    }

    private static SetVersion upload(Office node, int value, String then) {
        String text = node.list.files(SET, active(node).digest()).orElseThrow().get("parameters.csv")
                .replaceAll("unused,.*", "")
                .strip() + "\nunused," + value + ",count,2026-01-01,4.2\n";
        node.run("rules", "rules/upload", Map.of("set", SET, "file", "parameters.csv", "content", text, "then", then, "reason", "x"));
        return node.list.versions(SET).stream()
                .map(Version::version)
                .filter(version -> version.digest().equals(digest(node, text)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void bothBeginWithWhatTheFirstOneTookIn() {
        assertThat(active(there)).isEqualTo(active(here));
        assertThat(there.journal).isEmpty();
    }

    @Test
    void theFirstQuestionAfterAnActivationIsAnsweredByTheNewVersionOnEveryNode() {
        for (int number = 2; number < 6; number++) {
            SetVersion made = upload(number % 2 == 0 ? here : there, number, "activate");
            assertThat(made.number()).isEqualTo(number);
            assertThat(active(here)).isEqualTo(made);
            assertThat(active(there)).isEqualTo(made);
        }
    }

    @Test
    void aCommandThatBeganBeforeTheSwitchIsNotKeptAndSucceedsWhenItIsRepeated() {
        SetVersion before = active(there);
        assertThatThrownBy(() -> there.store.transactions().command(() -> {
                    assertThat(active(there)).isEqualTo(before);
                    // the process stood still while somebody else activated
                    CompletableFuture.runAsync(() -> upload(here, 1, "activate")).join();
                    return active(there);
                }))
                .isInstanceOfSatisfying(StoreFailed.class, failed -> assertThat(failed.trouble()).isEqualTo(Trouble.RETRY));
        SetVersion after = there.store.transactions().command(() -> active(there));
        assertThat(after).isEqualTo(active(here)).isNotEqualTo(before);
    }

    @Test
    void aRoundThatKeepsToItsVersionIsAskedOnTheOtherNodeToo() {
        SetVersion before = active(here);
        upload(here, 1, "activate");
        assertThat(there.book.needs(List.of(before))).isEqualTo(here.book.needs(List.of(before)));
        SetVersion proposed = upload(here, 2, "propose");
        assertThat(there.book.needs(List.of(proposed))).isNotEmpty();
    }

    @Test
    void whatOneNodeProposedIsApprovedOnTheOther() {
        SetVersion proposed = upload(here, 1, "propose");
        active(there);
        assertThat(there.list.versions(SET)).extracting(Version::version).contains(proposed);
        there.run("second", "rules/activate", Map.of("set", SET, "digest", proposed.digest(), "reason", "tried"));
        assertThat(active(here).digest()).isEqualTo(proposed.digest());
    }

    @Test
    void whatIsRolledBackOnOneNodeIsSoOnTheOther() {
        SetVersion first = active(here);
        upload(here, 1, "activate");
        there.run("rules", "rules/rollback", Map.of("set", SET, "reason", "too strict"));
        assertThat(active(here).digest()).isEqualTo(first.digest());
        assertThat(here.list.versions(SET)).extracting(Version::state).containsExactlyInAnyOrder("active", "rolled-back");
    }

    @Test
    void whatFollowsACommitAndComesLateDoesNotBringAnOlderVersionBack() throws Exception {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        VersionShelf stored = new StoredVersions(store.unit("engine"));
        VersionShelf shelf = (VersionShelf) Proxy.newProxyInstance(VersionShelf.class.getClassLoader(), new Class<?>[] {VersionShelf.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("begun")) {
                        store.transactions().afterCommit(meanwhile.getAndSet(() -> {}));
                    }
                    return method.invoke(stored, arguments);
                });
        try (Office slow = node(shelf)) {
            meanwhile.set(() -> upload(slow, 2, "activate"));
            upload(slow, 1, "activate");
            assertThat(slow.list.versions(SET).stream().filter(version -> version.state().equals("active")).map(Version::version))
                    .containsExactly(active(slow));
            assertThat(active(slow)).isEqualTo(active(here));
            assertThat(active(slow).number()).isEqualTo(3);
        }
    }
}
