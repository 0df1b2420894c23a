package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InDemo
@DisplayName("Regulation 3.1 to 4.2 in Chromium: from a need to the cleared order")
class OrderInChromiumIT {

    private static final FilePayload CONTRACT = new FilePayload("销售合同.pdf", "application/pdf",
            "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));

    private static Demo demo;
    private static Company company;

    @BeforeAll
    static void start(Demo shared) {
        demo = shared;
        company = demo.company();
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({"zh-CN, 1280", "en, 390"})
    void anOrderIsClearedByPeopleAtTheirPages(String language, int width) {
        String order;
        try (Visit lina = demo.visit("lina", language, width)) {
            String need = recordedNeed(lina);
            order = registered(lina, need);
            entered(lina, order);
            submitted(lina, order);
            assertThat(lina.complaints()).isEmpty();
        }
        company.arrived(order);
        try (Visit chen = demo.visit("chen", language, width)) {
            assertThat(chen.open("worklist").locator("a[href*='" + order + "']").count()).isPositive();
            chen.form("do/review/pass-preliminary?order=" + order, Map.of(
                    "item-complete", "in-order", "item-accurate", "in-order", "item-credit", "in-order",
                    "item-policy", "in-order", "signed-on", Company.today().toString()));
        }
        assertThat(company.milestone(order)).isEqualTo("review.passed");
        opined("sun", language, width, order, Map.of("feasibility", "feasible", "cycle", "fits", "material", "available"));
        opined("zhou", language, width, order, Map.of("payment-method", "reasonable", "condition", "good", "credit-risk", "low"));
        assertThat(company.milestone(order)).isEqualTo("review.passed");
        opined("wu", language, width, order, Map.of("compliance", "compliant", "risk", "low", "clause-1", "acceptable", "clause-2", "acceptable"));
        assertThat(company.milestone(order)).isEqualTo("review.cleared");
    }

    /** answers the link that registers the contract of this need. */
    private static String recordedNeed(Visit lina) {
        lina.form("do/entry/record-need", Map.of(
                "customer", "上海浦江压铸有限公司", "channel", "referral", "model", "KX-500", "quantity", "1",
                "parameters", "主轴转速: 12000 rpm", "delivery-date", Company.today().plusDays(150).toString(),
                "delivery-place", "上海"));
        assertThat(lina.open("entry/needs").locator("main").innerText()).contains("上海浦江压铸有限公司");
        return lina.page().locator("a[href^='/do/entry/register?subject=']").first().getAttribute("href").substring(1);
    }

    /** */
    private static String registered(Visit lina, String need) {
        lina.form(need, Map.of(
                "contract-number", company.contractNumber(), "contract-kind", "sale", "customer", company.customer(),
                "signed-on", Company.today().toString()));
        String url = lina.page().url();
        assertThat(url).contains("/orders/SO-");
        return url.substring(url.indexOf("SO-"));
    }

    /** with lines from a spreadsheet; Chinese stays Chinese beside a file. */
    private static void entered(Visit lina, String order) {
        Page page = lina.open("do/entry/save?order=" + order);
        paste(page, "lines[0].model", "KX-500\t加工中心\t1\t台\t300000\t13\t主轴转速: 12000 rpm\nKX-200\t车床\t2\t台\t50000\t13\t棒料: 65 mm");
        assertThat(page.inputValue("[name='lines[1].name']")).isEqualTo("车床");
        page.setInputFiles("[name='contract-file']", CONTRACT);
        lina.fill(Map.of(
                "contact-name", "王建国", "contact-phone", "021-5555", "channel", "referral", "plan", "30-60-10",
                "delivery-date", Company.today().plusDays(120).toString(), "delivery-place", "上海浦东", "partial", "no"));
        lina.send();
        assertThat(page.url()).endsWith("/entry/confirm/" + order);
        assertThat(lina.open("orders/" + order + "?tab=documents").locator("main").innerText()).contains("销售合同.pdf");
    }

    /** the missing terms are named, what was typed is still there, and then it goes. */
    private static void submitted(Visit lina, String order) {
        lina.form("do/entry/submit?order=" + order, Map.of("confirmed", "yes"));
        assertThat(lina.page().locator("[role=alert] li").count()).isEqualTo(1);
        lina.open("do/entry/save?order=" + order);
        assertThat(lina.page().inputValue("[name='contact-name']")).isEqualTo("王建国");
        assertThat(lina.page().inputValue("[name='lines[1].name']")).isEqualTo("车床");
        paste(lina.page(), "terms[0].kind", "exemption\t11.2\t不承担间接损失。\nbreach\t12.1\t每日 0.05%，最高 5%。");
        lina.send();
        lina.fill(Map.of("confirmed", "yes"));
        lina.send();
        assertThat(company.milestone(order)).isEqualTo("entry.submitted");
    }

    private static void opined(String person, String language, int width, String order, Map<String, String> findings) {
        try (Visit visit = demo.visit(person, language, width)) {
            visit.open("orders/" + order);
            assertThat(visit.page().locator("form[id^='f-review-opine']").count()).isPositive();
            visit.open("do/review/opine?order=" + order);
            visit.fill(findings);
            visit.fill(Map.of("verdict", "no-objection"));
            visit.send();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static void paste(Page page, String field, String words) {
        page.locator("[name='" + field + "']").evaluate(
                "(field, words) => { field.focus(); const data = new DataTransfer(); data.setData('text/plain', words);"
                        + " field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }",
                words);
    }

    /** A double click, back and the same form again: one order. */
    @Test
    void aFormThatIsSentTwiceHasOneEffect() {
        String contract = company.contractNumber();
        try (Visit lina = demo.visit("lina", "en", 1280)) {
            Page page = lina.open("do/entry/register");
            lina.fill(Map.of("contract-number", contract, "contract-kind", "sale", "customer", company.customer(),
                    "signed-on", Company.today().toString()));
            String key = page.inputValue("[name=_key]");
            page.locator("form.form .send .primary").dblclick();
            page.waitForURL(address -> address.contains("/orders/SO-"));
            String order = page.url();
            page.goBack();
            page.locator("[name=_key]").evaluate("(field, key) => field.value = key", key);
            lina.fill(Map.of("contract-number", contract, "contract-kind", "sale", "customer",
                    company.as("auditor").get("orders?limit=5&words=" + contract).expect(200).body()
                            .path("orders").get(0).path("customer").asText(),
                    "signed-on", Company.today().toString()));
            lina.send();
            assertThat(page.url()).isEqualTo(order);
        }
        assertThat(company.as("auditor").get("orders?limit=5&words=" + contract).expect(200).body().path("orders")).hasSize(1);
    }

    /** while the page is open, a colleague's opinion appears on it. */
    @Test
    void anOpenPageShowsWhatOthersDo() {
        String order = company.submitted(250_000);
        company.passed(order);
        try (Visit lina = demo.visit("lina", "en", 1280)) {
            lina.open("orders/" + order + "?tab=review-opinions");
            company.production(order, "objection").expect(200);
            lina.page().getByText("The spindle is not made any more.").first().waitFor();
        }
    }
}
