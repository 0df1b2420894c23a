package dev.kontor.logistics;

import dev.kontor.api.document.Document;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.people.Person;
import dev.kontor.testkit.FakePrinter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was printed, to the byte of its digest, and what was handed in. */
public final class Papers implements Documents {

    private final FakePrinter printer;
    private final Map<String, byte[]> taken = new HashMap<>();

    Papers(FakePrinter printer) {
        this.printer = printer;
    }

    public Upload take(String name, byte[] content) {
        taken.put(digest(content), content);
        return new Upload(name, "application/pkcs7-signature", content.length, digest(content));
    }

    public Upload picture(byte[] content) {
        return new Upload("signature.png", "image/png", content.length, take("signature.png", content).digest());
    }

    public byte[] content(String digest) {
        return Optional.ofNullable(taken.get(digest))
                .or(() -> printer.printed().stream().map(Papers::bytes).filter(each -> digest(each).equals(digest)).findFirst())
                .orElseThrow(() -> new AssertionError("Nothing has the digest " + digest));
    }

    /** As {@link FakePrinter} takes the digest. */
    private static byte[] bytes(Paper paper) {
        return (paper + "zh-CN").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public InputStream open(Document document) {
        return new ByteArrayInputStream(content(document.digest()));
    }

    @Override
    public InputStream open(Upload upload) {
        return new ByteArrayInputStream(content(upload.digest()));
    }

    @Override
    public Upload take(String name, InputStream content) throws IOException {
        return take(name, content.readAllBytes());
    }

    @Override
    public Upload take(String name, long most, Writing content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.to(out);
        return take(name, out.toByteArray());
    }

    @Override
    public List<Document> of(OrderNumber order, Person reader) {
        return List.of();
    }

    @Override
    public Optional<Document> document(String id, Person reader) {
        return Optional.empty();
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
