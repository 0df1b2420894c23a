package dev.kontor.engine.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.order.Order;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.Orders;
import dev.kontor.engine.compile.CompiledSet;
import dev.kontor.engine.version.KeptVersion.State;
import dev.kontor.store.StoreHarness;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Kept classes decide only as what their files were compiled to")
class KeptClassesTest {

    private static final ConsultationPoint JOINT = new ConsultationPoint("review/joint");
    private static final String SET = "review/joint";
    private static final Path FOLDER = Path.of("src/test/resources/rules");

    private final FactsByHand facts = new FactsByHand();
    private final StoreHarness store = StoreHarness.derby();
    private final VersionShelf shelf = new StoredVersions(store.unit("engine"));
    private Office office;

    @AfterEach
    void close() throws Exception {
        office.close();
        store.close();
    }

    private void open() {
        office = new Office(store, shelf, FOLDER, facts, "rules");
        office.untilReady();
    }

    private void reopen() throws Exception {
        office.close();
        open();
    }

    private boolean isLarge(long total) {
        return !office.book.ask(office.book.active(JOINT), List.of(), LocalDate.of(2026, 3, 2), List.of(Orders.of(total))).conclusions().isEmpty();
    }

    private KeptVersion kept(SetVersion version) {
        return store.transactions().command(() -> shelf.find(SET, version.digest()).orElseThrow());
    }

    private void keep(KeptVersion kept, byte[] files, byte[] classes) {
        store.transactions().command(() -> {
            shelf.put(new KeptVersion(kept.set(), kept.digest(), kept.number(), State.ACTIVE, kept.at(), kept.by(), kept.approvedBy(),
                    kept.reason(), kept.from(), kept.origin(), kept.edition(), files, classes, List.of()));
            return true;
        });
    }

    private void reopenUnready() throws Exception {
        office.close();
        office = new Office(store, shelf, FOLDER, facts, "rules");
        Office.until(() -> office.list.set(SET).isPresent() && office.book.deciding().containsKey(SET) && !isLoading());
    }

    private boolean isLoading() {
        try {
            office.book.active(JOINT);
            return false;
        } catch (CannotDecide refused) {
            return refused.getMessage().contains("being loaded");
        }
    }

    /** The kept classes without their rules, so that it shows who decides: they conclude nothing. */
    private static CompiledSet silent(CompiledSet compiled, String source, Map<String, String> types) {
        return new CompiledSet(source, Map.of(), List.of(), Map.of(), compiled.needs(), types, compiled.parameters());
    }

    @Test
    void a_restart_compiles_nothing() throws Exception {
        open();
        KeptVersion kept = kept(office.book.active(JOINT).get(0));
        CompiledSet compiled = CompiledSet.of(kept.classes());
        keep(kept, kept.files(), silent(compiled, kept.digest(), compiled.types()).bytes());
        reopen();
        assertThat(isLarge(2_000_000)).isFalse();
    }

    @Test
    void classes_of_other_files_or_other_records_are_compiled_again() throws Exception {
        open();
        KeptVersion kept = kept(office.book.active(JOINT).get(0));
        CompiledSet compiled = CompiledSet.of(kept.classes());
        keep(kept, kept.files(), silent(compiled, "0".repeat(64), compiled.types()).bytes());
        reopen();
        assertThat(isLarge(2_000_000)).isTrue();

        keep(kept, kept.files(), silent(compiled, kept.digest(), Map.of(Order.class.getName(), "0".repeat(64))).bytes());
        reopen();
        assertThat(isLarge(2_000_000)).isTrue();
    }

    @Test
    void nobody_decides_by_files_that_are_not_those_that_were_checked() throws Exception {
        open();
        KeptVersion kept = kept(office.book.active(JOINT).get(0));
        keep(kept, kept.ruleSet().with(Map.of("joint.drl", "this is no rule".getBytes())).zip(), kept.classes());
        reopenUnready();
        assertThatThrownBy(() -> office.book.active(JOINT)).isInstanceOf(CannotDecide.class).hasMessageContaining(SET);
    }

    /** Somebody with the database puts in a class that does more: it is read once more before it may decide. */
    @Test
    void nobody_decides_by_kept_classes_that_were_changed() throws Exception {
        open();
        KeptVersion kept = kept(office.book.active(JOINT).get(0));
        CompiledSet compiled = CompiledSet.of(kept.classes());
        Map<String, byte[]> classes = new java.util.LinkedHashMap<>(compiled.classes());
        classes.replaceAll((name, bytes) -> name.contains("Consequence") ? Tampered.exitsWhenItRuns(bytes) : bytes);
        keep(kept, kept.files(), new CompiledSet(compiled.source(), classes, compiled.models(), compiled.rules(), compiled.needs(),
                compiled.types(), compiled.parameters()).bytes());
        reopenUnready();
        assertThatThrownBy(() -> isLarge(2_000_000)).isInstanceOf(CannotDecide.class).hasMessageContaining("java.lang.System");
    }

    @Test
    void nobody_decides_without_an_active_version_that_is_damaged() throws Exception {
        open();
        KeptVersion kept = kept(office.book.active(JOINT).get(0));
        keep(kept, kept.files(), new byte[] {1, 2, 3});
        reopenUnready();
        assertThatThrownBy(() -> office.book.active(JOINT)).isInstanceOf(CannotDecide.class).hasMessageContaining(SET);
        office.facts.come();
        assertThatThrownBy(() -> office.book.active(JOINT)).isInstanceOf(CannotDecide.class);
    }
}
