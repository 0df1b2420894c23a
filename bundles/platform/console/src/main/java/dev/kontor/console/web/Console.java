package dev.kontor.console.web;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Accounts.Session;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.api.wall.Wall;
import dev.kontor.console.health.Readiness;
import dev.kontor.console.text.Messages;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletMultipart;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The front door: who asks, whether it may be one of our own forms, and who answers. */
@Component(service = {Servlet.class, Console.class}, property = "osgi.http.whiteboard.servlet.multipart.maxFileCount:Long=20000")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletMultipart(enabled = true, fileSizeThreshold = 65_536, maxFileSize = 27_000_000, maxRequestSize = 60_000_000)
public final class Console extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    private final transient Accounts accounts;
    private final transient Desk desk;
    private final transient Wall wall;
    private final transient Clock clock;
    private final transient Readiness readiness;
    private final transient Gate gate;
    private final transient Messages messages;
    private final transient Assets assets;
    private final transient SignIn signIn;
    private final transient Navigation navigation;
    private final transient PageDrawing drawing;
    private final transient Map<String, Handler> handlers;
    private final boolean proxied;

    @Activate
    public Console(
            BundleContext context,
            @Reference Accounts accounts,
            @Reference Desk desk,
            @Reference Wall wall,
            @Reference Clock clock,
            @Reference Readiness readiness,
            @Reference Gate gate,
            @Reference Messages messages,
            @Reference Assets assets,
            @Reference SignIn signIn,
            @Reference Navigation navigation,
            @Reference PageDrawing drawing,
            @Reference CommandForms forms,
            @Reference Downloads downloads,
            @Reference Parcels parcels,
            @Reference Uploads uploads,
            @Reference Exports exports,
            @Reference Suggestions suggestions) {
        this.accounts = accounts;
        this.desk = desk;
        this.wall = wall;
        this.clock = clock;
        this.readiness = readiness;
        this.gate = gate;
        this.messages = messages;
        this.assets = assets;
        this.signIn = signIn;
        this.navigation = navigation;
        this.drawing = drawing;
        this.proxied = "true".equals(context.getProperty("kontor.proxy"));
        this.handlers = Map.of(
                "do", forms::handle,
                "documents", downloads::handle,
                "parcels", parcels::handle,
                "upload", uploads::handle,
                "export", exports::handle,
                "suggest", suggestions::handle,
                "nav", drawing::navigation,
                "bell", drawing::bell);
    }

    /** What it answers itself, whatever page there is: names of no department ({@link dev.kontor.api.department.DepartmentId#isReserved}). */
    Set<String> addresses() {
        return handlers.keySet();
    }

    static Optional<Session> session(Accounts accounts, HttpServletRequest request, boolean proxied) {
        return Exchange.cookie(request, SignIn.cookieName(Exchange.secure(request, proxied)))
                .filter(token -> !token.isEmpty())
                .flatMap(accounts::session);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!readiness.missing().isEmpty()) {
            gate.service(request, response);
            return;
        }
        Headers.page(response);
        if (Exchange.secure(request, proxied)) {
            Headers.onlyEncrypted(response);
        }
        request.setCharacterEncoding("UTF-8");
        Exchange exchange = exchange(request, response);
        try {
            answer(exchange);
        } catch (Refused refused) {
            drawing.refusal(exchange, Asked.status(refused.reason()), refused.words(), "");
        } catch (RuntimeException defect) {
            fail(exchange, defect);
        }
    }

    private Exchange exchange(HttpServletRequest request, HttpServletResponse response) {
        Optional<Session> session = session(accounts, request, proxied);
        Locale language = Exchange.language(request, session);
        String query = Objects.toString(request.getQueryString(), "");
        String here = Exchange.path(request) + (query.isEmpty() || !request.getMethod().equals("GET") ? "" : "?" + query);
        String token = session.map(found -> Token.masked(found.csrf())).orElse("");
        Ui ui = new Ui(messages, messages.formats(language), assets, session, token, here, accounts.demo(), clock.simulated());
        return new Exchange(request, response, session, ui, proxied);
    }

    private void answer(Exchange exchange) throws IOException {
        String method = exchange.request().getMethod();
        if (!List.of("GET", "HEAD", "POST").contains(method)) {
            exchange.response().setHeader("Allow", "GET, HEAD, POST");
            drawing.refusal(exchange, 405, Text.of("console.error.method"), "");
        } else if (exchange.posts() && !ours(exchange)) {
            drawing.refusal(exchange, 403, Text.of("console.error.forged"), "");
        } else {
            route(exchange);
        }
    }

    private static boolean ours(Exchange exchange) {
        String secret = exchange.session().map(Session::csrf).orElseGet(() -> SignIn.formSecret(exchange));
        String sent = Objects.toString(exchange.request().getHeader("X-Kontor-Token"), exchange.parameter("_token"));
        return exchange.fromOurPages() && Token.matches(sent, secret);
    }

    private void route(Exchange exchange) throws IOException {
        switch (exchange.path()) {
            case "/sign-in" -> {
                if (exchange.posts()) {
                    signIn.enter(exchange);
                } else {
                    signIn.page(exchange);
                }
            }
            case "/language" -> onlyPosted(exchange, signIn::language);
            case "/sign-out" -> onlyPosted(exchange, signIn::leave);
            case "/favicon.ico" -> exchange.redirect(assets.address("logo.svg"));
            default -> inside(exchange);
        }
    }

    private static void onlyPosted(Exchange exchange, Handler handler) throws IOException {
        if (exchange.posts()) {
            handler.handle(exchange);
        } else {
            exchange.redirect("worklist");
        }
    }

    private void inside(Exchange exchange) throws IOException {
        Optional<Session> session = exchange.session();
        if (session.isEmpty()) {
            toSignIn(exchange);
        } else if (session.get().oneTime() && !exchange.path().equals("/do/accounts/password")) {
            exchange.redirect("do/accounts/password");
        } else if (exchange.path().equals("/")) {
            exchange.redirect("worklist");
        } else {
            List<String> parts = exchange.tail("/");
            Handler handler = parts.isEmpty() ? null : handlers.get(parts.get(0));
            if (handler != null) {
                handler.handle(exchange);
            } else {
                page(exchange);
            }
        }
    }

    private static void toSignIn(Exchange exchange) {
        String next = URLEncoder.encode(exchange.ui().here(), StandardCharsets.UTF_8);
        String page = exchange.posts() || exchange.path().equals("/") ? "sign-in" : "sign-in?next=" + next;
        if (exchange.fragment()) {
            exchange.response().setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            exchange.response().setHeader("HX-Redirect", "/" + page);
        } else {
            exchange.redirect(page);
        }
    }

    private void page(Exchange exchange) throws IOException {
        String address = String.join("/", exchange.tail("/"));
        Page page = navigation.opened(address, exchange.person());
        Map<String, String> parameters = new HashMap<>();
        exchange.request().getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        Query query = new Query(exchange.person(), Navigation.tail(page, address), parameters);
        drawing.view(exchange, wall.reading(page, () -> desk.read(() -> page.show(query))), page.path().equals(address));
    }

    /** What went wrong stays in the log, under a number that the reader can pass on. */
    private void fail(Exchange exchange, RuntimeException defect) throws IOException {
        String reference = Token.fresh().replaceAll("[^A-Za-z0-9]", "").substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("{}: {} {} failed.", reference, exchange.request().getMethod(), exchange.path(), defect);
        if (!exchange.response().isCommitted()) {
            exchange.response().resetBuffer();
            drawing.refusal(exchange, 500, Text.of("console.error.defect"), reference);
        }
    }
}
