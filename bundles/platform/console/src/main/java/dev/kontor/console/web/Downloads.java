package dev.kontor.console.web;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.text.Text;
import dev.kontor.console.pages.DocumentPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands documents out: as files to keep, never as pages of ours. {@code <id>/look} is for the preview on a page of ours. */
@Component(service = Downloads.class)
public final class Downloads {

    /** Instead of a document's id: a file of a page. */
    private static final String OF = "of";

    private final Documents documents;
    private final Navigation navigation;
    private final Desk desk;

    @Activate
    public Downloads(@Reference Documents documents, @Reference Navigation navigation, @Reference Desk desk) {
        this.documents = documents;
        this.navigation = navigation;
        this.desk = desk;
    }

    void handle(Exchange exchange) throws IOException {
        List<String> tail = exchange.tail("/documents");
        if (tail.size() > 1 && tail.get(0).equals(OF)) {
            ofPage(exchange, String.join("/", tail.subList(1, tail.size())));
            return;
        }
        boolean look = tail.size() == 2 && tail.get(1).equals("look");
        String id = look ? tail.get(0) : String.join("/", tail);
        Document document = documents.document(id, exchange.person())
                .filter(found -> !look || DocumentPage.canBeShown(found.type()))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("console.no-document")));
        try (InputStream content = documents.open(document)) {
            send(exchange.response(), new Upload(document.name(), document.type(), document.size(), document.digest()), content, look);
        }
    }

    /** To those who may open the page. */
    private void ofPage(Exchange exchange, String address) throws IOException {
        Page page = navigation.opened(address, exchange.person());
        Query query = new Query(exchange.person(), Navigation.tail(page, address), Map.of());
        Upload file = desk.read(() -> page.file(query))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("console.no-document")));
        try (InputStream content = documents.open(file)) {
            send(exchange.response(), file, content, false);
        }
    }

    private static void send(HttpServletResponse response, Upload file, InputStream content, boolean look) throws IOException {
        if (look) {
            Headers.inFrame(response, file.type());
        } else {
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        }
        response.setContentType(file.type());
        response.setContentLengthLong(file.size());
        String way = look ? "inline" : "attachment";
        response.setHeader("Content-Disposition", way + "; filename*=UTF-8''" + encoded(file.name()));
        content.transferTo(response.getOutputStream());
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
