package dev.kontor.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.event.Notice;
import dev.kontor.api.people.Accounts.Session;
import dev.kontor.api.people.Accounts.SignIn.Welcome;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Open browsers are told what concerns their person")
@Timeout(value = 20, unit = TimeUnit.SECONDS)
final class EventsTest {

    private static Notice notice(String kind, Set<Role> roles, Set<PersonId> people) {
        return new Notice(1, kind, Optional.empty(), Text.plain("x"), roles, people, Instant.EPOCH);
    }

    @Test
    void kindsArriveAndOthersBusinessDoesNot() throws Exception {
        try (TestConsole console = new TestConsole(0)) {
            Session session = ((Welcome) console.company.signIn("lina", "lina", "")).session();
            HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(URI.create(console.address() + "/events")).header("Cookie", "kontor=" + session.token()).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
            assertThat(next(lines)).isEqualTo("event: hello");

            console.browsers.take(List.of(notice("order.changed", Set.of(Role.LEGAL_REVIEWER), Set.of())));
            console.browsers.take(List.of(notice("task.opened", Set.of(Role.SALES_REP), Set.of())));
            console.browsers.take(List.of(notice("person.told", Set.of(), Set.of(new PersonId("lina")))));

            assertThat(next(lines)).isEqualTo("event: task.opened");
            assertThat(next(lines)).isEqualTo("event: person.told");
            lines.close();
        }
    }

    private static String next(BufferedReader lines) throws Exception {
        String line = lines.readLine();
        while (!line.startsWith("event:")) {
            line = lines.readLine();
        }
        return line;
    }

    @Test
    void nobodyListensWithoutASession() throws Exception {
        try (TestConsole console = new TestConsole(0)) {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(URI.create(console.address() + "/events")).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }
}
