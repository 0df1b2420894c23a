package dev.kontor.console.health;

import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/**
 * Tells machines to come again while nothing, or nothing but an empty servlet, stands where REST will be. REST says in
 * words of its own which addresses it does not know: an error without any is nobody's answer.
 */
@Component(service = Preprocessor.class, immediate = true)
public final class OpeningTime extends HttpFilter implements Preprocessor {

    private static final long serialVersionUID = 1L;
    private static final int AGAIN_AFTER_S = 2;

    private final transient Texts texts;

    @Activate
    public OpeningTime(@Reference Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, Unavailable.asksMachine(request) ? new Answer(request, response) : response);
    }

    private final class Answer extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        Answer(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendError(int status) throws IOException {
            sendError(status, null);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            if (status == SC_NOT_FOUND) {
                comeAgain();
            } else {
                super.sendError(status, message);
            }
        }

        private void comeAgain() throws IOException {
            resetBuffer();
            Unavailable.answer(request, this, texts.say(Text.of("console.rest-absent"), request.getLocale()), AGAIN_AFTER_S);
        }
    }
}
