package dev.kontor.rest;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Files: taken in before a command files them with an order, and given out again. */
@Component(service = DocumentResource.class)
@JakartarsResource
@Path("v1/documents")
public class DocumentResource {

    /** @param handle what a command's FILE field takes */
    record Taken(String handle, String name, String type, long size) {}

    private final Door door;
    private final Office office;

    @Activate
    public DocumentResource(@Reference Door door, @Reference Office office) {
        this.door = door;
        this.office = office;
    }

    /** The body is the file itself, whatever content type is said: the type is found from the content. */
    @POST
    public Response take(@Context HttpServletRequest request, @QueryParam("name") @DefaultValue("") String name) {
        return door.open(request, caller -> {
            if (name.isBlank()) {
                throw Refused.at("name", Text.of("rest.name-needed"));
            }
            if (request.getContentLengthLong() > Documents.MAX_BYTES) {
                throw Refused.because(Refused.Reason.TOO_LARGE, Text.of("rest.file-too-large"));
            }
            InputStream limited = new LimitedStream(request.getInputStream(), Documents.MAX_BYTES);
            Upload upload = office.documents().take(name.strip(), limited);
            return new Taken(upload.digest(), upload.name(), upload.type(), upload.size());
        });
    }

    @GET
    @Path("{id}")
    public Response content(@Context HttpServletRequest request, @PathParam("id") String id) {
        return door.open(request, caller -> {
            Document document = office.read(() -> office.documents()
                    .document(id, caller.person())
                    .orElseThrow(() -> Asked.notFound("rest.no-such-document", id)));
            InputStream content = office.documents().open(document);
            StreamingOutput copy = out -> {
                try (content) {
                    content.transferTo(out);
                }
            };
            String name = URLEncoder.encode(document.name(), StandardCharsets.UTF_8).replace("+", "%20");
            return Door.headers(Response.ok(copy), caller.language())
                    .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                    .header("ETag", "\"" + document.digest() + "\"")
                    .header("Content-Length", document.size())
                    .type(document.type())
                    .build();
        });
    }
}
