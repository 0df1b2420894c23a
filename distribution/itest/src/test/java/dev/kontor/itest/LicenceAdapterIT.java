package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A partner's department whose work another process does, over REST")
class LicenceAdapterIT {

    private static final Path SAMPLES = Path.of("../../bundles/samples").toAbsolutePath().normalize();
    private static final String CLERK = "lu";
    private static final String ROLE = "export-licence.reviewer";

    @Test
    void aLicenceIsFiledOnceThoughTheAnswerWasLost() throws Exception {
        Archive archive = Archive.unpack("licence-adapter").staffed();
        try (Platform platform = new Platform(archive, "--demo").start()) {
            Company company = new Company(platform);
            installed(company, platform);
            company.as("security").command("roles/grant", Map.of("values", Map.of("person", CLERK, "other", ROLE))).expect(200);

            String order = listed(company);
            company.until("a licence is owed", () -> company.tasks(order).toString().contains("icence"));
            Queue<String> keys = new ConcurrentLinkedQueue<>();
            HttpServer proxy = cuttingOff(platform.url(), keys);
            Path scans = Files.createDirectories(archive.home().resolve("scans"));
            Path token = Files.writeString(archive.home().resolve("clerk.token"), token(platform));
            Process adapter = new ProcessBuilder(
                    ProcessHandle.current().info().command().orElseThrow(), "-cp", classPath(), "dev.kontor.samples.licenceadapter.LicenceAdapter",
                    "http://127.0.0.1:" + proxy.getAddress().getPort() + "/", token.toString(), scans.toString()).inheritIO().start();
            try {
                Files.write(scans.resolve(order + "_EL-7_" + Company.today().plusDays(200) + ".pdf"), "%PDF-1.4\n%%EOF\n".getBytes());
                company.until("the licence is filed", () -> !company.tasks(order).toString().contains("icence"));
                company.until("it was sent again", () -> keys.size() >= 2);
            } finally {
                adapter.destroy();
                proxy.stop(0);
            }
            List<String> filed = company.as("auditor").get("orders/" + order + "/documents").expect(200).body().findValuesAsText("kind");
            assertThat(filed).containsOnlyOnce("export-licence.licence");
            assertThat(Set.copyOf(keys)).as("one key for all tries").hasSize(1);
        }
    }

    private static String token(Platform platform) {
        return new Rest(platform.url(), "").post("tokens", Map.of("name", CLERK, "password", CLERK, "days", 1), "").expect(200).body().path("token").asText();
    }

    private static String classPath() {
        return System.getProperty("java.class.path") + java.io.File.pathSeparator + SAMPLES.resolve("licence-adapter/target/classes");
    }

    private static void installed(Company company, Platform platform) throws IOException {
        platform.archive().addRules(SAMPLES.resolve("export-licence/rules"));
        byte[] jar = Files.readAllBytes(SAMPLES.resolve("export-licence/target/dev.kontor.samples.export-licence-" + System.getProperty("kontor.version") + ".jar"));
        Bundles bundles = Bundles.of(platform);
        bundles.drop("export-licence.jar", jar);
        bundles.becomes(jar, "waits for approval");
        bundles.approve(jar);
        bundles.becomes(jar, "runs");
        company.until("its rules decide", () -> !company.as("rules").get("rules/export-licence/licence").body()
                .path("set").path("active").path("version").path("digest").asText().isEmpty());
        company.as("system").command("roster/approve", Map.of("values", Map.of("name", "export-licence"))).expect(200);
    }

    /** Goes abroad with a parameter that export control lists, and is cleared. */
    private static String listed(Company company) {
        String order = company.register(company.contractNumber(), company.trusted(), Company.today()).expect(200).body().path("order").asText();
        Map<String, Object> contract = company.contract(500_000);
        contract.put("lines", List.of(Map.of("model", "KX-500", "name", "Machining centre", "quantity", "1", "unit", "台", "price", "500000",
                "tax", "13", "parameters", "positioning accuracy: 0.002 mm")));
        company.save(order, contract);
        company.submit(order).expect(200);
        company.passed(order);
        company.until("the round is open: " + company.tasks(order), () -> company.tasks(order).toString().contains("Production"));
        company.production(order, "no-objection").expect(200);
        company.finance(order).expect(200);
        company.legal(order, "acceptable").expect(200);
        company.as(CLERK).command("review/opine", order, Map.of("likely", "yes", "verdict", "no-objection")).expect(200);
        return order;
    }

    /** Stands before the platform and loses the answer of the first licence that is handed in. */
    private static HttpServer cuttingOff(URI platform, Queue<String> keys) throws IOException {
        HttpClient client = HttpClient.newHttpClient();
        HttpServer proxy = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        proxy.setExecutor(Executors.newCachedThreadPool());
        proxy.createContext("/", exchange -> {
            HttpResponse<byte[]> answer = forwarded(client, platform, exchange);
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            if (key != null) {
                keys.add(key);
                if (keys.size() == 1) {
                    exchange.close();
                    return;
                }
            }
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
            exchange.close();
        });
        proxy.start();
        return proxy;
    }

    private static HttpResponse<byte[]> forwarded(HttpClient client, URI platform, HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(platform.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        for (String header : List.of("Authorization", "Content-Type", "Idempotency-Key")) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(header)).ifPresent(value -> request.header(header, value));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
