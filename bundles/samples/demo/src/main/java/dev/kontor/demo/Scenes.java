package dev.kontor.demo;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.demo.Catalogue.Buyer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what the people of the demo company do into its agenda. */
final class Scenes {

    private static final Logger LOG = LoggerFactory.getLogger(Scenes.class);
    /** Days before the last one on which nobody does chores any more: something is to be seen in the worklists. */
    private static final int AT_REST = 4;

    /** The day of January and July on which customers are sent what they owed at the end of the half year. */
    private static final int STATEMENTS = 4;

    private final Agenda agenda;
    private final Staff staff;
    private final Deals deals;
    private final Sale sale;
    private final Works works;
    private final Chores chores;

    Scenes(Agenda agenda, Staff staff, Deals deals, Chores chores) {
        this.agenda = agenda;
        this.staff = staff;
        this.deals = deals;
        this.sale = new Sale(deals);
        this.works = new Works(deals, staff);
        this.chores = chores;
    }

    /** @param length of the demo's past in days */
    void write(int length) {
        agenda.on(length, this::masters);
        agenda.on(length, works::equip);
        Turns turns = new Turns(deals, sale, staff);
        for (Deal deal : Deal.ALL) {
            sale.write(deal);
            if (deal.stage().isCleared()) {
                works.write(deal);
            }
            turns.write(deal);
        }
        agenda.on(6, this::needs);
        agenda.on(5, this::contractReview);
        agenda.everyDayUntil(AT_REST, chores::doAll);
        for (int before = length; before > AT_REST; before--) {
            LocalDate day = agenda.first().plusDays(length - before);
            if (day.getDayOfMonth() == STATEMENTS && day.getMonthValue() % 6 == 1) {
                agenda.on(before, chores::sendStatements);
            }
        }
    }

    private void masters() throws InterruptedException {
        for (int i = 0; i < Catalogue.BUYERS.size(); i++) {
            Buyer buyer = Catalogue.BUYERS.get(i);
            String id = staff.company("lina", "customers/save", "customer-" + i, buyer.typed()).map(Answer::id).orElse(buyer.name());
            staff.company("zhou", "finance/set-credit-limit", "limit-" + i, Map.of("customer", id, "limit",
                    buyer.limit(), "currency", "CNY", "expires", staff.today().plusYears(1).toString(), "reason", "年度授信"));
            staff.company("gao", "finance/confirm-credit-limit", "limit-confirmed-" + i, Map.of("subject", id, "agreed", "yes"));
        }
        for (int i = 0; i < Catalogue.MACHINES.size(); i++) {
            staff.company("chen", "models/save", "model-" + i, Catalogue.MACHINES.get(i).typed());
        }
    }

    private void needs() throws InterruptedException {
        staff.company("lina", "entry/record-need", "need-1", Map.of("customer", Catalogue.BUYERS.get(3).name(), "channel", "fair",
                "model", "GM-2500", "quantity", "1", "parameters", "工作台长度=2500 mm", "delivery-date",
                staff.today().plusDays(150).toString(), "delivery-place", "沈阳"));
        staff.company("lina", "entry/record-need", "need-2", Map.of("customer", Catalogue.BUYERS.get(7).name(), "channel", "referral",
                "model", "CK-6150"));
        staff.company("zhao", "entry/record-need", "need-3", Map.of("customer", "合肥骆岗新材料有限公司", "channel", "online"));
    }

    /**
     * The company switches the contract review on for framework contracts, and the first is under review: its draft is
     * offered, production has spoken.
     */
    private void contractReview() throws InterruptedException {
        String parameters = staff.initial("rules", "rules/upload", "review/contract@parameters.csv").text("content");
        String on = "framework,1,count," + staff.today() + ",4.2";
        try {
            if (!parameters.contains(on)) {
                staff.company("rules", "rules/upload", "contract-review", Map.of("set", "review/contract", "file", "parameters.csv",
                        "content", parameters.strip() + "\n" + on, "then", "activate", "reason", "自今日起，框架协议签订前须经合同评审。"));
            }
            Deal deal = Deal.FRAMEWORK;
            prepare(deal);
            step(deal, deal.representative(), "entry/save", "", sale.entered(deal));
            step(deal, deal.representative(), "entry/offer", "", Map.of());
            step(deal, "sun", "review/opine", "production", Map.of());
        } catch (Refused refused) {
            LOG.warn("The demo's contract review stays where it is: {}", refused.getMessage());
        }
    }

    private void step(Deal deal, String person, String command, String subject, Map<String, Object> typed) throws InterruptedException {
        staff.order(person, command, subject, deals.number(deal), deal.contract() + "-" + command + "-" + subject, new HashMap<>(typed));
    }

    private void prepare(Deal deal) throws InterruptedException {
        String planned = staff.today().plusDays(7).toString();
        Optional<Answer> answer = staff.company(deal.representative(), "entry/prepare", deal.contract(), Map.of(
                "contract-number", deal.contract(), "contract-kind", "framework", "call-off", "1", "customer",
                Catalogue.BUYERS.get(deal.buyer()).name(), "planned-on", planned, "channel", "referral", "contract-file",
                deals.contract(deal, "To be signed on " + planned)));
        answer.flatMap(Answer::order).ifPresent(number -> deals.knows(deal, number));
    }
}
