package dev.kontor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.cases.RuleSetCheck;
import dev.kontor.engine.cases.RuleSetCheck.Checked;
import dev.kontor.engine.compile.CompiledSet;
import dev.kontor.engine.compile.FactTypes;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.RuleSetFiles;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a change of a set compiles anew: the bytes of a class are the same ones where nothing was compiled. */
class CompiledFilesTest {

    private static final String LARGE = "joint.drl";
    private static final String SPLIT = "split.drl";

    /** The api, with the digests that this test says. */
    private static final class Types implements FactTypes {

        private final Map<String, String> changed = new HashMap<>();

        @Override
        public Optional<ClassLoader> loader(String packageName) {
            return SampleRules.FACTS.loader(packageName);
        }

        @Override
        public Optional<String> digest(String className) {
            return Optional.ofNullable(changed.get(className)).or(() -> SampleRules.FACTS.digest(className));
        }
    }

    private final Types types = new Types();
    private final RuleSetCheck check = new RuleSetCheck(types, set -> ParameterTable.EMPTY);
    private final RuleSetFiles files = inTwoFiles();
    private final CompiledSet before = compiled(files);

    /** The sample's rules, each in a file of its own. */
    private static RuleSetFiles inTwoFiles() {
        RuleSetFiles sample = SampleRules.joint();
        String text = sample.text(LARGE);
        int second = text.indexOf("rule \"orders of a month");
        String head = text.substring(0, text.indexOf("rule \""));
        Map<String, String> texts = new TreeMap<>();
        sample.files().keySet().forEach(path -> texts.put(path, sample.text(path)));
        texts.put(LARGE, text.substring(0, second));
        texts.put(SPLIT, head + text.substring(second));
        return RuleSetFiles.of(sample.set(), texts);
    }

    private CompiledSet compiled(RuleSetFiles candidate) {
        Checked checked = check.check(candidate);
        assertThat(checked.problems().stream().map(Problems::words)).isEmpty();
        return checked.compiled().orElseThrow();
    }

    private RuleSetFiles with(String path, UnaryOperator<String> change) {
        Map<String, String> texts = new TreeMap<>();
        files.files().keySet().forEach(each -> texts.put(each, files.text(each)));
        texts.compute(path, (name, text) -> change.apply(text));
        return RuleSetFiles.of(files.set(), texts);
    }

    private long taken(CompiledSet after) {
        return after.classes().entrySet().stream().filter(each -> before.classes().get(each.getKey()) == each.getValue()).count();
    }

    @Test
    void aChangedNumberCompilesNothing() {
        CompiledSet after = compiled(with("parameters.csv", text -> text + "\n"));
        assertThat(taken(after)).isEqualTo(before.classes().size()).isEqualTo(after.classes().size());
        assertThat(after.source()).isNotEqualTo(before.source());
    }

    @Test
    void aChangedRuleCompilesItsFileAlone() {
        CompiledSet after = compiled(with(SPLIT, text -> text.replace("total().amount() < $from", "total().amount() <= $from")));
        assertThat(taken(after)).isPositive().isLessThan(before.classes().size());
        assertThat(after.models()).hasSize(2).contains(before.models().get(0));
    }

    @Test
    void aRuleThatIsNotAskedForAnyMoreIsGone() {
        Checked checked = check.check(with(SPLIT, text -> text.substring(0, text.indexOf("rule \""))));
        assertThat(checked.problems().stream().map(Problems::words)).anyMatch(problem -> problem.contains("case-missing"));
    }

    @Test
    void whereARecordIsAnotherOneEverythingIsCompiledAnew() {
        types.changed.put("dev.kontor.api.order.Order", "other");
        assertThat(taken(compiled(files))).isZero();
    }

    @Test
    void whatWasRefusedIsNotTakenForCompiled() {
        RuleSetFiles broken = with(SPLIT, text -> text.replace("currency == \"CNY\"", "curency == \"CNY\""));
        assertThat(check.check(broken).compiled()).isEmpty();
        assertThat(check.check(broken).compiled()).isEmpty();
        assertThat(taken(compiled(files))).isEqualTo(before.classes().size());
    }
}
