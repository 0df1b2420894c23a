package dev.kontor.engine.version;

import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.cases.RuleSetCheck;
import dev.kontor.engine.compile.CompiledSet;
import dev.kontor.engine.compile.FactTypes;
import dev.kontor.engine.run.LinkedSet;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.ReasonTexts;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A version that decides, or would if its facts were there.
 *
 * @param linked empty while a fact type that it needs is missing
 * @param why it cannot decide; empty when it can
 */
record DecidingSet(
        SetVersion version, CompiledSet compiled, ParameterTable parameters, ReasonTexts texts, Optional<LinkedSet> linked, String why) {

    static DecidingSet of(SetVersion version, RuleSetFiles files, CompiledSet compiled, FactTypes facts) {
        Problems ignored = new Problems(); // it was without problems when it was activated
        return new DecidingSet(version, compiled, ParameterTable.parse(files, ignored), ReasonTexts.parse(files, ignored),
                Optional.empty(), "").linked(facts);
    }

    /**
     * From what is kept; compiles only when the kept classes are of another edition of the engine.
     *
     * @throws IOException when what is kept can no longer be used
     */
    static DecidingSet of(KeptVersion kept, FactTypes facts, RuleSetCheck check) throws IOException {
        RuleSetFiles files = kept.ruleSet();
        CompiledSet compiled;
        if (kept.edition().equals(CompiledSet.EDITION) && kept.classes().length > 0) {
            compiled = CompiledSet.of(kept.classes());
        } else {
            compiled = check.again(files).compiled()
                    .orElseThrow(() -> new IOException("%s %s no longer passes its check.".formatted(kept.set(), kept.digest())));
        }
        return of(kept.version(), files, compiled, facts);
    }

    /** Stands for an active version that cannot be loaded, so that nobody decides without it. */
    static DecidingSet unusable(SetVersion version, String why) {
        RuleSetFiles nothing = RuleSetFiles.of(version.set(), Map.of());
        CompiledSet none = new CompiledSet(Map.of(), List.of(), Map.of(), Set.of(), Set.of(), Set.of());
        return new DecidingSet(version, none, ParameterTable.EMPTY, ReasonTexts.parse(nothing, new Problems()), Optional.empty(), why);
    }

    DecidingSet linked(FactTypes facts) {
        if (compiled.rules().isEmpty() && !why.isEmpty()) {
            return this;
        }
        if (linked.isPresent() && linked.get().isCurrent(facts)) {
            return this;
        }
        try {
            return new DecidingSet(version, compiled, parameters, texts, Optional.of(LinkedSet.link(compiled, facts)), "");
        } catch (LinkageError missing) {
            return new DecidingSet(version, compiled, parameters, texts, Optional.empty(), String.valueOf(missing.getMessage()));
        }
    }
}
