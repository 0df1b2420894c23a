package dev.kontor.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.Order;
import dev.kontor.store.StoreHarness;
import dev.kontor.testkit.AnOrder;
import dev.kontor.testkit.RuleBook;
import dev.kontor.testkit.RuleCheck;
import dev.kontor.testkit.SpeaksBothLanguages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests that a department's bundle keeps to what a platform demands. A test class implements it, says which services the
 * bundle has, and is done; it runs in the project's folder, where Maven runs tests, on what was compiled there.
 */
public interface Conforms extends SpeaksBothLanguages {

    /** Every service that the bundle registers, made as the platform makes it; its unit is opened by {@link StoreHarness#unit}. */
    List<Object> services(StoreHarness store);

    /** The order that is opened; one that the department owes something. */
    default Order order() {
        return AnOrder.anOrder().build();
    }

    /** The folder of its rule sets, each {@code <department>/<set>}; it need not exist. */
    default Path rules() {
        return Path.of("rules");
    }

    /** Scripts of its tables; the folder need not exist. */
    default Path migrations() {
        return Path.of("src", "main", "resources", "db", "migration");
    }

    /** The unpacked distribution whose host is asked; empty where something else inspects the bundle. */
    default Optional<Path> distribution() {
        return Optional.of(Path.of(Optional.ofNullable(System.getenv("KONTOR_HOME"))
                .orElseThrow(() -> new IllegalStateException("KONTOR_HOME must name the folder of an unpacked distribution."))));
    }

    @Test
    default void theHostLetsItIn() {
        distribution().ifPresent(home -> assertThat(InspectionCheck.problems(home, ManifestCheck.CLASSES)).isEmpty());
    }

    @Test
    default void theManifestNamesVersionsAndSharesNothingButFacts() {
        assertThat(ManifestCheck.problems(ManifestCheck.built())).isEmpty();
    }

    @Test
    default void everyNameBeginsWithTheDepartment() {
        try (StoreHarness store = StoreHarness.derby()) {
            assertThat(NameCheck.problems(services(store))).isEmpty();
        }
    }

    @Test
    default void everythingThatPeopleSeeHasWords() {
        try (StoreHarness store = StoreHarness.derby()) {
            List<Object> services = services(store);
            assertThat(WordCheck.problems(services, english())).isEmpty();
            assertThat(SourceWords.problems(List.of(Path.of("src", "main", "java"), rules()), WordCheck.id(services), english())).isEmpty();
        }
    }

    @Test
    default void everyTextOfARuleSetIsSaidInBothLanguages() {
        assertThat(SourceWords.ofRules(rules())).isEmpty();
    }

    @Test
    default void everyRuleSetMayBeActivated() {
        if (Files.isDirectory(rules())) {
            RuleCheck check = RuleCheck.of(rules());
            assertThat(check.sets()).isNotEmpty().allSatisfy(set -> assertThat(check.problems(set)).isEmpty());
        }
    }

    @Test
    default void theTablesOnlyGrow() {
        if (Files.isDirectory(migrations())) {
            assertThat(MigrationCheck.of(migrations()).problems(unit())).isEmpty();
        }
    }

    @Test
    default void theTablesComeStepByStepAndOnce() {
        if (Files.isDirectory(migrations())) {
            try (StoreHarness store = StoreHarness.derby()) {
                assertThat(MigrationCheck.of(migrations()).run(unit(), store)).isEmpty();
            }
        }
    }

    @Test
    default void whatComesAgainChangesNothing() {
        try (StoreHarness store = StoreHarness.derby()) {
            assertThat(new CallbackCheck(services(store), order(), book(), store::transactions, Rows.of(store, unit())).repeated()).isEmpty();
        }
    }

    @Test
    default void callbacksReturnPromptlyAndLeaveNoThread() {
        try (StoreHarness store = StoreHarness.derby()) {
            assertThat(new CallbackCheck(services(store), order(), book(), store::transactions).prompt()).isEmpty();
        }
    }

    @Test
    default void withoutItsRulesNothingPasses() {
        try (StoreHarness store = StoreHarness.derby()) {
            assertThat(new CallbackCheck(services(store), order(), book(), store::transactions).closed()).isEmpty();
        }
    }

    private static String unit() {
        return ManifestCheck.unit(ManifestCheck.built());
    }

    private RuleBook book() {
        Stream<String> sets = Files.isDirectory(rules()) ? RuleCheck.of(rules()).sets().stream() : Stream.of();
        return RuleBook.of(List.of(rules()), sets.toArray(String[]::new));
    }
}
