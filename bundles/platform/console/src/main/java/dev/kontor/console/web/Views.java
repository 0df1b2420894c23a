package dev.kontor.console.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Draws the console's templates. Every form gets the token by itself: no template can forget it. */
@Component(service = Views.class)
public final class Views {

    private static final ThreadLocal<String> TOKEN = ThreadLocal.withInitial(() -> "");

    private final TemplateEngine engine;

    @Activate
    public Views() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // jte captures the thread's loader and ignores the one it is given.
        Thread.currentThread().setContextClassLoader(Views.class.getClassLoader());
        try {
            engine = TemplateEngine.createPrecompiled(
                    null, ContentType.Html, Views.class.getClassLoader(), "dev.kontor.console.views");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        engine.setHtmlInterceptor(new TokenInForms());
    }

    /** The bytes of a page, UTF-8. */
    public byte[] draw(String template, Ui ui, Map<String, Object> parameters) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        TOKEN.set(ui.token());
        try {
            engine.render(template + ".jte", parameters, output);
        } finally {
            TOKEN.remove();
        }
        return output.toByteArray();
    }

    /** Draws a template into the middle of another one. */
    void into(String template, Map<String, Object> parameters, TemplateOutput output) {
        engine.render(template + ".jte", parameters, output);
    }

    void send(HttpServletRequest request, HttpServletResponse response, int status, byte[] page) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html; charset=UTF-8");
        byte[] body = page;
        if (Headers.takesGzip(request) && page.length > 1_000) {
            response.setHeader("Content-Encoding", "gzip");
            body = Assets.gzip(page);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static final class TokenInForms implements HtmlInterceptor {

        /** A form that only asks has its fields in the address, where the token must not be. */
        private final ThreadLocal<Boolean> posts = ThreadLocal.withInitial(() -> false);

        /** The tag is not closed yet: what is written here would stand between its attributes. */
        @Override
        public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput output) {
            posts.set("post".equals(attributes.get("method")));
        }

        @Override
        public void onHtmlTagClosed(String name, TemplateOutput output) {
            if (posts.get()) {
                output.writeContent("<input type=\"hidden\" name=\"_token\" value=\"" + TOKEN.get() + "\">");
            }
        }
    }
}
