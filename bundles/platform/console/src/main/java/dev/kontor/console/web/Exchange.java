package dev.kontor.console.web;

import dev.kontor.api.people.Accounts.Session;
import dev.kontor.api.people.Person;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One request and what is known about who asks.
 *
 * @param proxied whether a proxy of ours stands before us, whose headers count
 */
public record Exchange(HttpServletRequest request, HttpServletResponse response, Optional<Session> session, Ui ui, boolean proxied) {

    private static final String TYPED = "kontor.typed";

    public Person person() {
        return session.orElseThrow().person();
    }

    public String path() {
        return path(request);
    }

    static String path(HttpServletRequest request) {
        String path = Objects.toString(request.getPathInfo(), Objects.toString(request.getServletPath(), ""));
        return path.isEmpty() ? "/" : path; // of the address alone neither says anything
    }

    /** The path's parts behind a prefix. */
    public List<String> tail(String prefix) {
        String rest = path().substring(Math.min(prefix.length(), path().length()));
        return Arrays.stream(rest.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    public boolean posts() {
        return request.getMethod().equals("POST");
    }

    /** From now on whatever is answered brings back what was typed. Only of a form that was proved to be ours. */
    void keepTyped() {
        request.setAttribute(TYPED, Typed.of(request));
    }

    Optional<Typed> typed() {
        return Optional.ofNullable((Typed) request.getAttribute(TYPED));
    }

    /** A field of the form, else of the address: Felix's HTTP service leaves the address out of a multipart request. */
    public String parameter(String name) {
        String sent = request.getParameter(name);
        return sent == null ? Ui.asked(Objects.toString(request.getQueryString(), ""), name) : sent;
    }

    /** The rest of a page is asked for, not the whole. */
    public boolean fragment() {
        return request.getHeader("HX-Request") != null;
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(name)).map(Cookie::getValue).findFirst();
    }

    static boolean secure(HttpServletRequest request, boolean proxied) {
        return request.isSecure() || proxied && "https".equals(request.getHeader("X-Forwarded-Proto"));
    }

    /** Where the request comes from: what our own proxy saw, or what we see. */
    String address() {
        String forwarded = proxied ? Objects.toString(request.getHeader("X-Forwarded-For"), "") : "";
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return last.isEmpty() ? request.getRemoteAddr() : last;
    }

    /** Whether the browser says that one of our own pages sent this. Clients that are no browsers say nothing. */
    boolean fromOurPages() {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            return false;
        }
        String origin = request.getHeader("Origin");
        return origin == null || host(origin).equalsIgnoreCase(Objects.toString(request.getHeader("Host"), ""));
    }

    private static String host(String origin) {
        try {
            return Objects.toString(URI.create(origin).getAuthority(), "");
        } catch (IllegalArgumentException garbled) {
            return "";
        }
    }

    void cookie(String name, String value, int seconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure(request, proxied));
        cookie.setAttribute("SameSite", "Strict");
        cookie.setMaxAge(seconds);
        response.addCookie(cookie);
    }

    void redirect(String page) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", ui.href(page));
    }

    static Locale language(HttpServletRequest request, Optional<Session> session) {
        String wanted = session.map(found -> found.person().language())
                .or(() -> cookie(request, "kontor-language"))
                .orElseGet(() -> request.getLocale().getLanguage());
        return wanted.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
