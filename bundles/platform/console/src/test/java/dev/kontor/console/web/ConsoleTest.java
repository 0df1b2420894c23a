package dev.kontor.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The console over HTTP")
final class ConsoleTest {

    private static final String FORM = "/do/entry/save?order=SO-2026-00148";

    private final HttpClient http = HttpClient.newHttpClient();
    private TestConsole console;
    private String cookies = "";

    @BeforeEach
    void open() throws Exception {
        console = new TestConsole(0);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request.header("Cookie", cookies).header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            cookies += "; " + cookie.substring(0, cookie.indexOf(';'));
        }
        return answer;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(console.address() + path)));
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    private static String hidden(String page, String name) {
        Matcher matcher = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1);
    }

    private static String fields(String... namesAndValues) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(encoded(namesAndValues[i]) + "=" + encoded(namesAndValues[i + 1]));
        }
        return String.join("&", fields);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        String token = hidden(get("/sign-in").body(), "_token");
        return post("/sign-in", fields("name", name, "password", password, "_token", token));
    }

    @Test
    void nobodySeesAPageBeforeSigningIn() throws Exception {
        HttpResponse<String> answer = get("/orders?words=x");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/sign-in?next=%2Forders%3Fwords%3Dx");
    }

    @Test
    void everyPageTellsTheBrowserWhatToRefuse() throws Exception {
        HttpResponse<String> page = get("/sign-in");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body()).doesNotContain("style=\"", "onclick", "<script>");
    }

    @Test
    void theSessionCookieIsOutOfReachForScriptsAndOtherSites() throws Exception {
        HttpResponse<String> answer = signIn("lina", "lina");

        String cookie = answer.headers().allValues("Set-Cookie").stream().filter(found -> found.startsWith("kontor=")).findFirst().orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Domain");
        assertThat(answer.headers().firstValue("Location")).contains("/worklist");
    }

    @Test
    void wrongPasswordsAndTooManyAttemptsAreToldApartFromNothingElse() throws Exception {
        assertThat(signIn("lina", "x").statusCode()).isEqualTo(401);
        HttpResponse<String> throttled = signIn("busy", "x");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.body()).contains("30 seconds");
    }

    @Test
    void nextNeverLeadsToAnotherHost() throws Exception {
        String token = hidden(get("/sign-in").body(), "_token");
        HttpResponse<String> answer =
                post("/sign-in", fields("name", "lina", "password", "lina", "_token", token, "next", "//evil.example/x"));

        assertThat(answer.headers().firstValue("Location")).contains("/evil.example/x");
    }

    @Test
    void aOneTimePasswordIsChangedBeforeAnythingElse() throws Exception {
        assertThat(signIn("lina", "once").headers().firstValue("Location")).contains("/do/accounts/password");
        assertThat(get("/worklist").headers().firstValue("Location")).contains("/do/accounts/password");
        assertThat(get("/do/accounts/password").statusCode()).isEqualTo(200);
    }

    @Test
    void aFormWithoutOurTokenChangesNothing() throws Exception {
        signIn("lina", "lina");

        assertThat(post(FORM, fields("contract", "X")).statusCode()).isEqualTo(403);
        assertThat(post(FORM, fields("contract", "X", "_token", Token.masked("guess"))).statusCode()).isEqualTo(403);
        assertThat(console.company.requests).isEmpty();
    }

    @Test
    void aFormOfAnotherSiteChangesNothingEvenWithTheToken() throws Exception {
        signIn("lina", "lina");
        String token = hidden(get(FORM).body(), "_token");

        assertThat(post(FORM, fields("_token", token), "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(post(FORM, fields("_token", token), "Origin", "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(console.company.requests).isEmpty();
    }

    @Test
    void theTokenIsAnotherOneInEveryAnswer() throws Exception {
        signIn("lina", "lina");

        assertThat(hidden(get(FORM).body(), "_token")).isNotEqualTo(hidden(get(FORM).body(), "_token"));
    }

    @Test
    void typedRowsReachTheDeskInTheirOrderWithoutTheEmptyOnes() throws Exception {
        signIn("lina", "lina");
        String page = get(FORM).body();
        HttpResponse<String> answer = post(FORM, fields(
                "_token", hidden(page, "_token"), "_key", hidden(page, "_key"), "_version", "5", "contract", "HT-1",
                "lines[0].model", "A", "lines[0].quantity", "2", "lines[1].model", " ", "lines[1].unit", "台",
                "lines[10].model", "C", "lines[2].model", "B", "why", "objection", "why", "no-objection"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/orders/SO-2026-00148");
        Request request = console.company.requests.get(0);
        assertThat(request.version()).isEqualTo(5);
        assertThat(request.key()).isEqualTo(hidden(page, "_key"));
        assertThat(request.values().rows("lines")).extracting(row -> row.text("model")).containsExactly("A", "B", "C");
        assertThat(request.values().choices("why")).containsExactly("objection", "no-objection");
        assertThat(get("/worklist").body()).contains("已提交。");
        assertThat(get("/worklist").body()).doesNotContain("已提交。");
    }

    @Test
    void aRefusalKeepsWhatWasTypedAndLinksToTheFields() throws Exception {
        signIn("lina", "lina");
        String page = get(FORM).body();
        console.company.refusal = Optional.of(Refused.at(List.of(
                new Refused.Gap("contract", Text.plain("already <b>taken</b>")), new Refused.Gap("lines[1].quantity", Text.plain("not a number")))));
        HttpResponse<String> answer = post(FORM, fields(
                "_token", hidden(page, "_token"), "_key", hidden(page, "_key"), "contract", "\"><script>x</script>",
                "lines[0].model", "A", "lines[1].model", "B", "lines[1].quantity", "many"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#f-entry-save-contract\"", "id=\"f-entry-save-contract\"", "aria-describedby=\"f-entry-save-contract-gap")
                .contains("href=\"#f-entry-save-lines-1-quantity\"", "id=\"f-entry-save-lines-1-quantity\"", "value=\"many\"")
                .contains("already &lt;b&gt;taken")
                .doesNotContain("<script>x", "<b>taken");
        assertThat(hidden(answer.body(), "_key")).isNotEqualTo(hidden(page, "_key"));
    }

    @Test
    void aRowCanBeAddedWithoutScripts() throws Exception {
        signIn("lina", "lina");
        String page = get(FORM).body();
        HttpResponse<String> answer =
                post(FORM, fields("_token", hidden(page, "_token"), "_key", "k", "_add", "lines", "lines[0].model", "A"));

        assertThat(answer.body()).contains("name=\"lines[1].model\"").contains("name=\"_key\" value=\"k\"");
        assertThat(console.company.requests).isEmpty();
    }

    @Test
    void aFileIsTakenInAndItsHandleComesBackWithTheForm() throws Exception {
        signIn("lina", "lina");
        String token = hidden(get(FORM).body(), "_token");
        console.company.refusal = Optional.of(Refused.because(Refused.Reason.CONFLICT, Text.plain("changed meanwhile")));
        String body = part("_token", token) + part("contract", "合同一")
                + "--x\r\nContent-Disposition: form-data; name=\"scan\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\r\n--x--\r\n";
        HttpResponse<String> answer = post(FORM, body, "Content-Type", "multipart/form-data; boundary=x");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(console.company.taken).containsExactly("a.pdf:8");
        Values values = console.company.requests.get(0).values();
        assertThat(values.text("contract")).isEqualTo("合同一");
        assertThat(values.text("scan")).isEqualTo("ee".repeat(32));
        assertThat(answer.body()).contains("name=\"scan.handle\" value=\"" + "ee".repeat(32), "name=\"scan.name\" value=\"a.pdf\"", "changed meanwhile");
    }

    private static String part(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    @Test
    void hostileWordsStayWords() throws Exception {
        console.company.customerName = "<img src=x onerror=alert(1)>'\"&{{7*7}}";
        signIn("chen", "chen");

        for (String path : List.of("/orders", "/orders/SO-2026-00148", "/customers", "/worklist", "/search?words=%3Cscript%3E")) {
            String page = get(path).body();
            assertThat(page).as(path).doesNotContain("<img src=x", "<script>");
        }
    }

    @Test
    void everyPageIsDrawnInBothLanguages() throws Exception {
        signIn("chen", "chen");
        for (String language : List.of("en", "zh-CN")) {
            String token = hidden(get("/worklist").body(), "_token");
            post("/language", fields("_token", token, "language", language, "back", "/worklist"));
            for (String path : List.of("/worklist", "/worklist?show=overdue", "/orders", "/orders/SO-2026-00148", "/orders/SO-2026-00148?tab=timeline",
                    "/orders/SO-2026-00148?tab=decisions", "/orders/SO-2026-00148?tab=documents", "/decisions/d-1", "/customers",
                    "/customers/C-00042", "/models", "/calendars", "/calendars/2027", "/delegations", "/rules", "/rules/review/joint?version=" + "4e".repeat(32),
                    "/accounts", "/journal", "/roster", "/notices", "/account", "/search?words=x", FORM)) {
                HttpResponse<String> page = get(path);
                assertThat(page.statusCode()).as(path).isEqualTo(200);
                assertThat(page.body()).as(path).contains("<html lang=\"" + language + "\"").doesNotContain(">console.", " console.", "nav.work");
            }
        }
    }

    @Test
    void aDefectIsANumberAndNothingElse() throws Exception {
        signIn("lina", "lina");
        console.company.defect = new IllegalStateException("secret table kernel_order");

        HttpResponse<String> answer = get("/orders");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("<code>").doesNotContain("secret", "kernel_order", "Exception");
    }

    @Test
    void whatIsNotThereAndWhatIsNotYoursAreSaidSo() throws Exception {
        signIn("lina", "lina");

        assertThat(get("/no/such/page").statusCode()).isEqualTo(404);
        assertThat(get("/orders/SO-2026-99999").statusCode()).isEqualTo(404);
        assertThat(get("/do/no/such").statusCode()).isEqualTo(404);
        assertThat(get("/documents/none").statusCode()).isEqualTo(404);
        assertThat(get("/accounts").statusCode()).isEqualTo(403);
        assertThat(get("/worklist").body()).doesNotContain("href=\"/accounts\"");
    }

    @Test
    void documentsAreFilesNeverPages() throws Exception {
        signIn("lina", "lina");
        HttpResponse<String> file = get("/documents/doc-1");

        assertThat(file.body()).isEqualTo("%PDF-1.");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment; filename*=UTF-8''%E5%90%88");
        assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("sandbox");
    }

    @Test
    void assetsAreKeptForEverAndTheFirstViewIsSmall() throws Exception {
        String page = get("/sign-in").body();
        Matcher css = Pattern.compile("href=\"(/assets/[0-9a-f]{16}/console.css)\"").matcher(page);
        assertThat(css.find()).isTrue();
        HttpResponse<String> sheet = send(HttpRequest.newBuilder(URI.create(console.address() + css.group(1))).header("Accept-Encoding", "gzip"));

        assertThat(sheet.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(sheet.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(get("/assets/0000000000000000/console.css").statusCode()).isEqualTo(404);
        Assets assets = new Assets();
        int all = 0;
        for (String name : List.of("console.css", "console.js", "htmx.min.js", "sse.min.js", "icons.svg", "logo.svg")) {
            Assets.Asset asset = assets.at(assets.address(name).substring("/assets/".length())).orElseThrow();
            all += asset.gzip().length;
        }
        assertThat(all).isLessThan(60_000);
    }

    @Test
    void aPageAfterTheFirstWeighsLittle() throws Exception {
        signIn("chen", "chen");
        for (String path : List.of("/worklist", "/orders", "/orders/SO-2026-00148", FORM)) {
            HttpResponse<byte[]> page = http.send(
                    HttpRequest.newBuilder(URI.create(console.address() + path)).header("Cookie", cookies).header("Accept-Encoding", "gzip").build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(page.body().length).as(path).isLessThan(10_240);
        }
    }

    @Test
    void suggestionsAreForThoseWhoSeeCustomers() throws Exception {
        signIn("lina", "lina");
        assertThat(get("/suggest/customer?q=x").body()).contains("\"value\":\"C-00042\"");
        cookies = "";
        signIn("rules", "rules");
        assertThat(get("/suggest/customer?q=x").body()).isEqualTo("[]");
        assertThat(get("/suggest/person?q=lin").body()).contains("lina");
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        signIn("lina", "lina");
        String token = hidden(get("/worklist").body(), "_token");

        assertThat(post("/sign-out", fields("_token", token)).statusCode()).isEqualTo(303);
        assertThat(get("/worklist").statusCode()).isEqualTo(303);
    }

    @Test
    void othersMethodsAreRefused() throws Exception {
        signIn("lina", "lina");
        assertThat(send(HttpRequest.newBuilder(URI.create(console.address() + "/orders")).DELETE()).statusCode()).isEqualTo(405);
    }
}
