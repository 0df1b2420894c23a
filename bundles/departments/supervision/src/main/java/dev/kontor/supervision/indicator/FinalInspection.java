package dev.kontor.supervision.indicator;

import dev.kontor.api.assessment.Counted;
import dev.kontor.api.assessment.Indicator;
import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.supervision.events.Lines;
import java.util.List;
import java.util.Optional;

/** Machines that passed the final inspection beside nonconformities that were found: the accuracy of production. */
record FinalInspection() implements Indicator {

    @Override
    public String name() {
        return "production.quality";
    }

    @Override
    public List<Counted> count(OrderEvents order) {
        return order.lines().stream()
                .filter(line -> Lines.isNonconformity(line) || isFinished(line))
                .map(line -> new Counted(Optional.empty(), "production", line.at(), line.kind(), isFinished(line), line.decision()))
                .toList();
    }

    private static boolean isFinished(Entry line) {
        return line.kind().equals("machine.milestone") && Lines.mentions(line, "milestone." + MilestoneName.PRODUCTION_FINISHED);
    }
}
