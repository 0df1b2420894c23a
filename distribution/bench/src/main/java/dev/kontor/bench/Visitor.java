package dev.kontor.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Somebody at a browser, as far as requests and cookies go. */
final class Visitor {

    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");

    /** What came: the text, and how many bytes it was on the wire. */
    record Fetched(String text, long bytes) {}

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Instance instance;

    Visitor(Instance instance) {
        this.instance = instance;
    }

    /** For another client, with what this one was given. */
    HttpRequest.Builder request(String path) {
        String given = cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return instance.to(path).header("Cookie", given).header("Accept", "text/html");
    }

    Fetched fetch(String path) throws IOException, InterruptedException {
        HttpRequest request = instance.to(path).header("Accept-Encoding", "gzip").header("Accept", "text/html,*/*").build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("%s answered %d.".formatted(path, answer.statusCode()));
        }
        boolean packed = answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        byte[] body = packed ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes() : answer.body();
        return new Fetched(new String(body, StandardCharsets.UTF_8), answer.body().length);
    }

    /** With a demo account, whose password is its name. */
    void signIn(String name, String page) throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("name", name, "password", name));
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            fields.put(attribute(hidden.group(), "name"), attribute(hidden.group(), "value"));
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI origin = URI.create("http://127.0.0.1:" + instance.port);
        HttpRequest request = instance.to("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 303 && status != 302) {
            throw new IOException("Signing in as %s answered %d.".formatted(name, status));
        }
    }

    private static String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(tag);
        return matcher.find() ? matcher.group(1) : "";
    }
}
