package dev.kontor.kernel.replay;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.rule.Replays.State;
import dev.kontor.api.text.Text;
import dev.kontor.store.Transactions;
import java.util.List;
import java.util.Map;

/** Pauses a replay, or lets it go on where it stood. */
abstract class TurnReplay extends ReplayCommands {

    private final Transactions transactions;
    private final ReplayRows replays;
    private final ReplayWork work;
    private final State from;
    private final State to;

    TurnReplay(String verb, State from, State to, Transactions transactions, ReplayRows replays, ReplayWork work) {
        super(verb);
        this.transactions = transactions;
        this.replays = replays;
        this.work = work;
        this.from = from;
        this.to = to;
    }

    @Override
    public final Form form(Person person, String subject) {
        return Form.of(title(), Field.hidden("replay"));
    }

    @Override
    public final Values initial(Person person, String subject) {
        return new Values(Map.of("replay", subject));
    }

    @Override
    public final Answer run(CompanyFile company, Values values) {
        String id = values.text("replay");
        StoredReplay replay = replays.find(id).orElseThrow(() -> conflict("kernel.replay.none"));
        if (!replays.become(id, from, to)) {
            throw conflict("kernel.replay.is-" + replay.state().name().toLowerCase(java.util.Locale.ROOT));
        }
        Text done = Text.of("kernel.replay.now-" + to.name().toLowerCase(java.util.Locale.ROOT), replay.version().set());
        company.note("rules.replay-turned", done, List.of());
        transactions.afterCommit(work::ring);
        return Answer.of(done).goingTo("replays/" + id);
    }
}
