package dev.kontor.console.web;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Documents;
import dev.kontor.api.text.Text;
import dev.kontor.console.pages.DocumentPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands documents out: as files to keep, never as pages of ours. {@code <id>/look} is for the preview on a page of ours. */
@Component(service = Downloads.class)
public final class Downloads {

    private final Documents documents;

    @Activate
    public Downloads(@Reference Documents documents) {
        this.documents = documents;
    }

    void handle(Exchange exchange) throws IOException {
        List<String> tail = exchange.tail("/documents");
        boolean look = tail.size() == 2 && tail.get(1).equals("look");
        String id = look ? tail.get(0) : String.join("/", tail);
        Document document = documents.document(id, exchange.person())
                .filter(found -> !look || DocumentPage.canBeShown(found.type()))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("console.no-document")));
        try (InputStream content = documents.open(document)) {
            HttpServletResponse response = exchange.response();
            if (look) {
                Headers.inFrame(response, document.type());
            } else {
                response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            }
            response.setContentType(document.type());
            response.setContentLengthLong(document.size());
            String way = look ? "inline" : "attachment";
            response.setHeader("Content-Disposition", way + "; filename*=UTF-8''" + encoded(document.name()));
            content.transferTo(response.getOutputStream());
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
