package dev.kontor.console;

import dev.kontor.api.order.Money;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.DecisionRecord.Told;
import dev.kontor.api.rule.Replays;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One replay, half done, with a decision that would change and one that could not be tried. */
public final class FakeReplays implements Replays {

    public static final String ID = "5f3c0a2e-0000-4000-8000-000000000001";

    private static final SetVersion CANDIDATE = new SetVersion("review/joint", 0, "ab".repeat(32));
    private static final Replay REPLAY = new Replay(ID, CANDIDATE,
            new Scope(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 2), Optional.empty(), Optional.empty(), Optional.of(LocalDate.of(2027, 1, 1)), false, false, Optional.empty()),
            State.RUNNING, 200, 100, 2, 1, new PersonId("rules"), FakeCompany.NOW, Optional.of(Duration.ofMinutes(3)), "");

    private final List<Told> told;

    public FakeReplays(List<Told> told) {
        this.told = List.copyOf(told);
    }

    @Override
    public List<Replay> of(String set, Person reader) {
        return List.of(REPLAY);
    }

    @Override
    public List<Replay> proofs(Person reader) {
        return List.of();
    }

    @Override
    public Optional<Replay> replay(String id, Person reader) {
        return Optional.of(REPLAY).filter(replay -> replay.id().equals(id));
    }

    @Override
    public Optional<Replay> latest(String set, String digest) {
        return Optional.empty();
    }

    @Override
    public List<Changed> changed(String id, Sort sort, int from, int limit, Person reader) {
        return List.of(
                new Changed("d-1", "", "SO-2026-00001", "<b>Customer</b>", Optional.of(Money.cny(2_500_000)), FakeCompany.NOW, List.of(), told, Text.plain("")),
                new Changed("d-2", "", "", "", Optional.empty(), FakeCompany.NOW, told, List.of(), Text.plain("It took too long.")));
    }

    @Override
    public List<Total> byRule(String id, Person reader) {
        return List.of(new Total("large order", 1, 1, Money.cny(2_500_000)));
    }

    @Override
    public List<Total> byCustomer(String id, Person reader) {
        return List.of();
    }
}
