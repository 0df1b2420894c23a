package dev.kontor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server that answers as the platform does: keeps the answer under its key, refuses rows without a customer. */
final class FakePlatform implements AutoCloseable {

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Map<String, String> kept = new LinkedHashMap<>();
    final List<JsonNode> imported = new ArrayList<>();
    final List<String> tokens = new ArrayList<>();
    final List<String> keys = new ArrayList<>();
    final List<JsonNode> openings = new ArrayList<>();
    /** What the opening is called now: its number, and how often something of it was taken out. */
    String opening = "1-0";
    boolean closed;
    int uploads;
    private int unavailable;

    private int looked;

    FakePlatform() throws IOException {
        server.createContext("/api/v1/commands/entry/import", this::takeIn);
        server.createContext("/api/v1/commands/entry/add-opening-row", this::takeIn);
        server.createContext("/api/v1/commands/entry/begin-opening", exchange -> {
            openings.add(Platform.JSON.readTree(exchange.getRequestBody()).path("values"));
            answer(exchange, closed ? 409 : 200, closed ? "{\"detail\":\"Closed for good.\"}" : "{\"id\":\"%s\"}".formatted(opening));
        });
        server.createContext("/api/v1/commands/rules/activate", exchange -> {
            imported.add(Platform.JSON.readTree(exchange.getRequestBody()).path("values"));
            answer(exchange, 200, "{\"said\":\"Active.\"}");
        });
        server.createContext("/api/v1/commands/rules/files", exchange -> {
            imported.add(Platform.JSON.readTree(exchange.getRequestBody()).path("values"));
            answer(exchange, 200, "{\"said\":\"Proposed.\"}");
        });
        server.createContext("/api/v1/commands/rules/replay", exchange -> {
            imported.add(Platform.JSON.readTree(exchange.getRequestBody()).path("values"));
            answer(exchange, 200, "{\"said\":\"Begun.\",\"next\":\"replays/r-1\"}");
        });
        server.createContext("/api/v1/commands/rules/try-cases", exchange -> {
            imported.add(Platform.JSON.readTree(exchange.getRequestBody()).path("values"));
            answer(exchange, 200, "{\"said\":\"Tried.\",\"next\":\"replays/r-1\"}");
        });
        server.createContext("/api/v1/commands/rules/verify", exchange -> {
            imported.add(Platform.JSON.readTree(exchange.getRequestBody()).path("values"));
            answer(exchange, 200, "{\"said\":\"Begun.\",\"next\":\"replays/r-1\"}");
        });
        server.createContext("/api/v1/replays/r-1", exchange -> answer(exchange, 200, exchange.getRequestURI().getPath().endsWith("changes")
                ? "{\"changes\":[{\"order\":\"SO-2026-00007\",\"customer\":\"Huadong\",\"money\":{\"amount\":\"900000.00\",\"currency\":\"CNY\"},"
                        + "\"before\":[],\"after\":[{\"reasonEn\":\"It is large.\"}],\"failure\":\"\"}],\"next\":-1}"
                : "{\"replay\":{\"state\":\"%s\",\"done\":8,\"total\":8,\"changed\":1,\"failed\":0}}".formatted(looked++ == 0 ? "RUNNING" : "DONE")));
        server.createContext("/api/v1/rules/review/joint/files/", exchange -> answer(exchange, 200, exchange.getRequestURI().getPath().endsWith("b")
                ? "{\"parameters.csv\":\"name,value\\nlarge,3\\n\",\"cases/a.yaml\":\"[]\\n\"}"
                : "{\"parameters.csv\":\"name,value\\n\",\"cases/a.yaml\":\"[]\\n\"}"));
        server.createContext("/api/v1/rules/review/joint/check", exchange -> {
            imported.add(Platform.JSON.readTree(exchange.getRequestBody()).path("files"));
            answer(exchange, 200, CHECKED);
        });
        server.createContext("/api/v1/rules/review/joint/export/aaaaaaaaaaaaaaaa", exchange -> answer(exchange, 200, "a parcel"));
        server.createContext("/api/v1/documents", exchange -> {
            uploads++;
            answer(exchange, 200, "{\"handle\":\"h-1\"}");
        });
        server.createContext("/api/v1/commands/rules/import", exchange -> {
            imported.add(Platform.JSON.readTree(exchange.getRequestBody()).path("values"));
            answer(exchange, 200, "{\"said\":\"Proposed.\"}");
        });
        server.createContext("/api/v1/commands/rules/approve", exchange -> {
            imported.add(Platform.JSON.readTree(exchange.getRequestBody()).path("values"));
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, 200, "{\"said\":\"Approved.\"}");
        });
        server.createContext("/api/v1/rules", exchange -> answer(exchange, 200, exchange.getRequestURI().getPath().endsWith("joint")
                ? "{\"set\":%s,\"versions\":[]}".formatted(SET)
                : "[%s]".formatted(SET)));
        server.createContext("/api/v1/journal/verification", exchange ->
                answer(exchange, 200, "{\"journals\":3,\"entries\":12,\"faults\":[\"SO-2026-00001 entry 4\"]}"));
        server.createContext("/api/v1/tokens", exchange -> {
            JsonNode body = Platform.JSON.readTree(exchange.getRequestBody());
            boolean right = body.path("name").asText().equals(body.path("password").asText());
            answer(exchange, right ? 200 : 401, right ? "{\"token\":\"abc\"}" : "{\"detail\":\"Name or password is wrong.\"}");
        });
        server.createContext("/api/v1/backup", exchange -> answer(exchange, 200, "cut off"));
        server.createContext("/health/ready", exchange -> answer(exchange, 200, ""));
        server.start();
    }

    static final String CHECKED = """
            {"problems":[{"file":"joint.drl","line":7,"column":3,"message":"salience is not allowed","severity":"ERROR"},
                         {"file":"parameters.csv","line":4,"column":1,"message":"Nothing reads it.","severity":"WARNING"}],
             "steps":[{"id":"syntax","name":"Can be read","passage":"PASSED","said":"Nothing is wrong."},
                      {"id":"lint","name":"Lint","passage":"FAILED","said":"1 problems."}]}""";

    static final String SET = """
            {"name":"review/joint","active":{"version":{"set":"review/joint","number":1,"digest":"aaaaaaaaaaaaaaaa"}},
             "candidate":{"version":{"set":"review/joint","number":2,"digest":"bbbbbbbbbbbbbbbb"},
               "problems":[{"file":"joint.drl","line":7,"column":3,"message":"salience is not allowed"}]},
             "folderDiffers":true}""";

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void isUnavailableFor(int requests) {
        unavailable = requests;
    }

    private void takeIn(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        JsonNode values = Platform.JSON.readTree(exchange.getRequestBody()).path("values");
        keys.add(key);
        if (unavailable-- > 0) {
            answer(exchange, 503, "{\"detail\":\"later\"}");
            return;
        }
        if (!kept.containsKey(key)) {
            kept.put(key, values.has("customer-name") ? "200{\"id\":\"SO\"}"
                    : "422{\"detail\":\"One thing\",\"gaps\":[{\"field\":\"customers.csv: CompanyName\",\"message\":\"Missing.\"}]}");
            if (values.has("customer-name")) {
                imported.add(values);
            }
        }
        answer(exchange, Integer.parseInt(kept.get(key).substring(0, 3)), kept.get(key).substring(3));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
