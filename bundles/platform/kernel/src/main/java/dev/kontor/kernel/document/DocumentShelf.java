package dev.kontor.kernel.document;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.store.DiskFull;
import dev.kontor.store.StoreFailed;
import dev.kontor.store.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Documents by the digest of their content, under {@code ${data.dir}/documents}. */
@Component(service = {DocumentShelf.class, Documents.class})
public final class DocumentShelf implements Documents {

    private static final String COLUMNS =
            "select id, order_number, kind, name, media_type, byte_count, digest, filed_by, filed_at, destroyed_at"
                    + " from kernel_document ";

    private final Transactions transactions;
    private final Rows rows;
    private final OrderRows orders;
    private final ContentStore contents;
    private final ContentDisposal disposal;

    @Activate
    public DocumentShelf(
            @Reference Transactions transactions, @Reference Rows rows, @Reference OrderRows orders, BundleContext context)
            throws IOException {
        this(transactions, rows, orders, Path.of(data(context)).resolve("documents"));
    }

    public DocumentShelf(Transactions transactions, Rows rows, OrderRows orders, Path folder) throws IOException {
        this.transactions = transactions;
        this.rows = rows;
        this.orders = orders;
        this.contents = new ContentStore(folder);
        this.disposal = new ContentDisposal(transactions, rows, contents);
    }

    private static String data(BundleContext context) {
        String folder = context.getProperty("data.dir");
        return folder == null ? "data" : folder;
    }

    @Override
    public List<Document> of(OrderNumber order, Person reader) {
        return isOpen(order, reader) ? of(order) : List.of();
    }

    @Override
    public Optional<Document> document(String id, Person reader) {
        return transactions.read(() -> rows.one(COLUMNS + "where id = ?", id)
                .map(DocumentShelf::document)
                .filter(document -> isOpen(document.order(), reader)));
    }

    /** Who may not see an order may not know of its documents. */
    private boolean isOpen(OrderNumber order, Person reader) {
        return transactions.read(() -> orders.seen(order, reader).isPresent());
    }

    @Override
    public InputStream open(Document document) throws IOException {
        demandThere(document);
        return contents.open(document.digest());
    }

