package dev.kontor.engine.version;

import dev.kontor.api.desk.Desk;
import dev.kontor.engine.version.KeptVersion.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the list of versions and the versions that decide to what the store says, reading what was changed meanwhile. */
final class Loading {

    private static final Logger LOG = LoggerFactory.getLogger(Loading.class);

    private final RuleBook book;
    private final VersionList list;
    private final VersionShelf shelf;
    private final Desk desk;

    Loading(RuleBook book, VersionList list, VersionShelf shelf, Desk desk) {
        this.book = book;
        this.list = list;
        this.shelf = shelf;
        this.desk = desk;
    }

    /** @param epoch that was followed last; negative at the start */
    void load(long epoch) {
        List<KeptVersion> changed = desk.read(() -> shelf.since(epoch));
        list.load(changed);
        List<DecidingSet> begun = new ArrayList<>();
        for (KeptVersion row : changed) {
            if (row.state() == State.ACTIVE && !decides(row)) {
                begun.add(deciding(row));
            }
        }
        book.activate(begun);
    }

    private boolean decides(KeptVersion row) {
        return Optional.ofNullable(book.deciding().get(row.set()))
                .filter(set -> set.version().digest().equals(row.digest()))
                .isPresent();
    }

    private DecidingSet deciding(KeptVersion row) {
        Optional<DecidingSet> made = book.made(row.version());
        if (made.isPresent()) {
            return made.get();
        }
        Optional<KeptVersion> found = desk.read(() -> shelf.find(row.set(), row.digest())); // while the store is away, nothing is known of it
        try {
            return DecidingSet.of(found.orElseThrow(() -> new IOException("It is no longer kept.")), book.check());
        } catch (IOException | RuntimeException unusable) { // what asks this set is refused; the others decide
            LOG.error("The rule set {} cannot be loaded.", row.set(), unusable);
            return DecidingSet.unusable(row.version(), String.valueOf(unusable.getMessage()));
        }
    }
}
