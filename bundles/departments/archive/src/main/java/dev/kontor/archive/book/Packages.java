package dev.kontor.archive.book;

import dev.kontor.api.document.Document;
import java.util.Collection;
import java.util.List;

/** What was packed of a volume; only its name tells of which. */
public final class Packages {

    private Packages() {}

    /** The name of a package of the volume, without what some systems do not write. */
    public static String name(Volume volume) {
        return volume.code().replace('·', '-') + ".zip";
    }

    /** Those among an order's documents, destroyed ones too. */
    public static List<Document> of(Volume volume, Collection<Document> documents) {
        return documents.stream()
                .filter(document -> document.kind().equals(VolumeBook.PACKAGE) && document.name().equals(name(volume)))
                .toList();
    }

    /** Those that are there: they hold the contents of everything that was there when they were made. */
    public static List<Document> kept(Volume volume, Collection<Document> documents) {
        return of(volume, documents).stream().filter(document -> document.destroyedAt().isEmpty()).toList();
    }
}
