package dev.kontor.console.web;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.api.wall.Wall;
import dev.kontor.console.export.Extract;
import dev.kontor.console.export.Format;
import dev.kontor.console.export.WholePage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /export/<page>?<what narrows it>}: a page's rows as a file. Recorded before the first row leaves. */
@Component(service = Exports.class)
public final class Exports {

    /** The most that a part of a list has. */
    private static final String PART = "200";

    private final Desk desk;
    private final Wall wall;
    private final Navigation navigation;
    private final Clock clock;
    private final Papers papers;

    @Activate
    public Exports(
            @Reference Desk desk, @Reference Wall wall, @Reference Navigation navigation, @Reference Clock clock, @Reference Papers papers) {
        this.desk = desk;
        this.wall = wall;
        this.navigation = navigation;
        this.clock = clock;
        this.papers = papers;
    }

    void handle(Exchange exchange) throws IOException {
        String address = String.join("/", exchange.tail("/export"));
        Optional<Format> format = Stream.of(Format.values())
                .filter(each -> each.ending().equals(exchange.parameter("format")))
                .findFirst();
        boolean paper = exchange.parameter("format").equals(Papers.FORMAT);
        if (!exchange.posts() || format.isEmpty() && !paper) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("console.no-page", address));
        }
        Page page = navigation.opened(address, exchange.person());
        String query = Objects.toString(exchange.request().getQueryString(), "");
        View first = show(page, exchange, address, query);
        if (!Extract.possible(first)) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("console.export.nothing"));
        }
        note(exchange, address, query, exchange.parameter("format"));
        if (paper) {
            head(exchange, first, Papers.FORMAT);
            papers.send(exchange, WholePage.of(first, next -> part(page, exchange, address, first, next)), "page");
        } else {
            send(exchange, format.get(), page, address, first);
        }
    }

    private View show(Page page, Exchange exchange, String address, String query) {
        Map<String, String> parameters = new HashMap<>(Map.of("rows", PART));
        Stream.of(query.split("&"))
                .filter(each -> each.contains("="))
                .map(each -> each.split("=", 2))
                .forEach(each -> parameters.put(decoded(each[0]), decoded(each[1])));
        Query asked = new Query(exchange.person(), Navigation.tail(page, address), parameters);
        return wall.reading(page, () -> desk.read(() -> page.show(asked)));
    }

    private static String decoded(String words) {
        try {
            return URLDecoder.decode(words, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbled) {
            return words;
        }
    }

    private void note(Exchange exchange, String address, String query, String format) {
        Values values = new Values(Map.of(
                "list", address,
                "query", URLDecoder.decode(query.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8),
                "format", format));
        desk.submit(new Request(
                exchange.person(), "lists/export", Optional.empty(), Optional.empty(), -1, values, Ui.fresh()));
    }

    /** A file to keep, by the page's title and the day. */
    private void head(Exchange exchange, View first, String ending) {
        String name = exchange.ui().say(first.title()) + "-" + clock.today() + "." + ending;
        exchange.response().setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        exchange.response().setHeader("Content-Disposition", "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A"));
    }

    /** Only parts of this page are followed: a list may also point to another page that shows more. */
    private View part(Page page, Exchange exchange, String address, View first, String next) {
        String[] parts = next.split("\\?", 2);
        boolean here = parts[0].equals(address);
        return here ? show(page, exchange, address, parts.length < 2 ? "" : parts[1]) : View.of(first.title());
    }

    private void send(Exchange exchange, Format format, Page page, String address, View first) throws IOException {
        Ui ui = exchange.ui();
        HttpServletResponse response = exchange.response();
        head(exchange, first, format.ending());
        response.setContentType(format.type());
        Extract extract = new Extract(ui.texts(), ui.formats(), first, next -> part(page, exchange, address, first, next));
        try {
            extract.write(format, response.getOutputStream());
        } catch (RuntimeException broken) {
            if (response.isCommitted()) {
                // Part of the file has left: the connection breaks, so that nobody takes the part for the whole.
                throw new IOException("The export of %s broke off.".formatted(page.path()), broken);
            }
            throw broken;
        }
    }
}
