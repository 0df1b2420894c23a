package dev.kontor.demo;

import dev.kontor.api.form.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What else happens to some of the demo's orders: they are changed, ended, served, or their customers cannot pay. */
final class Turns {

    private final Deals deals;
    private final Sale sale;
    private final Staff staff;

    Turns(Deals deals, Sale sale, Staff staff) {
        this.deals = deals;
        this.sale = sale;
        this.staff = staff;
    }

    void write(Deal deal) {
        switch (deal.turn()) {
            case SERVICED -> serve(deal);
            case CHANGING -> change(deal);
            case HARDSHIP -> hardship(deal);
            case WRONG -> correct(deal);
            case CANCELLED -> cancel(deal);
            case TERMINATED -> step(deal, 20, "gao", "review/terminate", () -> Map.of("how", "termination", "reason", "客户不同意修改免责条款，双方协商终止。"));
            case NONE, LATE, RETAINED -> { }
        }
    }

    private void serve(Deal deal) {
        open(deal, 60, "repair", "主轴异响，加工表面有振纹。", "1");
        step(deal, 61, "xu", "aftersales/answer-case", () -> Map.of("response", "工程师次日到场。", "responded-on", staff.today().toString()));
        step(deal, 63, "xu", "aftersales/resolve-case", () -> Map.of("resolved-on", staff.today().toString(), "work", "更换主轴前轴承，试切合格。",
                "result", "solved", "confirmed-by", "设备部经理", "confirmation", deals.paper("Service sheet " + deal.contract())));
        open(deal, deal.signedBefore() - 1, "consulting", "咨询夹具改造方案。", "2");
    }

    private void open(Deal deal, int age, String kind, String need, String which) {
        deals.step(deal, age, "xu", "aftersales/open-case", "", () -> Map.of("kind", kind, "need", need, "asked-by", "设备部经理",
                "asked-on", staff.today().toString(), "months", "12"), which);
    }

    /** The customer wants it a month later: every reviewer whom that concerns is asked again. */
    private void change(Deal deal) {
        int age = deal.signedBefore() - 2;
        step(deal, age, deal.representative(), "entry/change", () -> Map.of("reason", "客户厂房延期，要求推迟交货并加配刀库。"));
        again(deal, age, deal.representative(), "entry/save", () -> changed(deal));
        again(deal, age, deal.representative(), "entry/submit", () -> Map.of("confirmed", "yes", "agreement-number", "BC-" + deal.contract(),
                "agreement-signed-on", staff.today().toString(), "agreement-file", deals.paper("Supplementary agreement " + deal.contract())));
        again(deal, age + 1, "chen", "review/pass-preliminary", () -> Map.of("signed-on", deals.signedOn(deal).toString()));
    }

    private Map<String, Object> changed(Deal deal) {
        Catalogue.Machine machine = Catalogue.MACHINES.get(deal.machine());
        Map<String, Object> typed = new HashMap<>(sale.entered(deal));
        typed.remove("plan");
        typed.put("delivery-date", deals.signedOn(deal).plusDays(150).toString());
        typed.put("lines", List.of(new Values(Map.of("model", machine.model(), "name", machine.name(), "quantity", "1", "unit", machine.unit(),
                "price", "1350000", "tax", "13", "parameters", machine.parameters() + "; 加配刀库=40 把"))));
        return typed;
    }

    private void hardship(Deal deal) {
        int age = deal.signedBefore() - 6;
        step(deal, age, deal.representative(), "finance/report-hardship", () -> Map.of("said", "客户下游回款推迟，请求延期两个月付款。",
                "plan", "reschedule", "agreed-on", staff.today().plusDays(60).toString()));
        step(deal, age + 1, "zhou", "finance/opine-hardship", () -> Map.of("opinion", "客户经营正常，延期有还款来源，建议要求担保。"));
    }

    private void correct(Deal deal) {
        step(deal, 8, deal.representative(), "entry/correct", () -> Map.of("field", "contact-phone",
                "right-value", Catalogue.BUYERS.get(deal.buyer()).phone(), "found-by", "chen", "stage", "joint-review",
                "consequence", "财务未能按登记电话联系客户。"));
        again(deal, 8, deal.representative(), "entry/submit", () -> Map.of("confirmed", "yes"));
    }

    private void cancel(Deal deal) {
        step(deal, 15, "gao", "review/cancel", () -> Map.of("reason", "客户关闭生产线，双方签订解除协议。",
                "agreement", deals.paper("Cancellation agreement " + deal.contract())));
        step(deal, 17, "tang", "finance/allocate", () -> Map.of("to", "repaid", "reason", "订单取消，退还预付款。"));
    }

    /** What was done with the order once before. */
    private void again(Deal deal, int age, String person, String command, Deals.Typed typed) {
        deals.step(deal, age, person, command, "", typed, "again");
    }

    private void step(Deal deal, int age, String person, String command, Deals.Typed typed) {
        deals.step(deal, age, person, command, "", typed);
    }
}
