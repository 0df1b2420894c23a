package dev.kontor.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Forms over HTTP")
final class FormsTest extends Visitor {

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
    void whatWasTypedForACommandThatHasGoneMeanwhileComesBackAndIsSentAgain() throws Exception {
        signIn("lina", "lina");
        String page = get(FORM).body();
        console.company.away = Optional.of(Refused.because(Refused.Reason.UNAVAILABLE, Text.plain("Entry does not run.")));
        HttpResponse<String> answer = post(FORM, fields(
                "_token", hidden(page, "_token"), "_key", hidden(page, "_key"), "_version", "5", "contract", "HT-1 \"<i>\"", "lines[0].model", "A"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Entry does not run.", "value=\"HT-1 &#34;", "action=\"" + FORM, "name=\"lines[0].model\" value=\"A\"")
                .doesNotContain("<i>");
        assertThat(hidden(answer.body(), "_key")).as("the same: it has one effect").isEqualTo(hidden(page, "_key"));
        assertThat(hidden(answer.body(), "_version")).isEqualTo("5");

        console.company.away = Optional.empty();
        post(FORM, fields("_token", hidden(answer.body(), "_token"), "_key", hidden(answer.body(), "_key"), "_version", "5",
                "contract", "HT-1", "lines[0].model", "A"));
        assertThat(console.company.requests).hasSize(1);
    }

    @Test
    void whoNamesACustomerThatIsNotOnFileMayAddItBesideWhatWasTyped() throws Exception {
        signIn("lina", "lina");
        assertThat(get(FORM).body()).as("nothing is wrong yet").doesNotContain("/do/customers/save");

        assertThat(refusedCustomer()).contains("no such customer", "value=\"Nobody Ltd\"", "href=\"/do/customers/save\" target=\"_blank\"");
    }

    @Test
    void whoMayNotAddACustomerIsToldWhoMay() throws Exception {
        signIn("wu", "wu");

        assertThat(refusedCustomer()).contains("no such customer", "请联系其新增").doesNotContain("/do/customers/save");
    }

    private String refusedCustomer() throws Exception {
        console.company.refusal = Optional.of(Refused.at("customer", Text.plain("no such customer")));
        String page = get(FORM).body();
        return post(FORM, fields("_token", hidden(page, "_token"), "_key", hidden(page, "_key"), "customer", "Nobody Ltd")).body();
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
    void whatCannotBeFilledInYetLeadsToWhatIsMissingAndHasNothingToSend() throws Exception {
        signIn("lina", "lina");
        String page = get("/do/logistics/too-early").body();

        assertThat(page).contains("没有可信任的机构。", "href=\"/logistics/providers\"", "电子认证服务机构");
        assertThat(page).doesNotContain("action=\"/do/logistics/too-early");
    }

    @Test
    void aFormLeadsToWhatIsToBeReadAndARefusedDrawingIsDrawnAgain() throws Exception {
        signIn("lina", "lina");
        String page = get("/do/logistics/draw").body();
        assertThat(page).contains("href=\"/documents/d-7\" target=\"_blank\"", "report.pdf", "name=\"report\" value=\"of-now\"");
        console.company.refusal = Optional.of(Refused.at(List.of(
                new Refused.Gap("report", Text.plain("printed anew")), new Refused.Gap("drawing", Text.plain("draw again")))));

        String answer = post("/do/logistics/draw", fields("_token", hidden(page, "_token"), "_key", hidden(page, "_key"), "report", "of-then",
                "signatory", "Wang Wei", "drawing.handle", "ee".repeat(32), "drawing.name", "a.png")).body();

        assertThat(answer).contains("printed anew", "draw again", "value=\"Wang Wei\"", "name=\"report\" value=\"of-now\"")
                .doesNotContain("of-then", "drawing.handle", "href=\"#f-logistics-draw-report\"");
        console.company.refusal = Optional.of(Refused.at("signatory", Text.plain("who is this")));
        answer = post("/do/logistics/draw", fields("_token", hidden(page, "_token"), "_key", hidden(page, "_key"), "report", "of-then",
                "signatory", "Wang Wei", "drawing.handle", "ee".repeat(32), "drawing.name", "a.png")).body();
        assertThat(answer).as("nothing was said of the drawing").contains("name=\"report\" value=\"of-then\"", "ee".repeat(32));
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

    @Test
    void aFileThatIsRefusedIsSaidAtItsFieldAndWhatWasTypedStays() throws Exception {
        signIn("lina", "lina");
        String token = hidden(get(FORM).body(), "_token");
        String body = part("_token", token) + part("contract", "合同一") + part("lines[0].model", "VM-1")
                + "--x\r\nContent-Disposition: form-data; name=\"scan\"; filename=\"a.exe\"\r\n\r\nMZ\r\n--x--\r\n";
        HttpResponse<String> answer = post(FORM, body, "Content-Type", "multipart/form-data; boundary=x");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"合同一\"", "value=\"VM-1\"", "id=\"f-entry-save-scan-gap\"", "href=\"#f-entry-save-scan\"", "a.exe");
        assertThat(console.company.requests).isEmpty();
    }

    @Test
    void aFileSentAheadIsAnsweredWithItsHandleOrItsRefusal() throws Exception {
        signIn("lina", "lina");
        String token = hidden(get(FORM).body(), "_token");
        String file = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%%PDF\r\n--x--\r\n";

        HttpResponse<String> taken = post("/upload", file.formatted("b.pdf"),
                "Content-Type", "multipart/form-data; boundary=x", "X-Kontor-Token", token);
        HttpResponse<String> refused = post("/upload", file.formatted("b.exe"),
                "Content-Type", "multipart/form-data; boundary=x", "X-Kontor-Token", token);
        HttpResponse<String> forged = post("/upload", file.formatted("c.pdf"), "Content-Type", "multipart/form-data; boundary=x");

        assertThat(taken.body()).isEqualTo("{\"handle\":\"" + "ee".repeat(32) + "\",\"name\":\"b.pdf\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("refused", "b.exe");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(console.company.taken).containsExactly("b.pdf:4");
    }

    private static String part(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
