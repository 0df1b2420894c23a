package dev.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.text.Text;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The interface for machines")
class RestTest {

    private RestServer rest;

    @BeforeEach
    void start() throws Exception {
        rest = new RestServer();
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    @Test
    void asks_for_a_token() throws Exception {
        HttpResponse<String> answer = rest.send(rest.to("v1/orders"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"kontor\"");
        assertThat(problem(answer)).isEqualTo("token-missing");
    }

    @Test
    void does_not_take_a_revoked_token() throws Exception {
        HttpResponse<String> answer = rest.send(rest.to("v1/orders").header("Authorization", "Bearer gone"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_token");
    }

    @ParameterizedTest
    @CsvSource({"access_token", "token", "TOKEN"})
    void does_not_take_a_token_in_the_address(String name) throws Exception {
        HttpResponse<String> answer = rest.send(rest.asLina("orders?" + name + "=lina"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem(answer)).isEqualTo("token-in-address");
    }

    @Test
    void writes_an_order_with_words_and_exact_amounts() throws Exception {
        HttpResponse<String> answer = rest.send(rest.asLina("orders/SO-2026-00417"));
        JsonNode order = Json.MAPPER.readTree(answer.body());
        assertThat(order.path("number").asText()).isEqualTo("SO-2026-00417");
        assertThat(order.path("total").path("amount").asText()).isEqualTo("2098000.00");
        assertThat(order.path("signedOn").asText()).isEqualTo("2026-03-02");
        assertThat(answer.headers().firstValue("ETag")).isPresent();
    }

    @Test
    void does_not_send_an_order_again_that_is_known() throws Exception {
        String tag = rest.send(rest.asLina("orders/SO-2026-00417")).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = rest.send(rest.asLina("orders/SO-2026-00417").header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void says_of_a_page_whose_department_does_not_run_that_it_comes_back() throws Exception {
        HttpResponse<String> away = rest.send(rest.asLina("pages/legal/opinions"));
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
        assertThat(rest.send(rest.asLina("pages/review/nothing")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"SO-2026-99999", "nonsense", "..%2F..%2Fetc"})
    void answers_an_order_that_may_not_be_seen_as_if_it_did_not_exist(String number) throws Exception {
        HttpResponse<String> stranger =
                rest.send(rest.to("v1/orders/SO-2026-00417").header("Authorization", "Bearer operator"));
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(rest.send(rest.asLina("orders/" + number)).statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource({"kind=guess,kind", "from=2026-02-30,from", "order=SO-1,order", "limit=201,limit"})
    void says_by_what_decisions_cannot_be_narrowed(String query, String field) throws Exception {
        HttpResponse<String> answer = rest.send(rest.asLina("decisions?" + query));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Json.MAPPER.readTree(answer.body()).path("gaps").get(0).path("field").asText()).isEqualTo(field);
    }

    @Test
    void hands_a_command_in_with_rows_numbers_and_key() throws Exception {
        HttpResponse<String> answer = rest.send(command(
                "entry/complete",
                """
                {"order":"SO-2026-00417","version":7,"values":
                  {"name":"A","partial":true,"empty":null,"days":3,"kinds":["a","b"],"lines":[{"quantity":2.50},{"quantity":"3"}]}}"""));
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode said = Json.MAPPER.readTree(answer.body());
        assertThat(said.path("id").asText()).isEqualTo("4711");
        assertThat(said.path("order").asText()).isEqualTo("SO-2026-00417");
        var request = rest.company.handedIn.get(0);
        assertThat(request.key()).isEqualTo("k1");
        assertThat(request.version()).isEqualTo(7);
        assertThat(request.values().yes("partial")).isTrue();
        assertThat(request.values().has("empty")).isFalse();
        assertThat(request.values().choices("kinds")).containsExactly("a", "b");
        assertThat(request.values().rows("lines").get(0).text("quantity")).isEqualTo("2.50");
    }

    @Test
    void needs_a_key_for_a_command() throws Exception {
        HttpResponse<String> answer = rest.send(rest.asLina("commands/entry/complete")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem(answer)).isEqualTo("key-missing");
        assertThat(rest.company.handedIn).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "entry/incomplete,422,invalid",
        "entry/stale,409,stale",
        "entry/later,503,unavailable",
        "entry/broken,500,defect"
    })
    void says_why_not_as_a_problem(String command, int status, String name) throws Exception {
        HttpResponse<String> answer = rest.send(command(command, "{\"values\":{}}"));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem(answer)).isEqualTo(name);
        assertThat(answer.body()).contains("reference").doesNotContain("secret", "Exception");
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
    }

    @Test
    void says_where_something_is_missing_in_the_language_asked_for() throws Exception {
        HttpResponse<String> answer =
                rest.send(command("entry/incomplete", "{}").header("Accept-Language", "fr, zh-CN;q=0.8, en;q=0.5"));
        JsonNode gap = Json.MAPPER.readTree(answer.body()).path("gaps").get(0);
        assertThat(gap.path("field").asText()).isEqualTo("lines[2].quantity");
        assertThat(gap.path("message").asText()).isEqualTo("此处应为单个值。");
        assertThat(answer.headers().firstValue("Content-Language")).hasValue("zh-CN");
    }

    @Test
    void speaks_the_callers_own_language_when_none_is_asked_for() throws Exception {
        assertThat(rest.send(command("entry/incomplete", "{}")).body()).contains("此处应为单个值。");
    }

    @Test
    void takes_only_json_of_a_sensible_size_and_depth() throws Exception {
        assertThat(rest.send(command("entry/complete", "{\"values\":{}}").setHeader("Content-Type", "text/plain"))
                        .statusCode())
                .isEqualTo(415);
        assertThat(rest.send(command("entry/complete", "{\"values\":{}} {}")).statusCode()).isEqualTo(400);
        assertThat(rest.send(command("entry/complete", "{\"version\":1,\"version\":2}")).statusCode()).isEqualTo(400);
        assertThat(rest.send(command("entry/complete", "{\"valeus\":{}}")).statusCode()).isEqualTo(422);
        assertThat(rest.send(command("entry/complete", "{\"values\":{\"n\":1e999999999}}")).statusCode())
                .isEqualTo(400);
        String deep = "{\"values\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        assertThat(rest.send(command("entry/complete", deep)).statusCode()).isEqualTo(400);
        String large = "{\"values\":{\"name\":\"" + "x".repeat(Body.MOST_BYTES) + "\"}}";
        assertThat(rest.send(command("entry/complete", large)).statusCode()).isEqualTo(413);
        assertThat(rest.company.handedIn).isEmpty();
    }

    @Test
    void gives_a_token_for_name_and_password_and_says_when_to_try_again() throws Exception {
        assertThat(rest.send(tokens("lina", "lina")).body()).isEqualTo("{\"token\":\"4711\"}");
        assertThat(rest.company.handedIn.get(0).command()).isEqualTo("accounts/issue-token");
        assertThat(rest.send(tokens("lina", "wrong")).statusCode()).isEqualTo(401);
        HttpResponse<String> throttled = rest.send(tokens("hasty", "x"));
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).hasValue("30");
    }

    @Test
    void answers_what_is_not_there_as_a_problem() throws Exception {
        assertThat(rest.send(rest.asLina("nothing")).statusCode()).isEqualTo(404);
        assertThat(problem(rest.send(rest.asLina("nothing")))).isEqualTo("no-such-path");
        assertThat(rest.send(rest.asLina("orders").DELETE()).statusCode()).isEqualTo(405);
    }

    @Test
    void knows_which_paths_there_are_only_when_it_is_ready() throws Exception {
        rest.office.comers = new Comers(List.of(), List.of(new ReadyCheck() {
            @Override
            public String name() {
                return "rules";
            }

            @Override
            public Optional<Text> missing() {
                return Optional.of(Text.plain("being loaded"));
            }
        }));
        HttpResponse<String> answer = rest.send(rest.asLina("nothing"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(problem(answer)).isEqualTo("unavailable");
    }

    @Test
    void waits_while_a_service_is_missing() throws Exception {
        HttpResponse<String> answer = rest.send(rest.asLina("journal"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void gives_no_backup_to_a_sales_representative() throws Exception {
        assertThat(rest.send(rest.asLina("backup")).statusCode()).isEqualTo(403);
    }

    @Test
    void gives_a_form_with_the_schema_of_its_values() throws Exception {
        JsonNode form = Json.MAPPER.readTree(
                rest.send(rest.asLina("commands/entry/complete?order=SO-2026-00417")).body());
        assertThat(form.path("version").asLong()).isEqualTo(3);
        assertThat(form.at("/schema/properties/lines/items/properties/quantity/title").asText()).isEqualTo("Quantity");
        assertThat(form.at("/schema/properties/kind/enum/0").asText()).isEqualTo("sale");
        assertThat(form.at("/form/sections/0/fields/0/kind").asText()).isEqualTo("TEXT");
    }

    @Test
    void describes_every_command_and_tells_strangers_no_options() throws Exception {
        JsonNode open = Json.MAPPER.readTree(rest.send(rest.to("v1/openapi.json")).body());
        assertThat(open.path("openapi").asText()).isEqualTo("3.1.0");
        JsonNode enrol = open.path("paths").path("/commands/customers/enrol").path("post");
        assertThat(enrol.findValue("quantity")).isNotNull();
        assertThat(enrol.toString()).doesNotContain("\"sale\"");
        JsonNode ours = Json.MAPPER.readTree(rest.send(rest.asLina("openapi.json?order=SO-2026-00417")).body());
        assertThat(ours.path("paths").path("/commands/entry/complete").toString()).contains("\"sale\"");
        assertThat(references(open)).allMatch(name -> open.at("/components/schemas/" + name).isObject());
    }

    @Test
    void describes_exactly_what_it_serves() {
        Set<String> described = Operation.ALL.stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> served = RestServer.RESOURCES.stream()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods())
                        .flatMap(method -> served(resource, method)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(served);
    }

    @Test
    void serves_the_page_that_explains_it_from_here_alone() throws Exception {
        HttpResponse<String> page = rest.send(rest.to("docs/index.html"));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("http://", "https://");
        assertThat(rest.send(rest.to("docs/swagger-ui-bundle.js")).statusCode()).isEqualTo(200);
        assertThat(rest.send(rest.to("docs/..%2FMETA-INF")).statusCode()).isIn(400, 404);
    }

    private static Stream<String> served(Class<?> resource, Method method) {
        String verb = method.isAnnotationPresent(GET.class) ? "get" : method.isAnnotationPresent(POST.class) ? "post" : "";
        String base = resource.getAnnotation(Path.class).value().substring("v1".length());
        String tail = method.isAnnotationPresent(Path.class) ? "/" + method.getAnnotation(Path.class).value() : "";
        return verb.isEmpty() ? Stream.empty() : Stream.of(verb + " " + base + tail.replace(": .+", ""));
    }

    private static List<String> references(JsonNode document) {
        return document.findValuesAsText("$ref").stream()
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .toList();
    }

    private HttpRequest.Builder command(String name, String body) {
        return rest.asLina("commands/" + name)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k1")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder tokens(String name, String password) {
        return rest.to("v1/tokens")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password)));
    }

    private static String problem(HttpResponse<String> answer) throws Exception {
        return Json.MAPPER.readTree(answer.body()).path("type").asText().replace("urn:kontor:problem:", "");
    }
}
