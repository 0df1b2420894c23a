package dev.kontor.kernel.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds what a file is from its content, among the few types that are accepted; what the sender claims counts nothing. */
final class ContentType {

    private static final int HEAD = 4096;
    private static final int MOST_ENTRIES = 10_000;
    private static final int MANIFEST_HEAD = 1024 * 1024;
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** A partner's bundle: who installs it looks into it; it is never filed. */
    static final String BUNDLE = "application/java-archive";
    private static final byte[] OLE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final int SIGNED_HEAD = 32;
    /** How DER writes a sequence: of a length in one to three bytes more, or told by its end. */
    private static final String SEQUENCE = "30(?:81..|82....|83......|80)";
    /** Such a sequence that begins by saying that it is signed data (1.2.840.113549.1.7.2). */
    private static final Pattern SIGNATURE = Pattern.compile(SEQUENCE + "06092a864886f70d010702");
    /** One that holds another which begins by saying that it is a certificate's third version. */
    private static final Pattern CERTIFICATE = Pattern.compile(SEQUENCE + SEQUENCE + "a003020102");
    /** Text that a browser or shell would run, or that draws with scripts. */
    private static final List<String> ACTIVE =
            List.of("<!doctype", "<html", "<script", "<svg", "<?php", "<?xml", "<body", "<iframe", "<head", "<%", "#!");

    private ContentType() {}

    /** The media type; empty if it is none that is accepted. */
    static Optional<String> of(Path file) throws IOException {
        byte[] head = head(file);
        if (starts(head, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
            return Optional.of("application/pdf");
        }
        if (starts(head, HexFormat.of().parseHex("89504e470d0a1a0a"))) {
            return Optional.of("image/png");
        }
        if (starts(head, HexFormat.of().parseHex("ffd8ff"))) {
            return Optional.of("image/jpeg");
        }
        if (starts(head, HexFormat.of().parseHex("49492a00")) || starts(head, HexFormat.of().parseHex("4d4d002a"))) {
            return Optional.of("image/tiff");
        }
        if (starts(head, HexFormat.of().parseHex("504b0304"))) {
            return office(file);
        }
        if (starts(head, OLE)) {
            return oldOffice(file);
        }
        Optional<String> signed = signed(head);
        return signed.isPresent() ? signed : text(file, head);
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(HEAD);
        }
    }

    private static boolean starts(byte[] head, byte[] with) {
        return head.length >= with.length && Arrays.equals(head, 0, with.length, with, 0, with.length);
    }

    /** A detached signature or a certificate, bare; as text they are text. Who checks them reads the rest. */
    private static Optional<String> signed(byte[] head) {
        String start = HexFormat.of().formatHex(head, 0, Math.min(head.length, SIGNED_HEAD));
        if (SIGNATURE.matcher(start).lookingAt()) {
            return Optional.of("application/pkcs7-signature");
        }
        return CERTIFICATE.matcher(start).lookingAt() ? Optional.of("application/pkix-cert") : Optional.empty();
    }

    /** A zip with the parts of a document or sheet and no program in it. OFD (GB/T 33190) is a zip too. */
    private static Optional<String> office(Path file) {
        Set<String> names = new HashSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                return Optional.empty();
            }
            zip.stream().map(ZipEntry::getName).map(name -> name.toLowerCase(Locale.ROOT)).forEach(names::add);
        } catch (IOException e) {
            return Optional.empty();
        }
        if (names.stream().anyMatch(name -> name.contains("vbaproject") || name.contains("macrosheets") || name.contains(".."))) {
            return Optional.empty();
        }
        if (names.contains("ofd.xml")) {
            return Optional.of("application/ofd");
        }
        if (names.contains("kontor-rules.txt")) { // a rule set on its way; who imports it opens it with suspicion
            return Optional.of("application/vnd.kontor.rules+zip");
        }
        if (names.contains("kontor-archive.txt")) { // a volume, packed and signed by the archive
            return Optional.of("application/vnd.kontor.archive+zip");
        }
        if (names.contains("meta-inf/manifest.mf") && isBundle(file)) {
            return Optional.of(BUNDLE);
        }
        if (!names.contains("[content_types].xml")) {
            return Optional.empty();
        }
        return names.contains("word/document.xml")
                ? Optional.of(WORD)
                : Optional.of(SHEET).filter(type -> names.contains("xl/workbook.xml"));
    }

    /** A jar that is a bundle; any other is a program. */
    private static boolean isBundle(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry manifest = zip.getEntry("META-INF/MANIFEST.MF");
            return manifest != null
                    && new String(zip.getInputStream(manifest).readNBytes(MANIFEST_HEAD), StandardCharsets.UTF_8).contains("\nBundle-SymbolicName:");
        } catch (IOException e) {
            return false;
        }
    }

    /** The old format names its streams in UTF-16; one with a macro storage is refused. */
    private static Optional<String> oldOffice(Path file) throws IOException {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (content.contains(wide("_VBA_PROJECT")) || content.contains(wide("Macros"))) {
            return Optional.empty();
        }
        if (content.contains(wide("WordDocument"))) {
            return Optional.of("application/msword");
        }
        return Optional.of("application/vnd.ms-excel")
                .filter(type -> content.contains(wide("Workbook")) || content.contains(wide("Book")));
    }

    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    /** Plain words or XML in UTF-8 or GB 18030 without control characters, and nothing that a program would run. */
    private static Optional<String> text(Path file, byte[] head) throws IOException {
        for (byte each : head) {
            if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t' && each != '\f') {
                return Optional.empty();
            }
        }
        byte[] all = Files.readAllBytes(file);
        Optional<String> words = PlainText.of(all);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String start = words.get().replace("\uFEFF", "").stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<?xml")) {
            return PlainXml.is(all) ? Optional.of("application/xml") : Optional.empty();
        }
        String near = start.substring(0, Math.min(start.length(), HEAD));
        return ACTIVE.stream().anyMatch(near::contains) || near.startsWith("@echo") || near.startsWith("mz")
                ? Optional.empty()
                : Optional.of("text/plain");
    }
}
