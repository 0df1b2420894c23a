package dev.kontor.demo;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.demo.Catalogue.Buyer;
import dev.kontor.demo.Catalogue.Machine;
import dev.kontor.demo.Deal.Stage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the people of the demo company do, one after the other. */
final class Scenes {

    private static final Logger LOG = LoggerFactory.getLogger(Scenes.class);
    /** What legal finds on the clauses of exemption and breach. */
    private static final Map<String, Object> CLAUSES = Map.of("clause-1", "acceptable", "clause-2", "acceptable");
    private static final Map<String, String> REVIEWERS = Map.of("production", "sun", "finance", "zhou", "legal", "wu");

    private final Staff staff;
    private final Documents documents;
    private final LocalDate today;
    private final List<String> customers = new ArrayList<>();
    private final Works works;

    Scenes(Staff staff, Documents documents, LocalDate today) {
        this.staff = staff;
        this.documents = documents;
        this.today = today;
        this.works = new Works(staff, documents, today);
    }

    void play() throws InterruptedException {
        masters();
        works.equip();
        needs();
        contractReview();
        for (Deal deal : Deal.ALL) {
            try {
                deal(deal);
            } catch (Refused refused) {
                LOG.warn("The demo order of {} stays where it is: {}", deal.contract(), refused.getMessage());
            }
        }
    }

    private void masters() throws InterruptedException {
        for (int i = 0; i < Catalogue.BUYERS.size(); i++) {
            Buyer buyer = Catalogue.BUYERS.get(i);
            String id = staff.company("lina", "customers/save", "customer-" + i, buyer.typed()).id();
            customers.add(id.isEmpty() ? buyer.name() : id);
            staff.company("zhou", "finance/set-credit-limit", "limit-" + i, Map.of("customer", customers.get(i), "limit",
                    buyer.limit(), "currency", "CNY", "expires", today.plusYears(1).toString(), "reason", "年度授信"));
            staff.company("gao", "finance/confirm-credit-limit", "limit-confirmed-" + i, Map.of("subject", customers.get(i), "agreed", "yes"));
        }
        for (int i = 0; i < Catalogue.MACHINES.size(); i++) {
            staff.company("chen", "models/save", "model-" + i, Catalogue.MACHINES.get(i).typed());
        }
    }

    private void needs() throws InterruptedException {
        staff.company("lina", "entry/record-need", "need-1", Map.of("customer", customers.get(3), "channel", "fair",
                "model", "GM-2500", "quantity", "1", "parameters", "工作台长度=2500 mm", "delivery-date",
                today.plusDays(150).toString(), "delivery-place", "沈阳"));
        staff.company("lina", "entry/record-need", "need-2", Map.of("customer", customers.get(7), "channel", "referral",
                "model", "CK-6150"));
        staff.company("zhao", "entry/record-need", "need-3", Map.of("customer", "合肥骆岗新材料有限公司", "channel", "online"));
    }

    /**
     * The company switches the contract review on for framework contracts, and the first is under review: its draft is
     * offered, production has spoken.
     */
    private void contractReview() throws InterruptedException {
        String parameters = staff.initial("rules", "rules/upload", "review/contract@parameters.csv").text("content");
        String on = "framework,1,count," + today + ",4.2";
        try {
            if (!parameters.contains(on)) {
                staff.company("rules", "rules/upload", "contract-review", Map.of("set", "review/contract", "file", "parameters.csv",
                        "content", parameters.strip() + "\n" + on, "then", "activate", "reason", "自今日起，框架协议签订前须经合同评审。"));
            }
            Deal deal = Deal.FRAMEWORK;
            OrderNumber order = prepare(deal);
            step(deal, order, deal.representative(), "entry/save", "", entered(deal));
            step(deal, order, deal.representative(), "entry/offer", "", Map.of());
            step(deal, order, "sun", "review/opine", "production", Map.of());
        } catch (Refused refused) {
            LOG.warn("The demo's contract review stays where it is: {}", refused.getMessage());
        }
    }

    private OrderNumber prepare(Deal deal) throws InterruptedException {
        LocalDate planned = today.plusDays(7);
        Answer answer = staff.company(deal.representative(), "entry/prepare", deal.contract(), Map.of(
                "contract-number", deal.contract(), "contract-kind", "framework", "call-off", "1", "customer",
                customers.get(deal.buyer()), "planned-on", planned.toString(), "channel", "referral", "contract-file",
                paper(deal, "To be signed on " + planned)));
        return answer.order().orElseThrow();
    }

