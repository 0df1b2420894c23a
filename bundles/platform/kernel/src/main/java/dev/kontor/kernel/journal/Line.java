package dev.kontor.kernel.journal;

import dev.kontor.api.journal.Change;
import dev.kontor.api.text.Text;
import java.util.List;

/** What a command has to say to a journal; the ledger gives it its place, time and hash. */
public record Line(String kind, Text what, List<Change> changes, String decision) {

    public static Line of(String kind, Text what, Change... changes) {
        return new Line(kind, what, List.of(changes), "");
    }
}
