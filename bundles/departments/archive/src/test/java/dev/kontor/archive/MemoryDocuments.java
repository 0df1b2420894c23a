package dev.kontor.archive;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.testkit.FakeOrderFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contents by their digest, as the kernel keeps them; a test can alter one, as somebody with access to the disk could. */
public final class MemoryDocuments implements Documents {

    private final Map<String, byte[]> contents = new HashMap<>();
    private FakeOrderFile file;

    /** Whose documents are listed. */
    public void of(FakeOrderFile order) {
        file = order;
    }

    public byte[] content(Document document) {
        return contents.get(document.digest()).clone();
    }

    public void alter(Document document, byte[] content) {
        contents.put(document.digest(), content);
    }

    public void lose(Document document) {
        contents.remove(document.digest());
    }

    @Override
    public List<Document> of(OrderNumber order, Person reader) {
        return file.documents();
    }

    @Override
    public Optional<Document> document(String id, Person reader) {
        return file.documents().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public InputStream open(Document document) throws IOException {
        if (file.documents().stream().noneMatch(each -> each.id().equals(document.id()) && each.destroyedAt().isEmpty())) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("kernel.document.destroyed", document.name()));
        }
        return open(document.digest());
    }

    @Override
    public InputStream open(Upload upload) throws IOException {
        return open(upload.digest());
    }

    private InputStream open(String digest) throws IOException {
        byte[] content = contents.get(digest);
        if (content == null || !digest(content).equals(digest)) {
            throw new IOException("The document %s is not what it was when it was filed.".formatted(digest));
        }
        return new ByteArrayInputStream(content);
    }

    @Override
    public Upload take(String name, InputStream content) throws IOException {
        return take(name, MAX_BYTES, content::transferTo);
    }

    @Override
    public Upload take(String name, long most, Writing content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.to(out);
        byte[] bytes = out.toByteArray();
        if (bytes.length > most) {
            throw Refused.because(Refused.Reason.TOO_LARGE, Text.of("kernel.document.large", name, most));
        }
        contents.put(digest(bytes), bytes);
        return new Upload(name, "application/pdf", bytes.length, digest(bytes));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
