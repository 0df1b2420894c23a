package dev.kontor.engine.version;

import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.cases.RuleSetCheck;
import dev.kontor.engine.compile.CompiledSet;
import dev.kontor.engine.run.LinkedSet;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.ReasonTexts;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A version that decides, or would if its facts were there.
 *
 * @param files to compile it again from, when the records that it names have changed
 * @param linked empty while a fact type that it needs is missing
 * @param why it cannot decide; empty when it can
 */
record DecidingSet(
        SetVersion version, RuleSetFiles files, CompiledSet compiled, ParameterTable parameters, ReasonTexts texts, Optional<LinkedSet> linked, String why) {

    static DecidingSet of(SetVersion version, RuleSetFiles files, CompiledSet compiled, RuleSetCheck check) {
        Problems ignored = new Problems(); // it was without problems when it was activated
        RuleSetFiles whole = compiled.whole(files);
        return new DecidingSet(version, files, compiled, ParameterTable.parse(whole, ignored), ReasonTexts.parse(whole, ignored),
                Optional.empty(), "").linked(check);
    }

    /**
     * From what is kept; compiles only when the kept classes were made by another edition of the engine, from other files, or
     * against other records.
     *
     * @throws IOException when what is kept can no longer be used
     */
    static DecidingSet of(KeptVersion kept, RuleSetCheck check) throws IOException {
        RuleSetFiles files = kept.ruleSet();
        if (!files.digest().equals(kept.digest())) {
            throw new IOException("The files of %s %s are not those that were checked.".formatted(kept.set(), kept.digest()));
        }
        if (kept.edition().equals(CompiledSet.EDITION) && kept.classes().length > 0) {
            CompiledSet compiled = CompiledSet.of(kept.classes());
            if (compiled.source().equals(kept.digest()) && check.fits(compiled)) {
                return of(kept.version(), files, compiled, check);
            }
        }
        return of(kept.version(), files, check.again(files).compiled()
                .orElseThrow(() -> new IOException("%s %s no longer passes its check.".formatted(kept.set(), kept.digest()))), check);
    }

    /** Stands for an active version that cannot be loaded, so that nobody decides without it. */
    static DecidingSet unusable(SetVersion version, String why) {
        RuleSetFiles nothing = RuleSetFiles.of(version.set(), Map.of());
        return new DecidingSet(version, nothing, CompiledSet.empty(""), ParameterTable.EMPTY,
                ReasonTexts.parse(nothing, new Problems()), Optional.empty(), why);
    }

    DecidingSet linked(RuleSetCheck check) {
        if (compiled.rules().isEmpty() && !why.isEmpty()) {
            return this;
        }
        if (linked.isPresent() && linked.get().isCurrent(check.facts()) && check.fits(compiled)) {
            return this;
        }
        Optional<CompiledSet> fitting = compiled.fits(check.facts()) && check.fits(compiled) ? Optional.of(compiled) : check.check(files).compiled();
        try {
            CompiledSet current =
                    fitting.orElseThrow(() -> new LinkageError("They have changed, and the rules no longer pass their check."));
            LinkedSet again = check.tried(version.set(), files.digest())
                    .map(tried -> tried.as(current))
                    .orElseGet(() -> LinkedSet.link(current, check.facts()));
            RuleSetFiles whole = current.whole(files);
            return new DecidingSet(version, files, current, ParameterTable.parse(whole, new Problems()),
                    ReasonTexts.parse(whole, new Problems()), Optional.of(again), "");
        } catch (LinkageError missing) {
            return new DecidingSet(version, files, compiled, parameters, texts, Optional.empty(), String.valueOf(missing.getMessage()));
        }
    }
}
