package dev.kontor.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A browser without scripts, on the console over a made-up company. */
abstract class Visitor {

    static final String FORM = "/do/entry/save?order=SO-2026-00148";

    final HttpClient http = HttpClient.newHttpClient();
    TestConsole console;
    String cookies = "";

    @BeforeEach
    void open() throws Exception {
        console = new TestConsole(0);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request.header("Cookie", cookies).header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            cookies += "; " + cookie.substring(0, cookie.indexOf(';'));
        }
        return answer;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(console.address() + path)));
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    static String hidden(String page, String name) {
        Matcher matcher = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1);
    }

    static String fields(String... namesAndValues) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(encoded(namesAndValues[i]) + "=" + encoded(namesAndValues[i + 1]));
        }
        return String.join("&", fields);
    }

    static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        String token = hidden(get("/sign-in").body(), "_token");
        return post("/sign-in", fields("name", name, "password", password, "_token", token));
    }
}
