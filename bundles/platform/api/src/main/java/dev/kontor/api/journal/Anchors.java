package dev.kontor.api.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What holds the ends of the journals outside the database: signed files with the hash of each journal's last entry. A
 * chain alone cannot show that its end was cut off. Written once a day, at a clean stop and on request.
 */
@ProviderType
public interface Anchors {

    /** An entry's place in its journal. */
    record Place(String journal, long sequence) {}

    /**
     * An anchor, as the database remembers it.
     *
     * @param digest SHA-256 of its file
     */
    record Kept(long number, Instant at, String digest) {}

    /**
     * Writes an anchor of the journals that grew since the last one; several when they are very many.
     *
     * @return the last one written; empty when no journal grew
     */
    Optional<Kept> anchor();

    /** Every anchor that was written, oldest first. */
    List<Kept> kept();

    /** The hashes of entries, in the order asked; "" for one that is not there. */
    List<String> hashes(List<Place> places);
}
