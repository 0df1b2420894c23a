package dev.kontor.demo;

import dev.kontor.api.form.Values;
import dev.kontor.demo.Deal.Stage;
import dev.kontor.demo.Deal.Turn;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is done with the demo's cleared orders, as far as each has come: production, shipping, collection (regulation 5 to 7).
 * What is owed as a task and needs nothing of the deal is done by {@link Chores}.
 */
final class Works {

    private static final List<String> INSPECTIONS = List.of("incoming", "in-process", "final");
    /** Of a machine that comes late. */
    private static final int DELAY = 20;

    private final Deals deals;
    private final Staff staff;

    Works(Deals deals, Staff staff) {
        this.deals = deals;
        this.staff = staff;
    }

    /** What has to be there before the first order is made. */
    void equip() throws InterruptedException {
        centre("MC", "机加工", "32");
        centre("AS", "装配", "24");
        centre("TE", "调试", "16");
        for (String kind : INSPECTIONS) {
            staff.company("sun", "production/set-inspection-plan", "inspection-" + kind, Map.of("kind", kind, "reason", "首版检验标准",
                    "characteristics", List.of(
                            new Values(Map.of("name", "径向跳动", "unit", "mm", "lower", "0", "upper", "0.02")),
                            new Values(Map.of("name", "噪声", "unit", "dB", "upper", "75")))));
        }
        staff.company("lu", "logistics/register-carrier", "carrier-1", Map.of(
                "name", "浙江远航大件运输有限公司", "modes", List.of("road", "sea"), "contact", "沈海", "phone", "0571-86660001", "active", "yes"));
        staff.company("lu", "logistics/register-carrier", "carrier-2", Map.of(
                "name", "中联精密设备物流有限公司", "modes", List.of("road"), "contact", "罗平", "phone", "021-59990002", "active", "yes"));
        staff.company("he", "production/record-supplier", "supplier-1", Map.of("code", "LY-ZY", "name", "洛阳轴研科技", "contact", "贾工 0379-64880001"));
        staff.about("sun", "production/approve-supplier", "LY-ZY", "supplier-approved-1", Map.of("verdict", "approved",
                "until", staff.today().plusYears(1).toString(), "reason", "供货质量稳定，交期准时。"));
    }

    private void centre(String code, String name, String hours) throws InterruptedException {
        staff.company("qian", "production/set-work-centre", "centre-" + code, Map.of("code", code, "name", name, "capacity", hours));
    }

    void write(Deal deal) {
        int late = deal.is(Turn.LATE) ? DELAY : 0;
        if (deal.stage().hasCome(Stage.PLANNED)) {
            int planned = deal.is(Turn.LATE) ? 11 : 5;
            step(deal, planned, "qian", "production/make-plan", () -> Map.of("start-on", staff.today().plusDays(3).toString(), "operations", List.of(
                    operation("床身加工", "MC", "160"), operation("整机装配", "AS", "72"), operation("精度调试", "TE", "32"))));
            if (deal.is(Turn.SERVICED)) {
                buy(deal);
            }
        }
        if (deal.stage().hasCome(Stage.STARTED)) {
            if (!deal.is(Turn.CANCELLED)) {
                invoice(deal, deal.is(Turn.LATE) ? 12 : 6);
            }
            paid(deal, deal.is(Turn.LATE) ? 12 : 6, "advance", "0.3");
            step(deal, deal.is(Turn.LATE) ? 12 : 7, "qian", "production/release-plan", Map::of);
        }
        if (deal.stage().hasCome(Stage.FINISHED)) {
            takeIn(deal, 8 + late);
            inspect(deal, 8 + late, "incoming");
            report(deal, 14 + late, "床身加工");
            report(deal, 18 + late, "整机装配");
            inspect(deal, 18 + late, "in-process");
            report(deal, 21 + late, "精度调试");
            inspect(deal, 22 + late, "final");
        }
        if (deal.stage().hasCome(Stage.UNDER_WAY)) {
            ship(deal, 25 + late);
        }
        if (deal.stage().hasCome(Stage.DELIVERED)) {
            deliver(deal, 29 + late);
        }
    }

    private static Values operation(String name, String centre, String hours) {
        return new Values(Map.of("line", "1", "name", name, "centre", centre, "hours", hours));
    }

    private void buy(Deal deal) {
        step(deal, 5, "sun", "production/set-budget", () -> Map.of("amount", "30000", "reason", "按成本估算。"));
        step(deal, 5, "gao", "production/confirm-budget", () -> Map.of("verdict", "allowed", "grounds", "与测算相符。"));
        step(deal, 5, "qian", "production/request-materials", () -> Map.of("materials", List.of(new Values(Map.of(
                "name", "主轴轴承组", "quantity", "2", "unit", "套", "needed-on", staff.today().plusDays(8).toString())))));
        deals.at(deal, 6, () -> staff.order("he", "production/buy", "", deals.number(deal), deal.contract() + "-buy", Map.of(
                "supplier", "LY-ZY", "reason", "合格供方，交期最短。", "contract", "CG-" + deal.contract(),
                "document", deals.paper("Purchase contract " + deal.contract()), "signed-on", staff.today().toString(),
                "due-on", staff.today().plusDays(7).toString(), "lines", List.of(new Values(Map.of("material", Filling.FIRST, "price", "6800"))))));
        step(deal, 12, "he", "production/receive", () -> Map.of("delivered-on", staff.today().toString(), "received", "2", "batch", "ZC-2610"));
        step(deal, 12, "ma", "production/inspect-receipt", () -> Map.of("rejected", "0"));
    }

