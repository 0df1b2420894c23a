package dev.kontor.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** P12: bytes over the wire for the first view and for the next, with gzip, and whether another host is named. */
final class Pages {

    private static final Pattern ASSET = Pattern.compile("(?:<link[^>]*href|<script[^>]*src|<img[^>]*src)=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern FOREIGN = Pattern.compile("(?:src|href)=\"(https?:)?//[^\"]+\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Set<String> seen = new LinkedHashSet<>();
    private final Instance instance;
    private long bytes;
    private boolean foreign;

    private Pages(Instance instance) {
        this.instance = instance;
    }

    static Map<String, Object> measure(Path distribution) throws Exception {
        try (Instance instance = new Instance(distribution, Instance.folder())) {
            instance.untilReady();
            return new Pages(instance).measure();
        }
    }

    private Map<String, Object> measure() throws IOException, InterruptedException {
        Map<String, Object> line = new LinkedHashMap<>();
        String signIn = view("/sign-in");
        line.put("sign_in_first_bytes", taken());
        signIn(signIn);
        bytes = 0;
        view("/worklist");
        line.put("worklist_first_bytes", taken());
        view("/worklist");
        line.put("worklist_again_bytes", taken());
        view("/orders");
        line.put("orders_bytes", taken());
        line.put("assets", seen.size());
        line.put("names_another_host", foreign);
        return line;
    }

    private long taken() {
        long now = bytes;
        bytes = 0;
        return now;
    }

    /** The page and each asset not fetched before, as a browser with a cache does. */
    private String view(String path) throws IOException, InterruptedException {
        String page = fetch(path);
        foreign |= FOREIGN.matcher(page).find();
        Matcher assets = ASSET.matcher(page);
        while (assets.find()) {
            String asset = assets.group(1).replaceAll("#.*", "");
            if (asset.startsWith("/") && seen.add(asset)) {
                fetch(asset);
            }
        }
        return page;
    }

    private String fetch(String path) throws IOException, InterruptedException {
        HttpRequest request = instance.to(path).header("Accept-Encoding", "gzip").header("Accept", "text/html,*/*").build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("%s answered %d.".formatted(path, answer.statusCode()));
        }
        bytes += answer.body().length;
        boolean packed = answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        byte[] body = packed ? new GZIPInputStream(new java.io.ByteArrayInputStream(answer.body())).readAllBytes() : answer.body();
        return new String(body, StandardCharsets.UTF_8);
    }

    private void signIn(String page) throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("name", "lina", "password", "lina"));
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
            throw new IOException("Signing in answered %d.".formatted(status));
        }
    }

    private static String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(tag);
        return matcher.find() ? matcher.group(1) : "";
    }
}
