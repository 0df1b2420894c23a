package dev.kontor.console.web;

import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Accounts.Session;
import dev.kontor.console.live.Browsers;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /events}: what happens, as server-sent events. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/events")
@HttpWhiteboardServletAsyncSupported
public final class EventServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Accounts accounts;
    private final transient Browsers browsers;
    private final boolean proxied;

    @Activate
    public EventServlet(BundleContext context, @Reference Accounts accounts, @Reference Browsers browsers) {
        this.accounts = accounts;
        this.browsers = browsers;
        this.proxied = "true".equals(context.getProperty("kontor.proxy"));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Headers.page(response);
        Optional<Session> session = Console.session(accounts, request, proxied).filter(found -> !found.oneTime());
        if (session.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        browsers.welcome(session.get().person().id(), async);
    }
}
