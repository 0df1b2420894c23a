package dev.kontor.console.web;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.event.Notifications;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Accounts.Session;
import dev.kontor.api.text.Text;
import dev.kontor.console.Tracked;
import dev.kontor.console.draw.Sheet;
import dev.kontor.console.export.Extract;
import dev.kontor.console.form.FormSheet;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a view, a form or a refusal into the console's frame. */
@Component(service = PageDrawing.class)
public final class PageDrawing {

    private static final Logger LOG = LoggerFactory.getLogger(PageDrawing.class);
    private static final String RETRY_SECONDS = "5";

    private final Desk desk;
    private final Views views;
    private final Navigation navigation;
    private final Flashes flashes;
    private final Tracked<Notifications> notifications;

    @Activate
    public PageDrawing(
            BundleContext context,
            @Reference Desk desk,
            @Reference Views views,
            @Reference Navigation navigation,
            @Reference Flashes flashes) {
        this.desk = desk;
        this.views = views;
        this.navigation = navigation;
        this.flashes = flashes;
        this.notifications = Tracked.of(context, Notifications.class);
    }

    @Deactivate
    public void close() {
        notifications.close();
    }

    /** @param whole the page itself and not one thing on it: its tables can be carried out; of one thing what is sorted can */
    void view(Exchange exchange, View view, boolean whole) throws IOException {
        boolean tables = whole ? Extract.possible(view) : Extract.lists(view);
        String export = tables ? fromTheStart(exchange.ui().here().substring(1)) : "";
        Map<String, Object> parameters = Map.of("view", view, "sheet", sheet(exchange), "export", export);
        send(exchange, 200, "view", view.title(), parameters, view.live());
    }

    /** Without the place within a list. */
    private static String fromTheStart(String address) {
        return address.replaceAll("(?<=[?&])(after|before)=[^&]*&?", "").replaceFirst("[?&]$", "");
    }

    void form(Exchange exchange, int status, FormSheet form) throws IOException {
        send(exchange, status, "do", form.offer().title(), Map.of("form", form), List.of());
    }

    void secret(Exchange exchange, Answer answer) throws IOException {
        send(exchange, 200, "secret", Text.of("console.secret"), Map.of("said", answer.said(), "secret", answer.id()), List.of());
    }

    /**
     * With what was typed, when there was something.
     *
     * @param reference empty for a refusal in words
     */
    void refusal(Exchange exchange, int status, Text words, String reference) throws IOException {
        Text title = Text.of("console.error." + (status == 403 || status == 404 || status == 503 ? status : 500));
        send(exchange, status, "error", title, Map.of("status", status, "words", words, "reference", reference, "typed", exchange.typed()), List.of());
    }

    void navigation(Exchange exchange) throws IOException {
        Map<String, Object> parameters = Map.of(
                "ui", exchange.ui(), "groups", navigation.groups(exchange.person(), exchange.parameter("at")));
        views.send(exchange.request(), exchange.response(), 200, views.draw("nav", exchange.ui(), parameters));
    }

    void bell(Exchange exchange) throws IOException {
        Map<String, Object> parameters = Map.of("ui", exchange.ui(), "unread", unread(exchange));
        views.send(exchange.request(), exchange.response(), 200, views.draw("bell", exchange.ui(), parameters));
    }

    private Sheet sheet(Exchange exchange) {
        return new Sheet(exchange.ui(), ask -> offered(exchange, ask));
    }

    private Optional<FormSheet> offered(Exchange exchange, Block.Ask ask) {
        try {
            return Optional.of(CommandForms.sheet(desk, ask, exchange.person()));
        } catch (Refused notOffered) {
            return Optional.empty();
        } catch (RuntimeException failed) { // the wall: its form is missing, the page is not
            LOG.error("The form of {} is missing on a page.", ask.command(), failed);
            return Optional.empty();
        }
    }

    private void send(Exchange exchange, int status, String template, Text title, Map<String, Object> own, List<String> live)
            throws IOException {
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            exchange.response().setHeader("Retry-After", RETRY_SECONDS);
        }
        Map<String, Object> parameters = new HashMap<>(own);
        parameters.put("ui", exchange.ui());
        Optional<Session> session = exchange.session();
        byte[] page;
        if (session.isEmpty()) {
            page = views.draw("bare", exchange.ui(), Map.of("ui", exchange.ui(), "title", title, "body", part(template, parameters)));
        } else {
            Map<String, Object> frame = new HashMap<>();
            frame.put("ui", exchange.ui());
            frame.put("title", title);
            frame.put("live", live);
            frame.put("flash", flashes.take(session.get().token()));
            frame.put("body", part(template, parameters));
            boolean part = exchange.fragment() && "main".equals(exchange.request().getHeader("HX-Target"));
            if (!part) {
                frame.put("groups", navigation.groups(exchange.person(), exchange.path().substring(1)));
                frame.put("unread", unread(exchange));
            }
            page = views.draw(part ? "main" : "layout", exchange.ui(), frame);
        }
        views.send(exchange.request(), exchange.response(), status, page);
    }

    private Content part(String template, Map<String, Object> parameters) {
        return output -> views.into(template, parameters, output);
    }

    private int unread(Exchange exchange) {
        return notifications.first().map(found -> found.unread(exchange.person())).orElse(0);
    }
}
