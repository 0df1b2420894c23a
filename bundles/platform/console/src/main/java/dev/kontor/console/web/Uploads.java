package dev.kontor.console.web;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import dev.kontor.console.health.Json;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code POST /upload}: takes one file in while the rest of the form is still being filled in, so that its progress can be
 * seen and a refusal costs nothing that was typed. Files nothing: the form that follows carries the handle.
 */
@Component(service = Uploads.class)
public final class Uploads {

    private final Documents documents;
    private final Texts texts;

    @Activate
    public Uploads(@Reference Documents documents, @Reference Texts texts) {
        this.documents = documents;
        this.texts = texts;
    }

    void handle(Exchange exchange) throws IOException {
        if (!exchange.posts()) {
            exchange.response().setHeader("Allow", "POST");
            answer(exchange, 405, "{}");
            return;
        }
        try {
            Upload upload = take(exchange.request().getPart("file"));
            answer(exchange, 200, "{\"handle\":%s,\"name\":%s}".formatted(Json.quote(upload.digest()), Json.quote(upload.name())));
        } catch (Refused refused) {
            String words = texts.say(refused.words(), exchange.ui().locale());
            answer(exchange, Asked.status(refused.reason()), "{\"refused\":%s}".formatted(Json.quote(words)));
        } catch (ServletException noForm) {
            answer(exchange, 400, "{}");
        }
    }

    private Upload take(Part part) throws IOException {
        if (part == null) {
            throw Refused.because(Refused.Reason.INVALID, Text.of("form.file"));
        }
        try (InputStream content = part.getInputStream()) {
            return documents.take(Objects.toString(part.getSubmittedFileName(), "file"), content);
        }
    }

    private static void answer(Exchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.response().setStatus(status);
        exchange.response().setContentType("application/json");
        exchange.response().setContentLength(body.length);
        exchange.response().getOutputStream().write(body);
    }
}
