package dev.kontor.console.web;

import dev.kontor.api.people.Accounts.Session;
import dev.kontor.api.text.Text;
import dev.kontor.console.health.Readiness;
import dev.kontor.console.health.Unavailable;
import dev.kontor.console.text.Messages;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Stands where the console will be, while the services that it needs are not there yet. */
@Component(service = {Servlet.class, Gate.class}, property = "service.ranking:Integer=-100")
@HttpWhiteboardServletPattern("/*")
public final class Gate extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int AGAIN_AFTER_S = 2;

    private final transient Readiness readiness;
    private final transient Messages messages;
    private final transient Assets assets;
    private final transient Views views;

    @Activate
    public Gate(@Reference Readiness readiness, @Reference Messages messages, @Reference Assets assets, @Reference Views views) {
        this.readiness = readiness;
        this.messages = messages;
        this.assets = assets;
        this.views = views;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Unavailable.asksMachine(request)) {
            Unavailable.answer(request, response, messages.say(Text.of("console.rest-absent"), request.getLocale()), AGAIN_AFTER_S);
        } else {
            page(request, response);
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Headers.page(response);
        response.setHeader("Retry-After", Integer.toString(AGAIN_AFTER_S));
        Optional<Session> nobody = Optional.empty();
        Ui ui = new Ui(messages, messages.formats(Exchange.language(request, nobody)), assets, nobody, "", "/", false, false);
        List<String> missing = readiness.missing().values().stream().map(ui::say).toList();
        views.send(request, response, 503, views.draw("starting", ui, Map.of("ui", ui, "missing", missing)));
    }
}
