package dev.kontor.engine.version;

import dev.kontor.api.desk.Desk;
import dev.kontor.engine.set.RuleSetFiles;
import java.util.List;
import java.util.Optional;

/** Where versions are kept. Used only within the desk's transactions. */
public interface VersionShelf {

    /**
     * The versions of all sets that were changed since, in no order, without files and classes.
     *
     * @param epoch with which changes have been seen already; negative for none
     */
    List<KeptVersion> since(long epoch);

    Optional<KeptVersion> find(String set, String digest);

    /** Adds it, or puts it in the place of the one with its digest. */
    void put(KeptVersion version);

    /** The files of a version that may have been listed without them. */
    static RuleSetFiles files(VersionShelf shelf, Desk desk, KeptVersion version) {
        return (version.files().length > 0 ? version : desk.read(() -> shelf.find(version.set(), version.digest())).orElse(version)).ruleSet();
    }
    /** Notes that a version begins to decide. */
    void begun(Activation activation);

    /** How often and when versions of a set began to decide, oldest first. */
    List<Activation> activations(String set);
}
