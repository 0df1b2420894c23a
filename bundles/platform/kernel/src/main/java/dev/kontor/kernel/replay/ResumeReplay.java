package dev.kontor.kernel.replay;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.rule.Replays.State;
import dev.kontor.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets a replay go on where it stood. */
@Component(service = CompanyCommand.class)
public final class ResumeReplay extends TurnReplay {

    @Activate
    public ResumeReplay(@Reference Transactions transactions, @Reference ReplayRows replays, @Reference ReplayWork work) {
        super("resume-replay", State.PAUSED, State.RUNNING, transactions, replays, work);
    }
}
