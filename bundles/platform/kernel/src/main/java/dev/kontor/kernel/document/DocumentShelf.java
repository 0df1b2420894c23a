package dev.kontor.kernel.document;

import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Documents by the digest of their content, under {@code ${data.dir}/documents}. */
@Component(service = {DocumentShelf.class, Documents.class})
public final class DocumentShelf implements Documents {

    @Activate
    public DocumentShelf() {}

    @Override
    public List<Document> of(OrderNumber order, Person reader) {
        return List.of();
    }

    @Override
    public Optional<Document> document(String id, Person reader) {
        return Optional.empty();
    }

    @Override
    public InputStream open(Document document) throws IOException {
        throw new IOException("not built yet: " + document);
    }

    @Override
    public Upload take(String name, InputStream content) throws IOException {
        throw new IOException("not built yet: " + name);
    }

    /** The upload as it was taken in, by its digest; under the name that is asked for, if one is. */
    public Optional<Upload> taken(Upload asked) {
        return Optional.empty();
    }

    /** Files an upload with an order. Inside a command. */
    public Document file(OrderNumber order, DocumentKind kind, Upload upload, PersonId by, Instant at) {
        throw new UnsupportedOperationException("not built yet: " + upload);
    }

    /** Every document of an order, oldest first, whoever reads. */
    public List<Document> of(OrderNumber order) {
        return List.of();
    }
}
