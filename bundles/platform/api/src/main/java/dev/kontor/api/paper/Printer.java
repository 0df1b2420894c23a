package dev.kontor.api.paper;

import dev.kontor.api.document.Upload;
import org.osgi.annotation.versioning.ProviderType;

/** Makes papers. The same paper in the same language has the same bytes, and so the same digest. Thread-safe. */
@ProviderType
public interface Printer {

    /**
     * As a PDF with its type embedded, taken in like a file that came with a request: to be filed with
     * {@link dev.kontor.api.desk.OrderFile#file} or opened with {@link dev.kontor.api.document.Documents#open}.
     *
     * @param language BCP 47, {@code zh-CN} or {@code en}
     */
    Upload print(Paper paper, String language);
}
