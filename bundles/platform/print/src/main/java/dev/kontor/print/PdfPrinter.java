package dev.kontor.print;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.text.Texts;
import dev.kontor.api.time.Clock;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lays papers out as XHTML with one style sheet, for keeping (PDF/A-2u): of its two typefaces what is used is embedded,
 * nothing is loaded from anywhere else, and nothing in the file depends on when it was made.
 */
@Component
public final class PdfPrinter implements Printer {

    private final Texts texts;
    private final Documents documents;
    private final Clock clock;
    private final String style;

    @Activate
    public PdfPrinter(@Reference Texts texts, @Reference Documents documents, @Reference Clock clock) {
        this.texts = texts;
        this.documents = documents;
        this.clock = clock;
        this.style = new String(read("paper.css"), StandardCharsets.UTF_8);
    }

    @Override
    public Upload print(Paper paper, String language) {
        try {
            return documents.take(paper.name() + ".pdf", new ByteArrayInputStream(pdf(paper, language)));
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be taken in.".formatted(paper.name()), e);
        }
    }

    byte[] pdf(Paper paper, String language) {
        String sheet = Sheet.of(paper, new Spoken(texts, Locale.forLanguageTag(language), clock.zone()), style);
        try {
            return laidOut(sheet);
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be laid out.".formatted(paper.name()), e);
        }
    }

    /** One after the other: the typefaces are read once, and their tables fill as they are used. */
    private synchronized byte[] laidOut(String sheet) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(sheet, "");
        builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
        builder.useColorProfile(Face.COLOURS);
        builder.useUriResolver((base, address) -> "");
        try (PDDocument document = new PDDocument()) {
            builder.usePDDocument(document);
            builder.useFont(new PDFontSupplier(PDType0Font.load(document, Face.LATIN, true)), "Latin");
            builder.useFont(new PDFontSupplier(PDType0Font.load(document, Face.HAN, true)), "Han");
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
            }
            withoutDate(document, sheet);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /** When a paper was made says nothing about it and stands in the journal; without, equal papers are equal files. */
    private static void withoutDate(PDDocument document, String sheet) throws IOException {
        document.getDocumentInformation().setCreationDate(null);
        PDMetadata about = document.getDocumentCatalog().getMetadata();
        String dateless = new String(about.toByteArray(), StandardCharsets.UTF_8).replaceAll("<xmp:CreateDate>[^<]*</xmp:CreateDate>", "");
        document.getDocumentCatalog()
                .setMetadata(new PDMetadata(document, new ByteArrayInputStream(dateless.getBytes(StandardCharsets.UTF_8))));
        document.setDocumentId((long) sheet.hashCode());
    }

    private static byte[] read(String name) {
        try (InputStream in = PdfPrinter.class.getResourceAsStream("/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is part of this bundle.", e);
        }
    }

    /** Read when the first paper is printed. */
    private static final class Face {
        private static final TrueTypeFont LATIN = typeface("org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
        private static final TrueTypeFont HAN = typeface("fonts/DroidSansFallbackFull.ttf");

        /** Of the bundle's own copy of the library. */
        static {
            FontMappers.set(new OwnTypefaces(LATIN));
            XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        }

        private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

        private static TrueTypeFont typeface(String name) {
            try {
                TrueTypeFont typeface = new TTFParser().parse(new RandomAccessReadBuffer(read(name)));
                typeface.setEnableGsub(false); // no ligatures: a word is found as it was typed
                return typeface;
            } catch (IOException e) {
                throw new UncheckedIOException(name + " is part of this bundle.", e);
            }
        }
    }
}
