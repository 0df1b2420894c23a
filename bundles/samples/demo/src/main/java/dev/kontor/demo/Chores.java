package dev.kontor.demo;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskFilter;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.task.Worklist;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the demo company's people do off their worklists day by day, the same whatever order it is about. */
final class Chores {

    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
    private static final int MOST = 50;

    /** @param days fields in which the day stands on which it is done */
    private record Chore(String person, String kind, String command, Map<String, Object> typed, List<String> days) {}

    /** Whom the result of a retrospective is handed to. */
    private static final List<String> READERS = List.of("chen", "sun", "qian", "he", "ma", "lu", "zhou", "tang", "wu", "xu", "song", "gao");

    private static final List<Chore> ALL = List.of(
            chore("qian", "production.progress", "production/report-progress", Map.of("remarks", "按计划进行。")),
            contact("lina", "finance.reminder", "before-due", "phone", "客户确认按期付款。"),
            contact("lina", "finance.dunning-call", "call", "phone", "客户称资金紧张，本周内安排。"),
            contact("zhao", "finance.dunning-call", "call", "phone", "联系人出差，未能确认付款日。"),
            contact("lina", "finance.dunning-reminder", "reminder", "email", "已发书面提示，客户签收。"),
            contact("tang", "finance.dunning-letter", "letter", "letter", "催款函已寄出，回执已收。"),
            contact("wu", "finance.dunning-lawyer", "lawyer", "letter", "律师函已送达。"),
            chore("lu", "logistics.track", "logistics/track-shipment", Map.of("where", "G60 沪昆高速", "state", "on-schedule")),
            chore("tang", "finance.penalty-terms", "finance/set-penalty-terms", Map.of(
                    "side", "late-delivery", "per-mille", "0.5", "cap", "5", "grace", "0", "ends-with", "logistics.delivered")),
            chore("tang", "finance.penalty-terms", "finance/confirm-penalty-terms", Map.of()),
            chore("tang", "finance.settlement", "finance/confirm-settlement", Map.of()),
            chore("lina", "finance.settlement", "finance/confirm-settlement", Map.of("verdict", "agreed")),
            chore("zhao", "finance.settlement", "finance/confirm-settlement", Map.of("verdict", "agreed")),
            chore("tang", "finance.statement-return", "finance/close-statement", Map.of("reason", "客户盖章流程较长，已以邮件确认余额。")),
            chore("tang", "finance.hand-over", "finance/hand-over", Map.of()),
            chore("song", "archive.file", "archive/file", Map.of()),
            chore("lina", "aftersales.retrospective", "aftersales/hold-retrospective", Map.of("departments", List.of("production.planner", "logistics.clerk", "finance.clerk"), "participants", "李娜、钱涛、陆凯、唐雪",
                    "feedback", "客户对精度满意，希望缩短安装时间。", "summary", "交付准时，安装环节可提前准备。"), "held-on"),
            chore("xu", "aftersales.visit", "aftersales/record-visit", Map.of("outcome", "held", "way", "on-site",
                    "spoke-with", "设备部经理", "equipment", "5", "service", "4"), "held-on"),
            chore("lina", "supervision.hearing", "supervision/be-heard", Map.of("words", "客户临时改期，已电话说明，未及时登记。")),
            chore("lina", "supervision.rectification", "supervision/carry-out", Map.of("done", "已补正记录，并改为当日登记、次日复核。")),
            chore("zhao", "supervision.rectification", "supervision/carry-out", Map.of("done", "已补做，并设置提醒。")),
            chore("shen", "supervision.verification", "supervision/verify", Map.of("accepted", "yes", "remarks", "已核实。")),
            chore("gao", "supervision.decision", "supervision/decide", Map.of("grounds", "事实清楚，当事人已申辩，按制度处理。")),
            chore("liang", "supervision.appeal", "supervision/decide-appeal", Map.of("grounds", "系统维护未影响登记，维持原决定。")));

    private final Staff staff;
    private final Deals deals;
    private final Worklist worklist;

    Chores(Staff staff, Deals deals, Worklist worklist) {
        this.staff = staff;
        this.deals = deals;
        this.worklist = worklist;
    }

    private static Chore chore(String person, String kind, String command, Map<String, Object> typed, String... days) {
        return new Chore(person, kind, command, typed, List.of(days));
    }

    private static Chore contact(String person, String kind, String step, String means, String said) {
        return chore(person, kind, "finance/contact-" + step, Map.of("person", "财务经理", "means", means, "said", said), "contacted-on");
    }

    void doAll() throws InterruptedException {
        for (Chore chore : ALL) {
            offWorklist(chore);
        }
        for (String reader : READERS) {
            offWorklist(chore(reader, "aftersales.reading", "aftersales/read-retrospective", Map.of()));
        }
    }

    /** Each customer that owes something is sent its statement of the half year. */
    void sendStatements() throws InterruptedException {
        TaskFilter owed = TaskFilter.ALL.ofKind(Optional.of(new TaskKind("finance.statement")));
        for (Worklist.Item item : worklist.list(owed, staff.person("tang"), "", MOST).items()) {
            String customer = deals.customer(item.task().order());
            try {
                staff.about("tang", "finance/print-statement", customer, "statement-%s-%s".formatted(customer, staff.today()), Map.of());
            } catch (Refused paid) {
                LOG.debug("{} owes nothing any more: {}", customer, paid.getMessage());
            }
        }
    }

    private void offWorklist(Chore chore) throws InterruptedException {
        TaskFilter mine = TaskFilter.ALL.ofKind(Optional.of(new TaskKind(chore.kind())));
        for (Worklist.Item item : worklist.list(mine, staff.person(chore.person()), "", MOST).items()) {
            take(chore, item.task());
        }
    }

    private void take(Chore chore, Task task) throws InterruptedException {
        Map<String, Object> typed = new HashMap<>(chore.typed());
        if (chore.command().endsWith("letter") || chore.command().endsWith("lawyer")) {
            typed.put("proof", deals.paper("Proof of delivery " + task.order() + " " + task.subject()));
        }
        chore.days().forEach(field -> typed.put(field, staff.today().toString()));
        try {
            staff.task(chore.person(), chore.command(), task, typed);
        } catch (Refused refused) {
            LOG.debug("{} of {} is left: {}", chore.command(), task.order(), refused.getMessage());
        }
    }
}
