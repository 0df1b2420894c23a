package dev.kontor.console.web;

import dev.kontor.api.text.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** What to say on the next page of a session: that something was done. Lost with the process, and that is fine. */
@Component(service = Flashes.class)
public final class Flashes {

    private static final int MOST = 10_000;

    private final Map<String, Text> bySession = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Text> eldest) {
            return size() > MOST;
        }
    };

    synchronized void say(String session, Text words) {
        bySession.put(session, words);
    }

    synchronized Optional<Text> take(String session) {
        return Optional.ofNullable(bySession.remove(session));
    }
}
