package dev.kontor.kernel.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.TestCompany;
import dev.kontor.kernel.order.OrderRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The shelf of documents")
@ParameterizedClass
@EnumSource(Database.class)
class DocumentShelfTest {

    private static final OrderNumber ORDER = new OrderNumber("SO-2026-00001");
    private static final DocumentKind CONTRACT = new DocumentKind("entry.contract");
    private static final String PDF = "%PDF-1.7 contract";

    @TempDir
    Path folder;

    private final TestCompany company;
    private DocumentShelf shelf;

    DocumentShelfTest(Database database) {
        company = TestCompany.on(database);
    }

    @BeforeEach
    void fresh() throws IOException {
        List.of("document", "upload", "order").forEach(table -> company.sql("delete from kernel_" + table));
        shelf = new DocumentShelf(
                company.transactions(), company.rows(), new OrderRows(company.rows(), company.clock()), folder);
    }

    @Test
    void aFileThatFindsNoRoomIsRefusedInWordsAndLeavesNothing() throws IOException {
        InputStream full = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> shelf.take("contract.pdf", full)).isInstanceOfSatisfying(
                Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.STORAGE_FULL));
        assertThat(incoming()).isEmpty();
    }

    @Test
    void keepsAFileByTheDigestOfItsContent() throws IOException {
        Upload upload = take("合同.pdf", PDF);
        assertThat(upload.type()).isEqualTo("application/pdf");
        assertThat(upload.size()).isEqualTo(PDF.length());
        assertThat(folder.resolve(upload.digest().substring(0, 2)).resolve(upload.digest().substring(2, 4)).resolve(upload.digest()))
                .hasContent(PDF);
        assertThat(take("again.pdf", PDF).digest()).isEqualTo(upload.digest());
        assertThat(shelf.taken(new Upload("", "", 0, upload.digest())).orElseThrow().name()).isEqualTo("again.pdf");
        assertThat(shelf.taken(upload)).contains(upload);
        assertThat(shelf.taken(new Upload("x", "text/html", 1, "0".repeat(64)))).isEmpty();
        assertThat(incoming()).isEmpty();
    }

    @Test
    void findsTheTypeFromTheContent() throws IOException {
        assertThat(take("x.exe", PDF).type()).isEqualTo("application/pdf");
        assertThat(take("x", "\u0089PNG\r\n\u001a\n...").type()).isEqualTo("image/png");
        assertThat(take("x", "\u00ff\u00d8\u00ff\u00e0..").type()).isEqualTo("image/jpeg");
        assertThat(take("x", "II*\0....").type()).isEqualTo("image/tiff");
        assertThat(take("x.csv", "a;b\n1;2\n").type()).isEqualTo("text/plain");
        assertThat(take("x.docx", zip("[Content_Types].xml", "word/document.xml")).type()).contains("wordprocessingml");
        assertThat(take("x.xlsx", zip("[Content_Types].xml", "xl/workbook.xml")).type()).contains("spreadsheetml");
        assertThat(take("x.ofd", zip("OFD.xml", "Doc_0/Document.xml")).type()).isEqualTo("application/ofd");
        assertThat(take("x.xml", "\uFEFF<?xml version='1.0' encoding='UTF-8'?><EInvoice><金额>1</金额></EInvoice>".getBytes(StandardCharsets.UTF_8)).type())
                .isEqualTo("application/xml");
        assertThat(take("x.xml", "<?xml version='1.0' encoding='GB18030'?><发票/>".getBytes(Charset.forName("GB18030"))).type())
                .isEqualTo("application/xml");
        assertThat(take("x.txt", "合同".getBytes(Charset.forName("GB18030"))).type()).isEqualTo("text/plain");
        assertThat(take("x.doc", ole("WordDocument")).type()).isEqualTo("application/msword");
    }

    @Test
    @DisplayName("R-6.10: electronic signatures and certificates are taken in, bare or as text; other binary files are not")
    void takesSignaturesAndCertificates() throws IOException {
        for (String sequence : List.of("308202b0", "3081f0", "30830102b0", "3080")) {
            assertThat(take("x.p7s", HexFormat.of().parseHex(sequence + "06092a864886f70d010702a0820000")).type())
                    .isEqualTo("application/pkcs7-signature");
        }
        assertThat(take("x.cer", HexFormat.of().parseHex("308203b03082029aa003020102020101")).type()).isEqualTo("application/pkix-cert");
        assertThat(take("x.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n").type()).isEqualTo("text/plain");
        assertRefused(HexFormat.of().parseHex("308202b006092a864886f70d010703a0820000"), Refused.Reason.INVALID); // encrypted, not signed
        assertRefused(HexFormat.of().parseHex("0102030405060708"), Refused.Reason.INVALID);
    }

    @Test
    void refusesWhatRunsOrDraws() {
        for (String hostile : List.of(
                "MZ\u0090\0\u0003", "\u007fELF\u0002", "#!/bin/sh\nrm -rf /", "<!DOCTYPE html><p>x", " \n<HTML>", "x <script>alert(1)</script>",
                "<svg xmlns='http://www.w3.org/2000/svg'/>", "<?php echo 1;", "@echo off", "PK\u0003\u0004 broken")) {
            assertRefused(hostile.getBytes(StandardCharsets.ISO_8859_1), Refused.Reason.INVALID);
        }
        assertRefused(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), Refused.Reason.INVALID);
        assertRefused(zip("[Content_Types].xml", "xl/workbook.xml", "xl/macrosheets/sheet1.xml"), Refused.Reason.INVALID);
        assertRefused(zip("[Content_Types].xml", "word/document.xml", "../../etc/passwd"), Refused.Reason.INVALID);
        assertRefused(zip("META-INF/MANIFEST.MF", "Main.class"), Refused.Reason.INVALID);
        assertRefused(ole("WordDocument", "_VBA_PROJECT"), Refused.Reason.INVALID);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void refusesXmlThatIsMoreThanData() {
        for (String hostile : List.of(
                "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
                "<?xml version='1.0'?><!DOCTYPE x><x/>",
                "<?xml version='1.0'?><x>&e;</x>",
                "<?xml version='1.0'?><?xml-stylesheet type='text/xsl' href='x.xsl'?><x/>",
                "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>",
                "<?xml version='1.0'?><x><s:svg xmlns:s='http://www.w3.org/2000/svg'/></x>",
                "<?xml version='1.0'?><x>" + " ".repeat(9_000) + "<SCRIPT/></x>",
                "<?xml version='1.0'?><x>", "<?xml version='1.0'?><x/><y/>", "<?xml version='1.0'?>")) {
            assertRefused(hostile.getBytes(StandardCharsets.UTF_8), Refused.Reason.INVALID);
        }
    }

    @Test
    void aPartnersBundleIsTakenInAndFiledWithNoOrder() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(content)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write("Manifest-Version: 1.0\r\nBundle-SymbolicName: dev.acme.lift\r\n".getBytes(StandardCharsets.UTF_8));
        }
        Upload bundle = take("lift.jar", content.toByteArray());
        assertThat(bundle.type()).isEqualTo("application/java-archive");
        assertThatThrownBy(() -> file(bundle)).isInstanceOfSatisfying(
                Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.INVALID));
    }

    @Test
    void takes25MegabytesAndNotOneByteMore() throws IOException {
        byte[] most = Arrays.copyOf(PDF.getBytes(StandardCharsets.UTF_8), (int) Documents.MAX_BYTES);
        assertThat(take("x.pdf", most).size()).isEqualTo(Documents.MAX_BYTES);
        assertRefused(Arrays.copyOf(most, most.length + 1), Refused.Reason.TOO_LARGE);
        assertRefused(new byte[0], Refused.Reason.INVALID);
    }

    @Test
    void stopsReadingAnEndlessFile() {
        InputStream endless = new InputStream() {
            private long read;

            @Override
            public int read() {
                assertThat(++read).isLessThan(Documents.MAX_BYTES + 1_000_000);
                return 'x';
            }
        };
        assertThat(catchThrowableOfType(Refused.class, () -> shelf.take("x", endless)).reason())
                .isEqualTo(Refused.Reason.TOO_LARGE);
    }

    @Test
    void cleansNames() throws IOException {
        assertThat(take("../../etc/passwd.pdf", PDF).name()).isEqualTo("passwd.pdf");
        assertThat(take("C:\\Users\\x\\合同.pdf", PDF).name()).isEqualTo("合同.pdf");
        assertThat(take("a\u202Efdp.exe\u0000\n.pdf", PDF).name()).isEqualTo("afdp.exe.pdf");
        assertThat(take("..", PDF).name()).isEqualTo("document");
        assertThat(take("x".repeat(300) + ".pdf", PDF).name()).hasSize(200).endsWith(".pdf");
    }

    @Test
    void aFiledDocumentIsForWhoMaySeeTheOrder() throws IOException {
        order();
        Upload upload = take("合同.pdf", PDF);
        Document document = file(upload);

        assertThat(shelf.of(ORDER)).containsExactly(document);
        for (Role role : List.of(Role.SALES_HEAD, Role.LEGAL_REVIEWER, Role.AUDITOR)) {
            assertThat(shelf.document(document.id(), person("x", role))).as(role.value()).contains(document);
            assertThat(shelf.of(ORDER, person("x", role))).hasSize(1);
        }
        assertThat(shelf.document(document.id(), person("lina", Role.SALES_REP))).contains(document);
        for (Role role : List.of(Role.SALES_REP, Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, new Role("entry.importer"))) {
            assertThat(shelf.document(document.id(), person("x", role))).as(role.value()).isEmpty();
            assertThat(shelf.of(ORDER, person("x", role))).isEmpty();
        }
        assertThat(shelf.open(document)).hasContent(PDF);
    }

    @Test
    void aChangedFileIsNotHandedOut() throws IOException {
        order();
        Document document = file(take("合同.pdf", PDF));
        Path file = folder.resolve(document.digest().substring(0, 2)).resolve(document.digest().substring(2, 4)).resolve(document.digest());
        Files.writeString(file, PDF.replace("contract", "Contract"));
        assertThatThrownBy(() -> shelf.open(document)).isInstanceOf(IOException.class);
    }

    @Test
    void whatWasNotTakenInIsNotFiled() {
        Upload invented = new Upload("x.pdf", "application/pdf", 1, "a".repeat(64));
        assertThat(catchThrowableOfType(Refused.class, () -> file(invented)).reason()).isEqualTo(Refused.Reason.INVALID);
    }

    private Document file(Upload upload) {
        return company.transactions().command(
                () -> shelf.file(ORDER, CONTRACT, upload, new PersonId("lina"), Instant.ofEpochMilli(1_000)));
    }

    private void order() {
        company.sql(
                "insert into kernel_order (number, running, revision, contract_key, contract, contract_kind, call_off, content,"
                        + " customer, customer_name, signed_on, representative, milestone, total, currency, judged, registered_at,"
                        + " version) values (?, 1, 0, 'x', 'x', 'x', '', '{}', 'C', 'C', '2026-03-02', 'lina', 'x.y', 0, 'CNY', 1, 0, 1)",
                ORDER);
    }

    private static Person person(String name, Role role) {
        return new Person(new PersonId(name), name, Set.of(role), "en");
    }

    private void assertRefused(byte[] content, Refused.Reason reason) {
        Refused refused = catchThrowableOfType(Refused.class, () -> take("x.pdf", content));
        assertThat(refused).as(new String(content, 0, Math.min(20, content.length), StandardCharsets.ISO_8859_1)).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
    }

    private Upload take(String name, String content) throws IOException {
        return take(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Upload take(String name, byte[] content) throws IOException {
        return shelf.take(name, new ByteArrayInputStream(content));
    }

    private List<Path> incoming() {
        try (Stream<Path> files = Files.list(folder.resolve("incoming"))) {
            return files.toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] ole(String... streams) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1});
        Arrays.stream(streams).forEach(name -> content.writeBytes(name.getBytes(StandardCharsets.UTF_16LE)));
        return content.toByteArray();
    }

    private static byte[] zip(String... names) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(content)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return content.toByteArray();
    }
}
