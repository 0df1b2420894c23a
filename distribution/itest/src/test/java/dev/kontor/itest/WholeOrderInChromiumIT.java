package dev.kontor.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One order, from chapter to chapter; what its people press, click and wait for is counted. */
@InDemo
@DisplayName("R-0.1: one order walks from a need to the archive over the pages of the console")
class WholeOrderInChromiumIT {

    private static final FilePayload PAPER = new FilePayload("盖章文件.pdf", "application/pdf",
            "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    private static final FilePayload PHOTO = new FilePayload("验收报告.png", "image/png", Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
    private static final String SUPPLIER = "SP-WALK";

    private static final Map<String, Walker> PEOPLE = new HashMap<>();
    private static final Effort EFFORT = new Effort();
    private static final String NUMBER = "%09d".formatted(System.nanoTime() % 1_000_000_000);
    private static final String CUSTOMER = "上海浦江压铸有限公司 " + NUMBER;

    private static Demo demo;
    private static Company company;
    private static String order;

    @BeforeAll
    static void equip(Demo shared) {
        demo = shared;
        company = demo.company();
        String customer = company.as("lina").command("customers/save", Map.of("values", Map.of(
                "name", CUSTOMER, "country", "DE", "address", "上海市浦东新区", "contacts",
                List.of(Map.of("name", "王建国", "phone", "021-5555", "email", "wang@example.org"))))).expect(200).body().path("id").asText();
        company.as("zhou").command("finance/set-credit-limit", Map.of("values", Map.of(
                "customer", customer, "limit", "1000000", "currency", "CNY", "expires", in(300), "reason", "付款及时。"))).expect(200);
        company.as("gao").command("finance/confirm-credit-limit", Map.of("values", Map.of("subject", customer, "agreed", "yes"))).expect(200);
        company.as("he").command("production/record-supplier", Map.of("values", Map.of(
                "code", SUPPLIER, "name", "洛阳轴研科技", "contact", "周工 0379-1")));
        company.as("sun").command("production/approve-supplier", Map.of("values", Map.of(
                "subject", SUPPLIER, "verdict", "approved", "until", today().plusYears(1).toString(), "reason", "体系认证齐全。")));
    }

    @AfterAll
    static void leave() {
        PEOPLE.values().forEach(walker -> walker.visit().close());
        PEOPLE.clear();
    }

    private static LocalDate today() {
        return Company.today();
    }

    private static String in(int days) {
        return today().plusDays(days).toString();
    }

    /** Each sits at a window of their own all day. */
    private static Walker as(String person) {
        return PEOPLE.computeIfAbsent(person, name -> new Walker(demo.visit(name, "zh-CN", 1280), EFFORT));
    }

    @Test
    void anOrderWalksThroughEveryChapterByClicksAndTyping() {
        entered();
        reviewed();
        planned();
        started();
        bought();
        inspected();
        delivered();
        settled();
        served();
        filed();
        counted();
        PEOPLE.forEach((person, walker) -> assertThat(walker.visit().complaints()).as(person).isEmpty());
        System.out.println("One order from the need to the archive: " + EFFORT);
    }

    /** Chapter 3: from the need to the submitted order. */
    private static void entered() {
        Walker lina = as("lina").nav("entry/needs").button("entry/record-need").fill(Map.of(
                "customer", CUSTOMER, "channel", "referral", "model", "KX-500", "quantity", "1",
                "parameters", "主轴转速: 12000 rpm", "delivery-date", in(150), "delivery-place", "上海"));
        lina.send("entry/record-need").go("main a[href^='/do/entry/register?subject=']");
        lina.fill(Map.of("contract-number", "HT-" + NUMBER, "contract-kind", "sale", "signed-on", today().toString()));
        lina.send("entry/register");
        String url = lina.page().url();
        order = url.substring(url.indexOf("SO-"));
        lina.button("entry/save")
                .paste("lines[0].model", "KX-500\t加工中心\t1\t台\t300000\t13\t主轴转速: 12000 rpm")
                .attach("contract-file", PAPER)
                .paste("terms[0].kind", "exemption\t11.2\t不承担间接损失。\nbreach\t12.1\t每日 0.05%，最高 5%。")
                .fill(Map.of("contact-name", "王建国", "contact-phone", "021-5555", "channel", "referral", "plan", "30-60-10",
                        "delivery-date", in(120), "delivery-place", "上海浦东", "partial", "no"))
                .send("entry/save")
                .fill(Map.of("confirmed", "yes"))
                .send("entry/submit");
        assertThat(company.milestone(order)).isEqualTo("entry.submitted");
    }

    /** Chapter 4: reviewed by four people. */
    private static void reviewed() {
        company.arrived(order);
        as("chen").task(order, "review/pass-preliminary").fill(Map.of(
                "item-complete", "in-order", "item-accurate", "in-order", "item-credit", "in-order", "item-policy", "in-order",
                "signed-on", today().toString())).send("review/pass-preliminary");
        opined("sun", Map.of("feasibility", "feasible", "cycle", "fits", "material", "available"));
        opined("zhou", Map.of("payment-method", "reasonable", "condition", "good", "credit-risk", "low"));
        opined("wu", Map.of("compliance", "compliant", "risk", "low", "clause-1", "acceptable", "clause-2", "acceptable"));
        assertThat(company.milestone(order)).isEqualTo("review.cleared");
    }

    private static void opined(String person, Map<String, String> findings) {
        as(person).task(order, "review/opine").fill(findings).fill(Map.of("verdict", "no-objection")).send("review/opine");
    }

    /** */
    private static void planned() {
        company.handled(order);
        as("qian").task(order, "production/make-plan").fill(Map.of(
                "operations[0].line", "1", "operations[0].name", "床身加工", "operations[0].centre", "MC", "operations[0].hours", "24",
                "materials[0].name", "主轴", "materials[0].quantity", "1", "materials[0].unit", "件")).send("production/make-plan");
    }

    /** what is due before production is paid. */
    private static void started() {
        paid("V1-" + NUMBER, "90000");
        as("qian").task(order, "production/release-plan").send("production/release-plan");
        assertThat(company.milestones(order)).contains("production.started");
    }

    private static void paid(String voucher, String amount) {
        as("tang").order(order).button("finance/record-receipt")
                .fill(Map.of("voucher", voucher, "amount", amount))
                .attach("document", PAPER)
                .send("finance/record-receipt");
    }

    /** */
    private static void bought() {
        as("sun").order(order).button("production/set-budget").fill(Map.of("amount", "60000", "reason", "按订单成本测算。"))
                .send("production/set-budget");
        as("gao").task(order, "production/confirm-budget").fill(Map.of("verdict", "allowed", "grounds", "与测算相符。"))
                .send("production/confirm-budget");
        Walker he = as("he").task(order, "production/buy").fill(Map.of(
                "supplier", SUPPLIER, "reason", "轴承精度最好。", "contract", "CG-" + NUMBER, "signed-on", today().toString(),
                "due-on", in(10), "lines[0].price", "45000"));
        he.attach("document", PAPER).send("production/buy");
        he.order(order).button("production/receive").fill(Map.of("batch", "ZZ-2611")).send("production/receive");
        as("ma").task(order, "production/inspect-receipt").fill(Map.of("rejected", "0")).send("production/inspect-receipt");
    }

    /** the step is done between the inspections. */
    private static void inspected() {
        for (String kind : List.of("incoming", "in-process", "final")) {
            if (kind.equals("final")) {
                reported();
            }
            as("qian").order(order).button("production/present").fill(Map.of("kind", kind)).send("production/present");
            Walker ma = as("ma").task(order, "production/inspect").fill(Map.of("value-1", "0.012", "value-2", "68"));
            if (kind.equals("incoming")) {
                ma.fill(Map.of("components", ma.page().locator("form [name=components]").first().getAttribute("value")));
            }
            ma.send("production/inspect");
        }
        assertThat(company.milestones(order)).contains("production.finished");
    }

    private static void reported() {
        Walker qian = as("qian").task(order, "production/report-progress");
        String step = qian.page().locator("form [name=finished]").first().getAttribute("value");
        qian.fill(Map.of("finished", step, "confirmed", "yes")).send("production/report-progress");
    }

    /** Chapter 6: shipped, and accepted by the customer on a phone. */
    private static void delivered() {
        company.handled(order);
        paid("V2-" + NUMBER, "180000");
        as("lu").task(order, "logistics/ship");
        String carrier = as("lu").page().locator("form [name=carrier]").first().getAttribute("value");
        as("lu").fill(Map.of("mode", "road", "carrier", carrier, "reason", "时效满足合同交期。")).send("logistics/ship");
        as("lu").task(order, "logistics/prepare-shipment").attach("contract", PAPER).fill(Map.of(
                "contract-number", "YS-" + NUMBER, "duties", "yes", "packing", "木箱两件。", "insured", "yes", "insurance", "PICC-" + NUMBER))
                .send("logistics/prepare-shipment");
        as("lu").task(order, "logistics/release-shipment").send("logistics/release-shipment");
        as("lu").task(order, "logistics/dispatch-shipment").fill(Map.of("waybill", "YD" + NUMBER, "expected-on", in(3)))
                .send("logistics/dispatch-shipment");
        as("lu").task(order, "logistics/arrive-shipment").fill(Map.of("received-by", "收货员")).attach("receipt", PHOTO)
                .send("logistics/arrive-shipment");
        accepted();
        assertThat(company.milestones(order)).contains("logistics.delivered");
    }

    private static void accepted() {
        Walker lina = as("lina");
        lina.page().setViewportSize(390, 844);
        lina.task(order, "logistics/check-items");
        Map<String, String> right = new HashMap<>();
        lina.page().locator("form[id^='f-logistics-check-items'] input[value=right]").all()
                .forEach(box -> right.put(box.getAttribute("name"), "right"));
        assertThat(right).isNotEmpty();
        lina.fill(right).send("logistics/check-items");
        lina.visit().fits("the acceptance on a phone");
        lina.task(order, "logistics/sign-report").attach("report", PHOTO).fill(Map.of(
                "signatory", "设备部经理", "authority", "授权委托书 01 号", "seal", "acceptance", "original-at", "销售部 A-1"));
        lina.send("logistics/sign-report");
        lina.page().setViewportSize(1280, 900);
    }

    /** Chapter 7: invoiced, and settled by two. */
    private static void settled() {
        company.handled(order);
        as("tang").order(order).button("finance/request-invoice").fill(Map.of("scope", "0")).send("finance/request-invoice");
        as("tang").task(order, "finance/record-invoice")
                .fill(Map.of("number", "24332000000%s".formatted(NUMBER), "issued-on", today().toString()))
                .attach("original", PAPER)
                .send("finance/record-invoice");
        as("tang").order(order).button("finance/receive-invoice").send("finance/receive-invoice");
        as("tang").order(order).button("finance/set-penalty-terms").fill(Map.of(
                "side", "late-delivery", "per-mille", "0.5", "cap", "5", "ends-with", "logistics.delivered")).send("finance/set-penalty-terms");
        as("tang").task(order, "finance/confirm-penalty-terms").send("finance/confirm-penalty-terms");
        as("tang").task(order, "finance/confirm-settlement").send("finance/confirm-settlement");
        as("lina").task(order, "finance/confirm-settlement").fill(Map.of("verdict", "agreed")).send("finance/confirm-settlement");
        as("tang").task(order, "finance/hand-over").send("finance/hand-over");
        assertThat(company.milestones(order)).contains("finance.settled");
    }

    /** Chapter 8: the customer asks for service, which disputes retention money until they are helped; a visit is planned. */
    private static void served() {
        as("lina").order(order).button("aftersales/open-case").fill(Map.of("kind", "repair", "need", "主轴异响。"))
                .send("aftersales/open-case");
        Walker tang = as("tang").order(order).go("main a[href*='tab=finance-schedule']");
        company.until("retention money is disputed", () -> isDisputed(tang));
        as("xu").task(order, "aftersales/answer-case").fill(Map.of("response", "明日到现场。")).send("aftersales/answer-case");
        as("xu").task(order, "aftersales/resolve-case").fill(Map.of("work", "更换轴承。", "result", "solved", "confirmed-by", "王建国"))
                .attach("confirmation", PAPER).send("aftersales/resolve-case");
        company.until("retention money is disputed no longer", () -> !isDisputed(tang));
        assertThat(as("xu").nav("aftersales/visits").page().locator("main")).containsText(order);
    }

    private static boolean isDisputed(Walker finance) {
        finance.page().reload();
        return finance.page().locator("main").textContent().contains("因质保工单有争议");
    }

    /** Chapter 9: filed; the volume and the machine's file tell its life. */
    private static void filed() {
        company.handled(order);
        as("song").task(order, "archive/file").send("archive/file");
        assertThat(company.milestones(order)).contains("archive.filed");
        as("song").order(order).go("main a[href*='tab=archive-volumes']").go("main a[href^='/archive/volumes/']");
        assertThat(as("song").page().locator("main")).containsText("验收报告.png");
        as("lina").order(order).go("main a[href*='tab=machines']").go("main a[href^='/machines/']");
        assertThat(as("lina").page().locator("main")).containsText("YD" + NUMBER);
        assertThat(as("lina").page().locator("main")).containsText("ZZ-2611");
        assertThat(as("lina").page().locator("main")).containsText("授权委托书 01 号");
    }

    /** Chapter 10: the months that are over were audited and counted, and a score leads to what it was counted from. */
    private static void counted() {
        Walker shen = as("shen").nav("supervision/audits").go("main table a[href^='/supervision/audits/']");
        assertThat(shen.page().locator("main table a[href^='/orders/']").first()).isVisible();
        shen.nav("supervision/scores").go("main table a[href^='/supervision/scores/']");
        assertThat(shen.page().locator("main table tbody tr").first()).isVisible();
    }
}
