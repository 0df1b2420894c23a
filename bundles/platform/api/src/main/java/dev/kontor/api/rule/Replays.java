package dev.kontor.api.rule;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Versions tried on decisions of the past (回放): which would change, how, and how much money is behind them. Reading only;
 * {@code rules/replay}, {@code rules/try-cases}, {@code rules/pause-replay} and {@code rules/resume-replay} are commands.
 *
 * <p>A replay executes kept decisions again, with one version in the place of the one that decided, in the background; it
 * changes nothing but its own report. It goes on after a restart where it stood. A shadow run (影子运行) is a replay that goes
 * on with the decisions that are taken from now on, beside the version that takes them, until its last day is over.
 * A file of cases is tried in the same way:
 * the facts stand in the file, and what the active versions say of them is compared. Seen by rule administrators, auditors and
 * leadership; others find nothing.
 */
@ProviderType
public interface Replays {

    /** Of one set, newest first. */
    List<Replay> of(String set, Person reader);

    Optional<Replay> replay(String id, Person reader);

    /**
     * Proofs (验证), newest first: replays by the versions that each decision cites, which show those that do not come out
     * the same again, or are not what the journal says was kept. Begun by {@code rules/verify}.
     */
    List<Replay> proofs(Person reader);

    /** The latest on decisions of the past that is done, of this very version. */
    Optional<Replay> latest(String set, String digest);

    /** A part of the report. */
    List<Changed> changed(String id, Sort sort, int from, int limit, Person reader);

    /** For each rule that concludes something else now: the orders concerned and the money behind them, largest first. */
    List<Total> byRule(String id, Person reader);

    /** The same for each customer. */
    List<Total> byCustomer(String id, Person reader);

    /** How a report is sorted. */
    enum Sort {
        /** As it was decided. */
        TIME,
        /** The largest order first, currency by currency. */
        MONEY
    }

    /**
     * @param total decisions in its scope; of a shadow run those there were so far
     * @param done of these
     * @param changed would be other decisions now
     * @param failed could not be executed again, which counts as changed too
     * @param left an estimate, while it runs; empty for a shadow run
     * @param digest SHA-256 of the report; empty before it is done
     */
    record Replay(
            String id,
            SetVersion version,
            Scope scope,
            State state,
            int total,
            int done,
            int changed,
            int failed,
            PersonId by,
            Instant begun,
            Optional<Duration> left,
            String digest) {}

    /** What becomes of a replay. */
    enum State {
        RUNNING,
        PAUSED,
        DONE
    }

    /**
     * Which decisions.
     *
     * @param from and {@code to}: days on which they were taken, both included
     * @param customer empty for all
     * @param department whose points they were taken at, by its id; empty for all
     * @param parameters the day whose parameters count; empty for those of each decision's own day
     * @param shadow whether decisions taken after its begin are tried too
     * @param proof by the versions that each cites; the replay's own version, without a digest or a set if it is any, says which
     * @param cases the name of the file whose cases are tried instead of decisions; the days are then those of its cases
     */
    record Scope(
            LocalDate from,
            LocalDate to,
            Optional<CustomerId> customer,
            Optional<String> department,
            Optional<LocalDate> parameters,
            boolean shadow,
            boolean proof,
            Optional<String> cases) {}

    /**
     * A decision that would be another one, or a case of a file.
     *
     * @param decision its id; empty for a case
     * @param named what the case is called; empty for a decision
     * @param order its number; empty for a decision about the company
     * @param customer the customer's name
     * @param money the order's total; empty for a decision about the company
     * @param failure why it could not be executed again, or what of it was changed; says nothing if it was executed
     */
    record Changed(
            String decision,
            String named,
            String order,
            String customer,
            Optional<Money> money,
            Instant at,
            List<DecisionRecord.Told> before,
            List<DecisionRecord.Told> after,
            Text failure) {

        public Changed {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** @param money of each order, or case, once, in one currency */
    record Total(String name, int orders, int decisions, Money money) {}
}
