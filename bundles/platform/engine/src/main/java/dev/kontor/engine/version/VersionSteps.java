package dev.kontor.engine.version;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.RuleSets.Passage;
import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.api.rule.RuleSets.Severity;
import dev.kontor.api.rule.RuleSets.Step;
import dev.kontor.api.text.Text;
import dev.kontor.engine.version.KeptVersion.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A version's way from a candidate to the version that decides, told from what is kept of it. */
public final class VersionSteps {

    private final SecondPerson second;
    private final Trial trial;

    public VersionSteps(SecondPerson second, Trial trial) {
        this.second = second;
        this.trial = trial;
    }

    /**
     * @param active the version of its set that decides
     * @param waits it is not refused yet: another bundle or set may bring what it misses
     */
    List<Step> of(KeptVersion kept, Optional<KeptVersion> active, boolean waits) {
        List<Step> steps = new ArrayList<>();
        steps.add(kept.origin().isEmpty()
                ? step("settle", Passage.PASSED, "engine.way-settled")
                : step("settle", Passage.PASSED, "engine.way-imported", kept.origin()));
        boolean broken = false;
        for (CheckStep check : CheckStep.values()) {
            Step step = checked(check, kept.problems().stream().filter(check::found).toList(), broken, waits);
            steps.add(step);
            broken |= step.passage() != Passage.PASSED;
        }
        steps.add(broken ? ahead("replay") : replayed(kept));
        steps.add(broken ? ahead("approval") : approved(kept));
        steps.add(broken ? ahead("effective-date") : dated(kept));
        steps.add(broken ? ahead("swap") : swapped(kept, active));
        return steps;
    }

    private static Step step(String id, Passage passage, String said, Object... arguments) {
        return new Step(id, Text.of("engine.step-" + id), passage, Text.of(said, arguments), List.of());
    }

    private static Step ahead(String id) {
        return step(id, Passage.NOT_REACHED, "engine.way-ahead");
    }

    private static Step checked(CheckStep check, List<Problem> problems, boolean broken, boolean waits) {
        long errors = problems.stream().filter(problem -> problem.severity() == Severity.ERROR).count();
        Step plain;
        if (errors > 0) {
            boolean passes = waits && problems.stream().anyMatch(FolderDoor::passes);
            plain = passes ? step(check.id(), Passage.WAITS, "engine.way-waits") : step(check.id(), Passage.FAILED, "engine.way-failed", errors);
        } else if (broken) {
            plain = ahead(check.id());
        } else {
            plain = problems.isEmpty()
                    ? step(check.id(), Passage.PASSED, "engine.way-passed")
                    : step(check.id(), Passage.PASSED, "engine.way-warned", problems.size());
        }
        return new Step(plain.id(), plain.name(), plain.passage(), plain.said(), problems);
    }

    /** Nobody has to try a version on past decisions, unless it costs people points. */
    private Step replayed(KeptVersion kept) {
        return trial.latest(kept)
                .map(report -> step("replay", Passage.PASSED, "engine.way-replayed", report.done(), report.changed()))
                .orElseGet(() -> trial.isDemanded(kept)
                        ? step("replay", Passage.WAITS, "engine.way-to-be-replayed")
                        : step("replay", Passage.NOT_REACHED, "engine.way-not-replayed"));
    }

    private Step approved(KeptVersion kept) {
        if (kept.approvedBy().isPresent()) {
            return step("approval", Passage.PASSED, "engine.way-approved", person(kept.approvedBy().get()));
        }
        if (kept.state() == State.PROPOSED && second.waitsFor(kept)) {
            return kept.by().isPresent()
                    ? step("approval", Passage.WAITS, "engine.way-waits-second", person(kept.by().get()))
                    : step("approval", Passage.WAITS, "engine.way-waits-author");
        }
        if (kept.state() == State.PROPOSED || kept.state() == State.WITHDRAWN) {
            return step("approval", Passage.NOT_REACHED, second.demandedBy(kept) ? "engine.way-alone" : "engine.way-no-second");
        }
        return step("approval", Passage.PASSED, "engine.way-one-person");
    }

    private static Text person(PersonId person) {
        return Text.of("console.person", person.value());
    }

    private static Step dated(KeptVersion kept) {
        if (kept.state() == State.SCHEDULED) {
            return step("effective-date", Passage.WAITS, "engine.way-waits-day", kept.from().orElseThrow());
        }
        Passage passage = kept.number() > 0 ? Passage.PASSED : Passage.NOT_REACHED;
        return kept.from()
                .map(day -> step("effective-date", passage, "engine.way-from", day))
                .orElse(step("effective-date", passage, "engine.way-at-once"));
    }

    private static Step swapped(KeptVersion kept, Optional<KeptVersion> active) {
        return switch (kept.state()) {
            case ACTIVE -> step("swap", Passage.PASSED, "engine.way-decides", kept.number());
            case SUPERSEDED, ROLLED_BACK -> step("swap", Passage.PASSED, "engine.way-decided", kept.number());
            case SCHEDULED -> VersionList.overtaken(kept, active)
                    ? step("swap", Passage.WAITS, "engine.way-overtaken", active.orElseThrow().number())
                    : step("swap", Passage.NOT_REACHED, "engine.way-ahead");
            case WITHDRAWN -> step("swap", Passage.NOT_REACHED, "engine.way-withdrawn");
            case PROPOSED, REFUSED -> ahead("swap");
        };
    }
}
