package dev.kontor.api.document;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Documents, for reading and for taking in files. Filing with an order is done in a command. */
@ProviderType
public interface Documents {

    /** The most that a file may have which somebody sends. */
    long MAX_BYTES = 25L * 1024 * 1024;

    /** Writes the content of a file, from its first byte to its last; leaves the stream open. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    List<Document> of(OrderNumber order, Person reader);

    Optional<Document> document(String id, Person reader);

    /**
     * The content; fails if its digest is no longer the document's.
     *
     * @throws dev.kontor.api.desk.Refused {@code NOT_FOUND} once the document is destroyed
     */
    InputStream open(Document document) throws IOException;

    /**
     * The content of a file that came with a request; to be closed.
     *
     * @throws IOException when it is gone, or its digest is no longer the upload's
     */
    InputStream open(Upload upload) throws IOException;

    /**
     * Takes a file in: stores it by digest, on disk before this returns, and finds its type from its content.
     *
     * @throws dev.kontor.api.desk.Refused when it is larger than {@link #MAX_BYTES}, empty, or of a type not accepted
     */
    Upload take(String name, InputStream content) throws IOException;

    /**
     * The same of a file that a department makes: it goes to the disk as it is written, so it may be larger than memory.
     *
     * @param most bytes that it may have
     * @throws IOException also what the writing threw; nothing is taken in then
     * @throws dev.kontor.api.desk.Refused when it is larger, empty, or of a type not accepted
     */
    Upload take(String name, long most, Writing content) throws IOException;
}
