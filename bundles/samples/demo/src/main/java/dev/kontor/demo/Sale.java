package dev.kontor.demo;

import dev.kontor.api.form.Values;
import dev.kontor.demo.Catalogue.Buyer;
import dev.kontor.demo.Catalogue.Machine;
import dev.kontor.demo.Deal.Stage;
import dev.kontor.demo.Deal.Turn;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a deal is entered and reviewed, as far as it has come (regulation 3 and 4). */
final class Sale {

    /** What legal finds on the clauses of exemption and breach. */
    private static final Map<String, Object> CLAUSES = Map.of("clause-1", "acceptable", "clause-2", "acceptable");
    private static final int USUAL_DAYS = 120;
    private static final int SHORT_DAYS = 30;

    private final Deals deals;

    Sale(Deals deals) {
        this.deals = deals;
    }

    void write(Deal deal) {
        deals.at(deal, deal.is(Turn.LATE) ? 6 : 0, () -> deals.register(deal));
        if (deal.stage() == Stage.REGISTERED) {
            return;
        }
        int entered = deal.is(Turn.LATE) ? 7 : 1;
        step(deal, entered, deal.representative(), "entry/save", () -> entered(deal));
        if (deal.stage() == Stage.DRAFT) {
            return;
        }
        step(deal, entered, deal.representative(), "entry/submit", () -> Map.of("confirmed", "yes"));
        if (deal.stage() == Stage.RETURNED) {
            step(deal, 2, "chen", "review/return", () -> Map.of("reason", "合同第 8 条违约责任与公司政策不一致，请与客户沟通后更正。"));
        } else if (deal.stage() != Stage.SUBMITTED) {
            step(deal, entered + 1, "chen", "review/pass-preliminary", () -> Map.of("signed-on", deals.signedOn(deal).toString()));
            review(deal, entered + 2);
        }
    }

    private void review(Deal deal, int age) {
        switch (deal.stage()) {
            case PASSED -> { }
            case PARTLY_REVIEWED -> opine(deal, age, "sun", "production");
            case OBJECTED -> {
                deals.step(deal, age, "wu", "review/opine", "legal", () -> Map.of("verdict", "objection", "signed-term", "yes",
                        "remarks", "第 9 条免责条款范围过宽，需修改。", "clause-1", "acceptable", "clause-2", "unacceptable"));
                opine(deal, age, "sun", "production");
            }
            default -> {
                opine(deal, age, "sun", "production");
                deals.at(deal, age, () -> deals.doIfOffered(deal, "zhou", "finance/evaluate",
                        Map.of("report-text", "客户经营稳健，预付款与质保金比例合理。")));
                opine(deal, age, "zhou", "finance");
                opine(deal, age + 1, "wu", "legal");
            }
        }
    }

    private void opine(Deal deal, int age, String reviewer, String department) {
        deals.step(deal, age, reviewer, "review/opine", department, () -> CLAUSES);
    }

    private void step(Deal deal, int age, String person, String command, Deals.Typed typed) {
        deals.step(deal, age, person, command, "", typed);
    }

    Map<String, Object> entered(Deal deal) {
        Buyer buyer = Catalogue.BUYERS.get(deal.buyer());
        Machine machine = Catalogue.MACHINES.get(deal.machine());
        Map<String, Object> typed = new HashMap<>();
        typed.put("contact-name", buyer.contact());
        typed.put("contact-phone", deal.is(Turn.WRONG) ? buyer.phone().replace('-', ' ') : buyer.phone());
        typed.put("currency", "CNY");
        typed.put("lines", List.of(new Values(Map.of("model", machine.model(), "name", machine.name(), "quantity",
                String.valueOf(deal.quantity()), "unit", machine.unit(), "price", machine.price(), "tax", "13",
                "parameters", machine.parameters()))));
        pay(deal, typed);
        typed.put("delivery-place", buyer.address());
        if (deal.stage() != Stage.DRAFT) {
            LocalDate delivery = deals.signedOn(deal).plusDays(deal.is(Turn.LATE) ? SHORT_DAYS : USUAL_DAYS);
            typed.put("delivery-date", delivery.toString());
            typed.put("terms", List.of(
                    term("warranty", "6", "质保期自终验收合格之日起 12 个月。"),
                    term("breach", "8", "逾期交货的，每日按逾期部分价款的 0.5‰ 支付违约金，累计不超过 5%。"),
                    term("exemption", "9", "因不可抗力不能履行合同的，免除相应责任，但应及时通知对方。"),
                    term("dispute", "11", "协商不成的，提交卖方所在地人民法院。")));
        }
        return typed;
    }

    private static void pay(Deal deal, Map<String, Object> typed) {
        if (deal.is(Turn.RETAINED)) {
            typed.put("payment", List.of(
                    new Values(Map.of("kind", "advance", "percent", "30", "due-event", "contract-in-force", "due-days", "7", "means", "transfer")),
                    new Values(Map.of("kind", "before-dispatch", "percent", "60", "due-event", "ready-to-ship", "due-days", "7", "means", "transfer")),
                    new Values(Map.of("kind", "retention", "percent", "10", "due-event", "acceptance", "due-months", "3", "means", "transfer"))));
        } else {
            typed.put("plan", deal.plan());
        }
    }

    private static Values term(String kind, String number, String words) {
        return new Values(Map.of("kind", kind, "number", number, "words", words));
    }
}