    private void deal(Deal deal) throws InterruptedException {
        LocalDate signed = today.minusDays(deal.signedBefore());
        OrderNumber order = register(deal, signed);
        if (deal.stage() == Stage.REGISTERED) {
            return;
        }
        step(deal, order, deal.representative(), "entry/save", "", entered(deal));
        if (deal.stage() == Stage.DRAFT) {
            return;
        }
        step(deal, order, deal.representative(), "entry/submit", "", Map.of("confirmed", "yes"));
        if (deal.stage() == Stage.SUBMITTED) {
            return;
        }
        if (deal.stage() == Stage.RETURNED) {
            step(deal, order, "chen", "review/return", "", Map.of("reason", "合同第 8 条违约责任与公司政策不一致，请与客户沟通后更正。"));
            return;
        }
        step(deal, order, "chen", "review/pass-preliminary", "", Map.of("signed-on", signed.toString()));
        review(deal, order);
    }

    private void review(Deal deal, OrderNumber order) throws InterruptedException {
        if (deal.stage() == Stage.OBJECTED) {
            step(deal, order, "wu", "review/opine", "legal", Map.of("verdict", "objection", "signed-term", "yes",
                    "remarks", "第 9 条免责条款范围过宽，需修改。", "clause-1", "acceptable", "clause-2", "unacceptable"));
            step(deal, order, "sun", "review/opine", "production", Map.of());
        }
        if (deal.stage() == Stage.PARTLY_REVIEWED) {
            step(deal, order, "sun", "review/opine", "production", Map.of());
        }
        if (deal.stage().isCleared()) {
            if (staff.isOffered("zhou", "finance/evaluate", order)) {
                step(deal, order, "zhou", "finance/evaluate", "", Map.of("report-text", "客户经营稳健，预付款与质保金比例合理。"));
            }
            for (Map.Entry<String, String> reviewer : REVIEWERS.entrySet()) {
                step(deal, order, reviewer.getValue(), "review/opine", reviewer.getKey(), CLAUSES);
            }
            works.carryOut(deal, order);
        }
    }

    private void step(Deal deal, OrderNumber order, String person, String command, String subject, Map<String, Object> wanted)
            throws InterruptedException {
        String key = deal.contract() + "-" + command + "-" + subject;
        staff.order(person, command, subject, order, key, wanted);
    }

    private OrderNumber register(Deal deal, LocalDate signed) throws InterruptedException {
        Answer answer = staff.company(deal.representative(), "entry/register", deal.contract(), Map.of(
                "contract-number", deal.contract(), "contract-kind", "sale", "customer", customers.get(deal.buyer()),
                "customer-number", "PO-" + deal.contract().substring(5), "signed-on", signed.toString(),
                "channel", List.of("fair", "online", "referral").get(deal.buyer() % 3), "contract-file", paper(deal, "Signed on " + signed)));
        return answer.order().orElseThrow();
    }

    private Map<String, Object> entered(Deal deal) {
        Buyer buyer = Catalogue.BUYERS.get(deal.buyer());
        Machine machine = Catalogue.MACHINES.get(deal.machine());
        Map<String, Object> typed = new HashMap<>();
        typed.put("contact-name", buyer.contact());
        typed.put("contact-phone", buyer.phone());
        typed.put("currency", "CNY");
        typed.put("lines", List.of(new Values(Map.of("model", machine.model(), "name", machine.name(), "quantity",
                String.valueOf(deal.quantity()), "unit", machine.unit(), "price", machine.price(), "tax", "13",
                "parameters", machine.parameters()))));
        typed.put("plan", deal.plan());
        typed.put("delivery-place", buyer.address());
        if (deal.stage() != Stage.DRAFT) {
            typed.put("delivery-date", today.plusDays(120).toString());
            typed.put("terms", List.of(
                    term("warranty", "6", "质保期自终验收合格之日起 12 个月。"),
                    term("breach", "8", "逾期交货的，每日按逾期部分价款的 0.5‰ 支付违约金，累计不超过 5%。"),
                    term("exemption", "9", "因不可抗力不能履行合同的，免除相应责任，但应及时通知对方。"),
                    term("dispute", "11", "协商不成的，提交卖方所在地人民法院。")));
        }
        return typed;
    }

    private static Values term(String kind, String number, String words) {
        return new Values(Map.of("kind", kind, "number", number, "words", words));
    }

    private Upload paper(Deal deal, String when) {
        byte[] pdf = Paper.of(List.of("Sales contract " + deal.contract(), when,
                Catalogue.MACHINES.get(deal.machine()).model() + " x " + deal.quantity(), "", "Demo company. Not a real contract."));
        try {
            return documents.take(deal.contract() + ".pdf", new ByteArrayInputStream(pdf));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
