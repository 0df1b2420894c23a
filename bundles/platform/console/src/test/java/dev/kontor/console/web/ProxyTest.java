package dev.kontor.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a proxy says counts when one is declared, and never else")
final class ProxyTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void behindItTheCookiesAreForEncryptedConnectionsAndTheAddressIsTheOneItSaw() throws Exception {
        try (TestConsole console = new TestConsole(0, Map.of("kontor.proxy", "true"))) {
            HttpResponse<String> page = get(console, "https");
            HttpResponse<String> entered = signIn(console, page, "https");

            assertThat(cookies(page)).singleElement().asString().startsWith("__Host-kontor-form=").contains("; Secure");
            assertThat(cookies(entered)).singleElement().asString()
                    .startsWith("__Host-kontor=").contains("; Secure", "HttpOnly", "SameSite=Strict", "Path=/");
            assertThat(page.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
            assertThat(console.company.signedInFrom).containsExactly("198.51.100.7");
        }
    }

    @Test
    void whatTheBrowserSentToTheProxyUnencryptedStaysWithoutThem() throws Exception {
        try (TestConsole console = new TestConsole(0, Map.of("kontor.proxy", "true"))) {
            HttpResponse<String> page = get(console, "http");

            assertThat(cookies(page)).noneMatch(cookie -> cookie.contains("Secure"));
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    @Test
    void withoutItNobodyTellsUsThatTheyAreEncryptedOrSomebodyElse() throws Exception {
        try (TestConsole console = new TestConsole(0)) {
            HttpResponse<String> page = get(console, "https");
            HttpResponse<String> entered = signIn(console, page, "https");

            assertThat(cookies(page)).singleElement().asString().startsWith("kontor-form=").doesNotContain("Secure");
            assertThat(cookies(entered)).singleElement().asString().startsWith("kontor=").doesNotContain("Secure");
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(console.company.signedInFrom).containsExactly("127.0.0.1");
        }
    }

    private HttpResponse<String> get(TestConsole console, String scheme) throws Exception {
        return http.send(from(console, scheme).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(TestConsole console, HttpResponse<String> page, String scheme) throws Exception {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        String form = "name=lina&password=lina&_token=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        String cookie = cookies(page).get(0);
        return http.send(
                from(console, scheme)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The last address is the one that the proxy itself saw; what stands before it anybody can have written. */
    private static HttpRequest.Builder from(TestConsole console, String scheme) {
        return HttpRequest.newBuilder(URI.create(console.address() + "/sign-in"))
                .header("X-Forwarded-Proto", scheme)
                .header("X-Forwarded-For", "203.0.113.1, 198.51.100.7");
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }
}
