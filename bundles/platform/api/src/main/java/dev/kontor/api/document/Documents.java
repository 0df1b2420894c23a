package dev.kontor.api.document;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Documents, for reading and for taking in files. Filing with an order is done in a command. */
@ProviderType
public interface Documents {

    /** The most a file may have. */
    long MAX_BYTES = 25L * 1024 * 1024;

    List<Document> of(OrderNumber order, Person reader);

    Optional<Document> document(String id, Person reader);

    /** The content; fails if its digest is no longer the document's. */
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
}
