package dev.kontor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Partners' bundles of a platform, as an administrator brings, approves and removes them over REST. */
final class PartnerBundles {

    private final Instance instance;
    private final String administrator;

    PartnerBundles(Instance instance) throws IOException {
        this.instance = instance;
        this.administrator = instance.commandLineToken();
    }

    /** @param verb {@code install} or {@code update} */
    HttpResponse<String> bring(String verb, byte[] jar) throws IOException, InterruptedException {
        HttpResponse<String> uploaded = instance.send(instance.api("documents?name=bad.jar", administrator)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(jar)));
        return instance.send(command("bundles/" + verb, Map.of("file", Json.read(uploaded.body()).path("handle").asText())));
    }

    HttpResponse<String> remove(String symbolicName) throws IOException, InterruptedException {
        return instance.send(command("bundles/remove", Map.of("bundle", symbolicName, "reason", "bad")));
    }

    private HttpRequest.Builder command(String name, Map<String, String> values) throws IOException {
        return instance.command(name, administrator, Map.of("values", values));
    }

    HttpResponse<String> approve(byte[] jar) throws IOException, InterruptedException {
        return instance.send(command("bundles/approve", Map.of("bundle", digest(jar), "fingerprint", digest(jar))));
    }

    /** How it stands once it is approved and the platform has come to it. */
    String approved(byte[] jar) throws IOException, InterruptedException {
        HttpResponse<String> answer = approve(jar);
        return answer.statusCode() == 200 ? settled(jar) : answer.body();
    }

    /** How it stands once the platform has come to it. */
    String settled(byte[] jar) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        String state = state(jar);
        while (state.startsWith("approved") && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
            state = state(jar);
        }
        return state;
    }

    String state(byte[] jar) throws IOException, InterruptedException {
        HttpResponse<String> page = instance.send(instance.api("pages/bundles", administrator));
        for (JsonNode block : Json.read(page.body()).path("blocks")) {
            for (JsonNode row : block.path("rows")) {
                if (row.path(0).path("href").asText().endsWith(digest(jar))) {
                    return row.path(2).path("text").asText();
                }
            }
        }
        return "unknown";
    }

    private static String digest(byte[] jar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
