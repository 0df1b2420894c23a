package dev.kontor.demo;

import dev.kontor.api.desk.Refused;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the demo company's supervision group and leadership do month by month (regulation 10). */
final class Oversight {

    private static final Logger LOG = LoggerFactory.getLogger(Oversight.class);
    private static final String AUDITOR = "shen";
    private static final String LEADER = "gao";
    private static final List<String> READERS = List.of("lina", "zhao", "chen", "sun", "zhou", "wu", "qian", "he", "ma", "lu", "tang", "song",
            "shen", "gao", "auditor");

    private final Agenda agenda;
    private final Staff staff;
    private final Screens screens;

    Oversight(Agenda agenda, Staff staff, Screens screens) {
        this.agenda = agenda;
        this.staff = staff;
        this.screens = screens;
    }

    /** @param length of the demo's past in days */
    void write(int length) {
        agenda.on(length, this::begin);
        agenda.on(length - 3, () -> acknowledge(1, READERS));
        agenda.on(40, () -> publish("第二版", "设备销售订单管理办法（第二版）\n\n新增：客户变更须签订补充协议并重新会审。\n"));
        agenda.on(38, () -> acknowledge(2, READERS.subList(0, 11)));
        for (int before = length; before > 20; before--) {
            LocalDate day = agenda.first().plusDays(length - before);
            if (day.getDayOfMonth() == 1) {
                month(before, YearMonth.from(day).minusMonths(1));
            }
        }
        agenda.on(70, () -> commend("1", "sun", "连续三个月会审意见均在一日内反馈。", "500 元", true));
        agenda.on(6, () -> commend("2", "ma", "入厂检验发现批次缺陷，避免了返工。", "300 元", false));
        agenda.on(5, this::appeal);
    }

    private void begin() throws InterruptedException {
        publish("第一版", "设备销售订单管理办法（第一版）\n\n本办法适用于公司全部设备销售订单，自订单获取至订单完成。\n");
        staff.company(LEADER, "supervision/begin", "supervision", Map.of("from", agenda.first().toString()));
    }

    private void publish(String version, String body) throws InterruptedException {
        staff.company(LEADER, "supervision/publish-regulation", "regulation-" + version, Map.of(
                "title", "设备销售订单管理办法（" + version + "）", "effective-on", staff.today().toString(), "body", body));
    }

    private void acknowledge(int version, List<String> people) throws InterruptedException {
        for (String person : people) {
            staff.about(person, "supervision/acknowledge", "" + version, "acknowledged-%d-%s".formatted(version, person), Map.of("read", "yes"));
        }
    }

    /** In the first days of each month the one before is inspected, and later confirmed; the last one is left to the reader. */
    private void month(int before, YearMonth over) {
        agenda.on(before - 3, this::inspect);
        agenda.on(before - 4, this::demand);
        agenda.on(before - 10, () -> confirm(over));
    }

    private void inspect() throws InterruptedException {
        for (String sample : screens.behind(AUDITOR, "supervision/mine", "do/supervision/inspect?subject=")) {
            tried(() -> staff.about(AUDITOR, "supervision/inspect", sample, "inspected-" + sample, Map.of("remarks", "已核对流水与单据。")));
        }
    }

    /** Something is to be put right of the first ones, the others are noted. */
    private void demand() throws InterruptedException {
        int place = 0;
        for (String finding : screens.behind(AUDITOR, "supervision/audits", "do/supervision/demand?subject=")) {
            boolean rectify = place++ < 2;
            tried(() -> staff.about(AUDITOR, "supervision/demand", finding, "demanded-" + finding, Map.of(
                    "answer", rectify ? "rectify" : "noted", "opinion", rectify ? "限期整改，并说明防止再次发生的措施。" : "已提醒，不再要求整改。",
                    "owner", "sales.rep", "within", "5")));
        }
    }

    private void confirm(YearMonth month) throws InterruptedException {
        tried(() -> staff.about(LEADER, "supervision/confirm-scores", month.toString(), "scores-" + month, Map.of("remarks", "经办公会确认。")));
    }

    private void commend(String which, String who, String reason, String reward, boolean answered) throws InterruptedException {
        String id = staff.company("chen", "supervision/commend", "commended-" + which, Map.of(
                "commended", who, "reason", reason, "evidence", "流水与会审记录。", "reward", reward)).map(answer -> answer.id()).orElse("");
        if (answered && !id.isEmpty()) {
            staff.about(LEADER, "supervision/answer-commendation", id, "commendation-" + which, Map.of("approved", "yes"));
        }
    }

    /** The latest decision that can still be appealed. */
    private void appeal() throws InterruptedException {
        for (String treatment : screens.behind("lina", "supervision/mine", "supervision/mine/")) {
            if (!treatment.contains("/") && tried(() -> staff.about("lina", "supervision/appeal", treatment, "appeal-" + treatment,
                    Map.of("words", "当日系统维护，无法登记，请复核。")))) {
                return;
            }
        }
    }

    private static boolean tried(Agenda.Step step) throws InterruptedException {
        try {
            step.take();
            return true;
        } catch (Refused refused) {
            LOG.info("Left: {}", refused.getMessage());
            return false;
        }
    }
}