    /** Another may have the same content, so that it is on the disk is not enough. */
    private void demandThere(Document document) {
        boolean destroyed = transactions.read(() -> rows
                .one("select id from kernel_document where id = ? and destroyed_at > 0", document.id())
                .isPresent());
        if (destroyed) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("kernel.document.destroyed", document.name()));
        }
    }

    @Override
    public InputStream open(Upload upload) throws IOException {
        return contents.open(upload.digest());
    }

    @Override
    public Upload take(String name, InputStream content) throws IOException {
        return take(name, MAX_BYTES, content::transferTo);
    }

    @Override
    public Upload take(String name, long most, Writing content) throws IOException {
        String clean = FileName.clean(name);
        ContentStore.Incoming came = received(clean, most, content);
        try {
            Upload upload = judged(clean, came);
            note(upload, came);
            return upload;
        } catch (UncheckedIOException unkept) {
            throw unkept.getCause();
        } finally {
            contents.drop(came);
        }
    }

    private ContentStore.Incoming received(String name, long most, Writing content) throws IOException {
        try {
            return contents.receive(content, most);
        } catch (Measured.TooMuch tooMuch) {
            throw Refused.because(Refused.Reason.TOO_LARGE, Text.of("kernel.document.large", name, most / 1024 / 1024));
        } catch (IOException failed) {
            if (DiskFull.is(failed)) {
                throw Refused.because(Refused.Reason.STORAGE_FULL, Text.of("kernel.storage-full"));
            }
            throw failed;
        }
    }

    private static Upload judged(String name, ContentStore.Incoming came) throws IOException {
        if (came.size() == 0) {
            throw Refused.because(Refused.Reason.INVALID, Text.of("kernel.document.empty", name));
        }
        String type = ContentType.of(came.file())
                .orElseThrow(() -> Refused.because(Refused.Reason.INVALID, Text.of("kernel.document.type", name)));
        return new Upload(name, type, came.size(), came.digest());
    }

    /** The file is in its place when this is committed, whatever {@link ContentDisposal} does meanwhile. */
    private Upload noted(Upload upload, ContentStore.Incoming came) {
        disposal.stays(upload.digest());
        Instant now = Instant.now();
        int known = rows.run("update kernel_upload set name = ?, taken_at = ? where digest = ? and (name <> ? or taken_at < ?)",
                upload.name(), now, upload.digest(), upload.name(), now.minus(ContentDisposal.GRACE));
        if (known == 0 && !rows.hold("kernel_upload", "digest", upload.digest())) {
            rows.run(
                    "insert into kernel_upload (digest, name, media_type, byte_count, taken_at) values (?, ?, ?, ?, ?)",
                    upload.digest(), upload.name(), upload.type(), upload.size(), now);
        }
        try {
            contents.keep(came);
        } catch (IOException unkept) {
            throw new UncheckedIOException(unkept);
        }
        return upload;
    }

    /** The upload as it was taken in, by its digest; under the name that is asked for, if one is. */
    public Optional<Upload> taken(Upload asked) {
        return transactions.read(() -> rows
                .one("select name, media_type, byte_count from kernel_upload where digest = ?", asked.digest())
                .map(row -> new Upload(
                        asked.name().isBlank() ? row.text(0) : FileName.clean(asked.name()), row.text(1), row.number(2),
                        asked.digest())));
    }

    /** Files an upload with an order. Inside a command. */
    public Document file(OrderNumber order, DocumentKind kind, Upload upload, PersonId by, Instant at) {
        Upload taken = Optional.of(upload)
                .filter(each -> rows.hold("kernel_upload", "digest", each.digest())) // or its content could leave meanwhile
                .flatMap(this::taken)
                .orElseThrow(() -> Refused.because(Refused.Reason.INVALID, Text.of("form.file")));
        if (taken.type().equals(ContentType.BUNDLE)) {
            throw Refused.because(Refused.Reason.INVALID, Text.of("kernel.document.type", taken.name()));
        }
        Document document = new Document(
                UUID.randomUUID().toString(), order, kind, taken.name(), taken.type(), taken.size(), taken.digest(), by, at);
        long position = rows.one("select count(*) from kernel_document where order_number = ?", order).orElseThrow().number(0);
        rows.run(
                "insert into kernel_document (id, order_number, kind, name, media_type, byte_count, digest, filed_by, filed_at,"
                        + " position_of) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                document.id(), order, kind, document.name(), document.type(), document.size(), document.digest(), by, at,
                position);
        return document;
    }

    /**
     * Nobody opens it any more, once the command is kept; then its content leaves, unless another document has it.
     *
     * @return false when it was destroyed before
     */
    public boolean destroy(Document document, PersonId by, Instant at) {
        boolean destroyed = rows.run(
                "update kernel_document set destroyed_at = ?, destroyed_by = ? where id = ? and destroyed_at = 0",
                at, by, document.id()) > 0;
        if (destroyed) {
            disposal.due(document.digest());
        }
        return destroyed;
    }

    /**
     * Somebody keeps an upload beside the documents of orders. Inside a command.
     *
     * @param keeper who and for what, {@code supervision/regulation-3}
     */
    public void keep(Upload upload, String keeper) {
        if (!rows.hold("kernel_upload", "digest", upload.digest())) { // or its content could leave meanwhile
            throw Refused.because(Refused.Reason.INVALID, Text.of("form.file"));
        }
        disposal.keep(upload.digest(), keeper);
    }

    /** What kept an upload keeps it no more. Inside a command. */
    public void release(Upload upload, String keeper) {
        disposal.release(upload.digest(), keeper);
    }

    public ContentDisposal disposal() {
        return disposal;
    }

    /** Every document of an order, oldest first, whoever reads. */
    public List<Document> of(OrderNumber order) {
        return transactions.read(() -> rows.all(COLUMNS + "where order_number = ? order by position_of", order).stream()
                .map(DocumentShelf::document)
                .toList());
    }

    private static Document document(Row row) {
        return new Document(
                row.text(0), new OrderNumber(row.text(1)), new DocumentKind(row.text(2)), row.text(3), row.text(4),
                row.number(5), row.text(6), new PersonId(row.text(7)), row.instant(8),
                row.number(9) == 0 ? Optional.empty() : Optional.of(row.instant(9)));
    }

    private void note(Upload upload, ContentStore.Incoming came) {
        if (transactions.active()) {
            noted(upload, came);
            return;
        }
        try {
            transactions.command(() -> noted(upload, came));
        } catch (StoreFailed e) {
            if (e.trouble() != StoreFailed.Trouble.DUPLICATE && e.trouble() != StoreFailed.Trouble.RETRY) {
                throw e;
            }
            transactions.command(() -> noted(upload, came)); // the same content came twice at the same moment
        }
    }
}
