package dev.kontor.cli;

import dev.kontor.kernel.journal.AnchorProof;
import java.io.IOException;
import java.nio.file.Path;

/** Says in words what a proof against anchors found. */
record AnchorReport(Terminal terminal) {

    /** Whether all is as it was anchored. */
    boolean of(Path folder, boolean copy, AnchorProof.Journals journals) throws IOException {
        AnchorProof.Found found = AnchorProof.of(folder, copy, journals);
        terminal.say("anchor.read", found.anchors(), found.entries(), found.newest());
        found.faults().forEach(fault -> terminal.complainPlainly(
                "  " + terminal.words("anchor." + fault.kind(), fault.arguments().toArray())));
        terminal.say(found.faults().isEmpty() ? "anchor.whole" : "anchor.faults", found.faults().size());
        return found.faults().isEmpty();
    }
}
