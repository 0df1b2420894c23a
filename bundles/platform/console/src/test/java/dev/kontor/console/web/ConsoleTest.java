package dev.kontor.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.console.FakeReplays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Pages over HTTP")
final class ConsoleTest extends Visitor {

    private static final Pattern SERVLET = Pattern.compile("ServletPattern\\(\"/([a-z-]+)");

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
    void whatTheConsoleAnswersItselfIsNoDepartmentsName() throws IOException {
        Stream<String> servlets;
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            servlets = sources.filter(Files::isRegularFile).flatMap(ConsoleTest::addressed).toList().stream();
        }

        assertThat(Stream.concat(servlets, console.console.addresses().stream()))
                .contains("health", "do")
                .allSatisfy(address -> assertThat(DepartmentId.isReserved(address)).as(address).isTrue());
    }

    private static Stream<String> addressed(Path source) {
        try {
            return SERVLET.matcher(Files.readString(source)).results().map(found -> found.group(1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
            for (String path : List.of("/worklist", "/worklist?due=late", "/worklist?whose=colleagues&due=today", "/orders?milestone=review.cleared&late=yes&sort=total", "/orders", "/orders/SO-2026-00148", "/orders/SO-2026-00148?tab=timeline",
                    "/orders/SO-2026-00148?tab=decisions", "/orders/SO-2026-00148?tab=documents", "/decisions/d-1", "/customers",
                    "/customers/C-00042", "/models", "/document/doc-1", "/violations", "/journal?kind=entry.submitted&by=lina&day=2026-11-20", "/calendars", "/calendars/2027", "/delegations", "/rules", "/replays/" + FakeReplays.ID, "/replays/" + FakeReplays.ID + "?sort=money", "/rules/review/joint?version=" + "4e".repeat(32),
                    "/parameters", "/parameters?words=%E5%A4%A7%E9%A2%9D", "/parameters/review/joint/large-order-from", "/accounts", "/journal", "/roster", "/notices", "/account", "/search?words=x", FORM)) {
                HttpResponse<String> page = get(path);
                assertThat(page.statusCode()).as(path).isEqualTo(200);
                assertThat(page.body()).as(path).contains("<html lang=\"" + language + "\"").doesNotContain(">console.", " console.", "nav.work");
            }
        }
    }

    @Test
    void aParameterIsFoundByItsTitleInEitherLanguageAndSaysWhatItWillBe() throws Exception {
        signIn("chen", "chen");

        assertThat(get("/parameters?words=large").body()).contains("/parameters/review/joint/large-order-from");
        assertThat(get("/parameters?words=%E5%A4%A7%E9%A2%9D").body()).contains("/parameters/review/joint/large-order-from");
        assertThat(get("/parameters?words=nothing").body()).doesNotContain("/parameters/review/joint/large-order-from");
        assertThat(get("/parameters/review/joint/large-order-from").body()).contains("500,000", "2,000,000", "&lt;b&gt;board", "#7", "#6");
        assertThat(get("/parameters/review/joint/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/parameters/review/joint").statusCode()).isEqualTo(404);
    }

    @Test
    void aVersionSaysInSentencesWhatItChanges() throws Exception {
        signIn("chen", "chen");

        assertThat(get("/rules/review/joint?version=" + "4e".repeat(32)).body()).contains("The limit &lt;changes&gt;.");
    }

    @Test
    void theFilesOfARefusedVersionStandWithTheirProblemsAtTheirLines() throws Exception {
        signIn("rules", "rules");
        String refused = "4e".repeat(32);

        String page = get("/rules/review/joint/edit?version=" + refused + "&file=size.drl").body();
        assertThat(page).containsSubsequence("size.drl（1）", "class=\"marked\"", "mismatched input", "/do/rules/upload?subject=review%2Fjoint%40size.drl%40" + refused);
        assertThat(page).contains("/do/rules/remove?subject=review%2Fjoint%40size.drl%40" + refused).doesNotContain("<script>alert");
        assertThat(get("/rules/review/joint/edit").body()).contains("/do/rules/upload").doesNotContain("/do/rules/remove");
        assertThat(get("/rules/review/joint/edit?version=none").statusCode()).isEqualTo(404);
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
        assertThat(get("/parcels/review/joint/3f3f").statusCode()).isEqualTo(404);
        assertThat(get("/accounts").statusCode()).isEqualTo(403);
        assertThat(get("/worklist").body()).doesNotContain("href=\"/accounts\"");
    }

    @Test
    void aPageOfADepartmentThatDoesNotRunIsSaidToComeBack() throws Exception {
        signIn("lina", "lina");

        HttpResponse<String> away = get("/legal/opinions");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
        assertThat(get("/review/nothing").statusCode()).isEqualTo(404);
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
    void ofADestroyedDocumentItsPageTellsWhatItWasAndOffersNothing() throws Exception {
        signIn("lina", "lina");
        String page = get("/document/doc-3").body();

        assertThat(page).contains("cd".repeat(32)).containsAnyOf("Destroyed on", "已于").doesNotContain("/documents/doc-3", "<iframe");
        for (String way : List.of("/documents/doc-3", "/documents/doc-3/look")) {
            HttpResponse<String> file = get(way);
            assertThat(file.statusCode()).isEqualTo(404);
            assertThat(file.body()).doesNotContain("%PDF-");
        }
    }

    @Test
    void aSignedRuleSetLeavesForRuleAdministratorsOnly() throws Exception {
        signIn("rules", "rules");
        assertThat(get("/rules/review/joint").body()).contains("href=\"/parcels/review/joint/");
        HttpResponse<String> parcel = get("/parcels/review/joint/3f3f");
        assertThat(parcel.body()).isEqualTo("review/joint 3f3f for rules");
        assertThat(parcel.headers().firstValue("Content-Disposition").orElseThrow()).isEqualTo("attachment; filename=\"review-joint.zip\"");
        assertThat(get("/parcels/review/joint").statusCode()).isEqualTo(404);
    }

    @Test
    void aPdfIsLookedAtInAFrameOfOursAndNothingElseIs() throws Exception {
        signIn("lina", "lina");
        HttpResponse<String> look = get("/documents/doc-1/look");

        assertThat(look.body()).isEqualTo("%PDF-1.");
        assertThat(look.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("inline");
        assertThat(look.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'self'").doesNotContain("unsafe");
        assertThat(look.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(get("/document/doc-1").body()).contains("src=\"/documents/doc-1/look\"", "cd".repeat(32));
        assertThat(get("/documents/doc-2/look").statusCode()).as("a drawing that could run script").isEqualTo(404);
        assertThat(get("/document/doc-2").body()).doesNotContain("<iframe", "<img src=\"/documents");
    }

    @Test
    void aJournalLineNamesItsFieldsInWordsBeforeBesideAfter() throws Exception {
        signIn("lina", "lina");

        assertThat(get("/orders/SO-2026-00148?tab=timeline").body())
                .contains(">交货日期</th><td>2027-01-30</td><td>2027-02-06</td>")
                .doesNotContain("delivery-date:", "delivery.date");
    }

    @Test
    void theOrdersTopSaysOnWhomItWaitsSinceWhenUntilWhenAndWhatIsNext() throws Exception {
        signIn("chen", "chen");

        assertThat(get("/orders/SO-2026-00148").body())
                .contains("初审通过。正在等待法务审核人：", "自 2026-11-21", "截止 2026-11-23 24:00（今天到期）", "另有 2 项在等待");
    }

    @Test
    void aRuleSetAndItsNumbersAreKnownByTheirTitlesBesideTheirNames() throws Exception {
        signIn("rules", "rules");

        assertThat(get("/rules").body()).contains(">会审</a>", "review/joint");
        assertThat(get("/rules/review/joint").body()).contains("会审</h1>", "大额订单标准", "large-order-from");
    }

    @Test
    void theYearIsDrawnWithItsDaysInWords() throws Exception {
        signIn("lina", "lina");
        String page = get("/calendars/2026").body();

        assertThat(page).contains("国庆节", "补班日", "公司自定", "class=\"day make-up").contains("class=\"day off own");
        assertThat(get("/calendars/2027").body()).contains("尚未公布", "暂定");
        assertThat(page).as("what a recount would move").contains("2027-01-04", "2027-01-05", "将变动");
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
    void othersMethodsAreRefused() throws Exception {
        signIn("lina", "lina");
        assertThat(send(HttpRequest.newBuilder(URI.create(console.address() + "/orders")).DELETE()).statusCode()).isEqualTo(405);
    }
}
