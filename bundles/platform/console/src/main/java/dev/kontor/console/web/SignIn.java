package dev.kontor.console.web;

import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Accounts.Session;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Coming in, going out, and the language. */
@Component(service = SignIn.class)
public final class SignIn {

    private static final int YEAR_S = 31_536_000;

    private final Accounts accounts;
    private final Views views;

    @Activate
    public SignIn(@Reference Accounts accounts, @Reference Views views) {
        this.accounts = accounts;
        this.views = views;
    }

    /** The cookie's name says what the browser guarantees: {@code __Host-} only where it does. */
    static String cookieName(boolean secure) {
        return secure ? "__Host-kontor" : "kontor";
    }

    /** Before anybody is known a cookie of its own stands for the browser. */
    static String formSecret(Exchange exchange) {
        return Exchange.cookie(exchange.request(), formCookie(exchange)).orElse("");
    }

    private static String formCookie(Exchange exchange) {
        return cookieName(Exchange.secure(exchange.request(), exchange.proxied())) + "-form";
    }

    void page(Exchange exchange) throws IOException {
        if (exchange.session().isPresent()) {
            exchange.redirect("worklist");
            return;
        }
        draw(exchange, 200, "", "");
    }

    void enter(Exchange exchange) throws IOException {
        String name = exchange.parameter("name").strip();
        Accounts.SignIn tried = accounts.signIn(name, exchange.parameter("password"), exchange.address());
        if (tried instanceof Accounts.SignIn.Welcome welcome) {
            enter(exchange, welcome.session());
        } else if (tried instanceof Accounts.SignIn.Throttled throttled) {
            long seconds = Math.max(1, throttled.pause().toSeconds());
            exchange.response().setHeader("Retry-After", Long.toString(seconds));
            draw(exchange, 429, exchange.ui().t("sign-in.throttled", seconds), name);
        } else {
            draw(exchange, 401, exchange.ui().t("sign-in.refused"), name);
        }
    }

    private void enter(Exchange exchange, Session session) {
        boolean secure = Exchange.secure(exchange.request(), exchange.proxied());
        exchange.cookie(cookieName(secure), session.token(), -1);
        String next = exchange.parameter("next");
        exchange.redirect(session.oneTime() ? "do/accounts/password" : next.isEmpty() ? "worklist" : next);
    }

    void leave(Exchange exchange) {
        exchange.session().map(Session::token).ifPresent(accounts::signOut);
        exchange.cookie(cookieName(Exchange.secure(exchange.request(), exchange.proxied())), "", 0);
        exchange.response().setHeader("Clear-Site-Data", "\"cache\"");
        exchange.redirect("sign-in");
    }

    void language(Exchange exchange) {
        String language = exchange.parameter("language").startsWith("zh") ? "zh-CN" : "en";
        exchange.session().ifPresent(session -> accounts.speaks(session.person().id(), language));
        exchange.cookie("kontor-language", language, YEAR_S);
        exchange.redirect(exchange.parameter("back"));
    }

    private void draw(Exchange exchange, int status, String refusal, String name) throws IOException {
        String secret = Optional.of(formSecret(exchange)).filter(known -> !known.isEmpty()).orElseGet(Token::fresh);
        exchange.cookie(formCookie(exchange), secret, -1);
        Ui given = exchange.ui();
        Ui ui = new Ui(given.texts(), given.formats(), given.assets(), given.session(), Token.masked(secret), given.here(),
                given.demo(), given.simulated());
        byte[] page = views.draw("signin", ui, Map.of(
                "ui", ui, "refusal", refusal, "name", name, "next", exchange.parameter("next")));
        views.send(exchange.request(), exchange.response(), status, page);
    }
}
