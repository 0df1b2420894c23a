package dev.kontor.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;

/** What every answer tells the browser to refuse. */
public final class Headers {

    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Headers() {}

    /** For everything. */
    public static void common(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        response.setHeader("Content-Security-Policy", POLICY);
    }

    /** For pages: they are of one person and one moment. */
    static void page(HttpServletResponse response) {
        common(response);
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Accept-Encoding");
    }

    /** What came encrypted is asked for encrypted from now on, also when a proxy of ours did it. */
    static void onlyEncrypted(HttpServletResponse response) {
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }

    /**
     * For a document that a page of ours shows. Chromium's own viewer draws a PDF apart from our pages and refuses to in a
     * sandbox; an image needs nothing at all.
     */
    static void inFrame(HttpServletResponse response, String type) {
        boolean pdf = type.equals("application/pdf");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'self'" + (pdf ? "" : "; sandbox"));
    }

    static boolean takesGzip(HttpServletRequest request) {
        return Objects.toString(request.getHeader("Accept-Encoding"), "").contains("gzip");
    }
}
