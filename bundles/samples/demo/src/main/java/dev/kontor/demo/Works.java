package dev.kontor.demo;

import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.demo.Deal.Stage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is done with the demo's cleared orders, as far as each has come: production, shipping, collection, archive. */
final class Works {

    private static final List<String> INSPECTIONS = List.of("incoming", "in-process", "final");

    private final Staff staff;
    private final Documents documents;
    private final LocalDate today;

    Works(Staff staff, Documents documents, LocalDate today) {
        this.staff = staff;
        this.documents = documents;
        this.today = today;
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
    }

    private void centre(String code, String name, String hours) throws InterruptedException {
        staff.company("qian", "production/set-work-centre", "centre-" + code, Map.of("code", code, "name", name, "capacity", hours));
    }

    void carryOut(Deal deal, OrderNumber order) throws InterruptedException {
        if (deal.stage().hasCome(Stage.PLANNED)) {
            step(deal, order, "qian", "production/make-plan", "", Map.of("start-on", today.toString(), "operations", List.of(
                    operation("床身加工", "MC", "24"), operation("整机装配", "AS", "16"), operation("精度调试", "TE", "8"))));
        }
        if (deal.stage().hasCome(Stage.STARTED)) {
            paid(deal, order, "advance", "0.3");
            step(deal, order, "qian", "production/release-plan", "", Map.of());
        }
        if (deal.stage().hasCome(Stage.FINISHED)) {
            inspect(deal, order, "incoming");
            report(deal, order, "床身加工", "整机装配");
            inspect(deal, order, "in-process");
            report(deal, order, "精度调试");
            inspect(deal, order, "final");
        }
        if (deal.stage().hasCome(Stage.UNDER_WAY)) {
            ship(deal, order);
        }
        if (deal.stage().hasCome(Stage.DELIVERED)) {
            deliver(deal, order);
        }
        if (deal.stage().hasCome(Stage.FILED)) {
            close(deal, order);
        }
    }

    private static Values operation(String name, String centre, String hours) {
        return new Values(Map.of("line", "1", "name", name, "centre", centre, "hours", hours));
    }

    private void paid(Deal deal, OrderNumber order, String what, String part) throws InterruptedException {
        BigDecimal total = new BigDecimal(Catalogue.MACHINES.get(deal.machine()).price()).multiply(BigDecimal.valueOf(deal.quantity()));
        step(deal, order, "tang", "finance/record-receipt", "", Map.of(
                "voucher", deal.contract() + "-" + what, "amount", total.multiply(new BigDecimal(part)).setScale(2).toPlainString(),
                "received-on", today.toString(), "document", paper("Receipt " + deal.contract() + " " + what)), what);
    }

    private void inspect(Deal deal, OrderNumber order, String kind) throws InterruptedException {
        step(deal, order, "qian", "production/present", "", Map.of("kind", kind), kind);
        Map<String, Object> measured = new HashMap<>(Map.of("value-1", "0.012", "value-2", "68"));
        measured.put("components", List.of(new Values(Map.of("name", "主轴", "supplier", "洛阳轴研科技", "batch", "ZZ-2611"))));
        step(deal, order, "ma", "production/inspect", "", measured, kind);
    }

    private void report(Deal deal, OrderNumber order, String... steps) throws InterruptedException {
        step(deal, order, "qian", "production/report-progress", "", Map.of("finished", List.of(steps), "confirmed", "yes"), steps[0]);
    }

    private void ship(Deal deal, OrderNumber order) throws InterruptedException {
        paid(deal, order, "dispatch", "0.6");
        step(deal, order, "lu", "logistics/plan-shipment", "", Map.of("mode", "road", "reason", "大件运输经验丰富，时效满足合同交期。"));
        step(deal, order, "lu", "logistics/prepare-shipment", "", Map.of(
                "contract-number", "YS-" + deal.contract(), "contract", paper("Transport contract " + deal.contract()), "duties", "yes",
                "packing", "木箱两件，防潮包装。", "insured", "yes", "insurance", "PICC-" + deal.contract()));
        step(deal, order, "lu", "logistics/release-shipment", "", Map.of());
        step(deal, order, "lu", "logistics/dispatch-shipment", "", Map.of(
                "dispatched-on", today.toString(), "waybill", "YD" + deal.contract(), "expected-on", today.plusDays(3).toString()));
    }

    private void deliver(Deal deal, OrderNumber order) throws InterruptedException {
        step(deal, order, "lu", "logistics/arrive-shipment", "", Map.of(
                "arrived-on", today.toString(), "received-by", "收货员", "receipt", paper("Receipt advice " + deal.contract())));
        Map<String, Object> right = new HashMap<>();
        for (int item = 1; item <= 12; item++) {
            right.put("item-" + item, "right");
        }
        step(deal, order, deal.representative(), "logistics/check-items", "", right);
        step(deal, order, deal.representative(), "logistics/sign-report", "", Map.of(
                "report", paper("Acceptance report " + deal.contract()), "signed-on", today.toString(), "signatory", "设备部经理",
                "authority", "授权委托书 01 号", "seal", "acceptance", "original-at", "销售部档案柜 A-1"));
    }

    private void close(Deal deal, OrderNumber order) throws InterruptedException {
        step(deal, order, "tang", "finance/request-invoice", "", Map.of("scope", "0", "kind", "special"));
        step(deal, order, "tang", "finance/record-invoice", "", Map.of(
                "number", "2433200000" + "%010d".formatted(Math.abs(deal.contract().hashCode())), "issued-on", today.toString(),
                "original", paper("Invoice " + deal.contract())));
        step(deal, order, "tang", "finance/receive-invoice", "", Map.of("received-on", today.toString()));
        step(deal, order, "tang", "finance/set-penalty-terms", "", Map.of(
                "side", "late-delivery", "per-mille", "0.5", "cap", "5", "ends-with", "logistics.delivered"));
        step(deal, order, "tang", "finance/confirm-penalty-terms", "", Map.of());
        step(deal, order, "tang", "finance/confirm-settlement", "", Map.of());
        step(deal, order, deal.representative(), "finance/confirm-settlement", "", Map.of(), "sales");
        step(deal, order, "tang", "finance/hand-over", "", Map.of());
        step(deal, order, "song", "archive/file", "", Map.of());
    }

    private void step(Deal deal, OrderNumber order, String person, String command, String subject, Map<String, Object> wanted)
            throws InterruptedException {
        step(deal, order, person, command, subject, wanted, "");
    }

    /** @param which of several alike */
    private void step(
            Deal deal, OrderNumber order, String person, String command, String subject, Map<String, Object> wanted, String which)
            throws InterruptedException {
        staff.order(person, command, subject, order, deal.contract() + "-" + command + "-" + subject + which, wanted);
    }

    private Upload paper(String words) {
        try {
            return documents.take(words.replace(' ', '-') + ".pdf", new ByteArrayInputStream(Paper.of(List.of(words, "Demo company."))));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
