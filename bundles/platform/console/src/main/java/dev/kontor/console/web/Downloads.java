package dev.kontor.console.web;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Documents;
import dev.kontor.api.text.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands documents out: as files to keep, never as pages of ours. */
@Component(service = Downloads.class)
public final class Downloads {

    private final Documents documents;

    @Activate
    public Downloads(@Reference Documents documents) {
        this.documents = documents;
    }

    void handle(Exchange exchange) throws IOException {
        String id = String.join("/", exchange.tail("/documents"));
        Document document = documents.document(id, exchange.person())
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("console.no-document")));
        try (InputStream content = documents.open(document)) {
            HttpServletResponse response = exchange.response();
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            response.setContentType(document.type());
            response.setContentLengthLong(document.size());
            response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(document.name()));
            content.transferTo(response.getOutputStream());
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
