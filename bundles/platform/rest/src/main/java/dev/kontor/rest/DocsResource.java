package dev.kontor.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The description of the interface, for people: Swagger UI, all of it from here. */
@Component(service = DocsResource.class)
@JakartarsResource
@Path("docs")
public class DocsResource {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> FILES = Map.of(
            "index.html", "text/html;charset=utf-8",
            "swagger-ui.css", "text/css;charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript;charset=utf-8",
            "start.js", "text/javascript;charset=utf-8",
            "page.css", "text/css;charset=utf-8",
            "LICENSE.txt", "text/plain;charset=utf-8");

    private final Door door;

    @Activate
    public DocsResource(@Reference Door door) {
        this.door = door;
    }

    @GET
    public Response page(@Context HttpServletRequest request) {
        return door.anybody(request, language -> Response.temporaryRedirect(URI.create("/api/docs/index.html")).build());
    }

    @GET
    @Path("{file}")
    public Response file(@Context HttpServletRequest request, @PathParam("file") String file) {
        return door.anybody(request, language -> {
            if (!FILES.containsKey(file)) {
                throw Asked.notFound("rest.no-such-page", file);
            }
            return Response.ok(content(file))
                    .header("Content-Type", FILES.get(file))
                    .header("Content-Security-Policy", POLICY)
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Cache-Control", "public, max-age=3600")
                    .build();
        });
    }

    private static byte[] content(String file) throws IOException {
        try (InputStream content = DocsResource.class.getResourceAsStream("/docs/" + file)) {
            if (content == null) {
                throw new IOException("The bundle does not hold docs/%s.".formatted(file));
            }
            return content.readAllBytes();
        }
    }
}
