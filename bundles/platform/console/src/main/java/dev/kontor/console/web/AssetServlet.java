package dev.kontor.console.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Serves the assets; also while the platform is not ready, for the page that says so. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/assets/*")
public final class AssetServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Assets assets;

    @Activate
    public AssetServlet(@Reference Assets assets) {
        this.assets = assets;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Headers.common(response);
        String path = Objects.toString(request.getPathInfo(), "/").substring(1);
        Optional<Assets.Asset> found = assets.at(path);
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Assets.Asset asset = found.get();
        response.setContentType(asset.type());
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("Vary", "Accept-Encoding");
        boolean small = asset.gzip().length > 0 && Headers.takesGzip(request);
        if (small) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] body = small ? asset.gzip() : asset.plain();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