    /** From stock, and inspected. */
    private void takeIn(Deal deal, int age) {
        step(deal, age, "he", "production/take-in", () -> Map.of(
                "material", "主轴", "supplier", "LY-ZY", "received", String.valueOf(deal.quantity()), "batch", "ZZ-2611",
                "reason", "库存通用主轴，本订单不另行采购。"));
        deals.step(deal, age, "ma", "production/inspect-receipt", "", () -> Map.of("rejected", "0"), "stock");
    }

    void paid(Deal deal, int age, String what, String part) {
        deals.step(deal, age, "tang", "finance/record-receipt", "", () -> Map.of(
                "voucher", deal.contract() + "-" + what, "amount", share(deal, part), "received-on", staff.today().toString(),
                "document", deals.paper("Receipt " + deal.contract() + " " + what)), what);
    }

    private static String share(Deal deal, String part) {
        BigDecimal total = new BigDecimal(Catalogue.MACHINES.get(deal.machine()).price()).multiply(BigDecimal.valueOf(deal.quantity()));
        return total.multiply(new BigDecimal(part)).setScale(2).toPlainString();
    }

    private void inspect(Deal deal, int age, String kind) {
        deals.step(deal, age, "qian", "production/present", "", () -> Map.of("kind", kind), kind);
        Map<String, Object> measured = new HashMap<>(Map.of("value-1", "0.012", "value-2", "68"));
        measured.put("components", List.of("ZZ-2611"));
        deals.step(deal, age, "ma", "production/inspect", "", () -> measured, kind);
    }

    private void report(Deal deal, int age, String... steps) {
        deals.step(deal, age, "qian", "production/report-progress", "", () -> Map.of("finished", List.of(steps), "confirmed", "yes"), steps[0]);
    }

    private void ship(Deal deal, int age) {
        paid(deal, age - 1, "dispatch", deal.plan().equals("3-3-3-1") ? "0.3" : "0.6");
        step(deal, age - 1, "lu", "logistics/plan-shipment", () -> Map.of("mode", "road", "reason", "大件运输经验丰富，时效满足合同交期。"));
        step(deal, age - 1, "lu", "logistics/prepare-shipment", () -> Map.of(
                "contract-number", "YS-" + deal.contract(), "contract", deals.paper("Transport contract " + deal.contract()), "duties", "yes",
                "packing", "木箱两件，防潮包装。", "insured", "yes", "insurance", "PICC-" + deal.contract()));
        step(deal, age, "lu", "logistics/release-shipment", Map::of);
        step(deal, age, "lu", "logistics/dispatch-shipment", () -> dispatched(deal));
    }

    private Map<String, Object> dispatched(Deal deal) {
        Map<String, Object> typed = new HashMap<>(Map.of("dispatched-on", staff.today().toString(), "waybill", "YD" + deal.contract(),
                "expected-on", staff.today().plusDays(4).toString()));
        if (deal.is(Turn.LATE)) {
            typed.put("late-words", "床身加工返工，交货推迟。");
        }
        return typed;
    }

    private void deliver(Deal deal, int age) {
        step(deal, age, "lu", "logistics/arrive-shipment", () -> Map.of(
                "arrived-on", staff.today().toString(), "received-by", "收货员", "receipt", deals.paper("Receipt advice " + deal.contract())));
        Map<String, Object> right = new HashMap<>();
        for (int item = 1; item <= 12; item++) {
            right.put("item-" + item, "right");
        }
        step(deal, age + 1, deal.representative(), "logistics/check-items", () -> right);
        step(deal, age + 1, deal.representative(), "logistics/sign-report", () -> Map.of(
                "report", deals.paper("Acceptance report " + deal.contract()), "signed-on", staff.today().toString(), "signatory", "设备部经理",
                "authority", "授权委托书 01 号", "seal", "acceptance", "original-at", "销售部档案柜 A-1"));
    }

    private void invoice(Deal deal, int age) {
        step(deal, age, "tang", "finance/request-invoice", () -> Map.of("scope", "0", "kind", "special"));
        step(deal, age, "tang", "finance/record-invoice", () -> Map.of(
                "number", "2433200000" + "%010d".formatted(Math.abs(deal.contract().hashCode())), "issued-on", staff.today().toString(),
                "original", deals.paper("Invoice " + deal.contract())));
        step(deal, age, "tang", "finance/receive-invoice", () -> Map.of("received-on", staff.today().toString()));
    }

    private void step(Deal deal, int age, String person, String command, Deals.Typed typed) {
        deals.step(deal, age, person, command, "", typed);
    }
}
