package dev.kontor.kernel.desk;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.people.IssueToken;
import dev.kontor.kernel.people.Passwords;
import dev.kontor.kernel.rows.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Idempotency keys: what a person asked under a key, and what it came to. */
@Component(service = Keys.class)
public final class Keys {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String CLAIMED = "claimed";
    private static final String ANSWERED = "answered";
    private static final String REFUSED = "refused";

    private final Rows rows;

    @Activate
    public Keys(@Reference Rows rows) {
        this.rows = rows;
    }

    private record Body(String command, Optional<OrderNumber> order, Optional<TaskId> task, long version, Values values) {}

    private record Refusal(String reason, Text words, List<Refused.Gap> gaps) {}

    /** A fast digest of a password would be a way around its slow hash: passwords do not count. */
    private static String digest(Request request) {
        Values values = Passwords.leftOut(request.command(), request.values());
        return Canonical.digest(Canonical.text(
                new Body(request.command(), request.order(), request.task(), request.version(), values)));
    }

    /**
     * What the key came to before.
     *
     * @throws Refused as it was refused before, or {@code KEY_REUSED} when the body is another
     */
    Optional<Answer> before(Request request) {
        return rows
                .one("select digest, outcome, content from kernel_key where person = ? and request_key = ?",
                        request.actor().id(), request.key())
                .map(row -> {
                    if (!row.text(0).equals(digest(request))) {
                        throw Refused.because(Refused.Reason.KEY_REUSED, Text.of("kernel.key-reused"));
                    }
                    if (row.text(1).equals(REFUSED)) {
                        throw refused(Canonical.read(row.text(2), Refusal.class));
                    }
                    return Canonical.read(row.text(2), Answer.class);
                });
    }

    private static Refused refused(Refusal kept) {
        return kept.gaps().isEmpty()
                ? Refused.because(Refused.Reason.valueOf(kept.reason()), kept.words())
                : Refused.at(kept.gaps());
    }

    /** First in the command: of two with the same key one waits here, and is refused by the unique key. */
    void claim(Request request) {
        insert(request, CLAIMED, "");
    }

    /** A token that was made is not kept here: it is shown once, and a repetition says so without it. */
    void answered(Request request, Answer answer) {
        Answer kept = request.command().equals(IssueToken.NAME) ? answer.withId("") : answer;
        rows.run("update kernel_key set outcome = ?, content = ? where person = ? and request_key = ?",
                ANSWERED, Canonical.text(kept), request.actor().id(), request.key());
    }

    void refused(Request request, Refused refusal) {
        insert(request, REFUSED, Canonical.text(new Refusal(refusal.reason().name(), refusal.words(), refusal.gaps())));
    }

    private void insert(Request request, String outcome, String content) {
        rows.run(
                "insert into kernel_key (person, request_key, digest, outcome, content, kept_at) values (?, ?, ?, ?, ?, ?)",
                request.actor().id(), request.key(), digest(request), outcome, content, System.currentTimeMillis());
    }

    /** Forgets keys that were kept long enough. */
    public int purge() {
        return rows.run("delete from kernel_key where kept_at < ?", Instant.now().minus(KEPT));
    }
}
