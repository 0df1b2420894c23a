package dev.kontor.testkit;

import dev.kontor.api.document.Upload;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.paper.Printer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Keeps what was printed and draws nothing; the digest is that of the paper's data. */
public final class FakePrinter implements Printer {

    private final List<Paper> printed = new ArrayList<>();

    public List<Paper> printed() {
        return List.copyOf(printed);
    }

    @Override
    public Upload print(Paper paper, String language) {
        printed.add(paper);
        byte[] data = (paper + language).getBytes(StandardCharsets.UTF_8);
        return new Upload(paper.name() + ".pdf", "application/pdf", data.length, digest(data));
    }

    private static String digest(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
