package dev.kontor.kernel.replay;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.rule.Replays.State;
import dev.kontor.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pauses a replay. */
@Component(service = CompanyCommand.class)
public final class PauseReplay extends TurnReplay {

    @Activate
    public PauseReplay(@Reference Transactions transactions, @Reference ReplayRows replays, @Reference ReplayWork work) {
        super("pause-replay", State.RUNNING, State.PAUSED, transactions, replays, work);
    }
}
