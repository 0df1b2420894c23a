package dev.kontor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * P2: nine tasks of an order over REST by 1, 2 and 8 clients, from the submission to the purchase. Each is found in its
 * person's worklist, taken, its form is read, and it is completed. What an order says was typed before.
 */
final class Approvals {

    private final Staffed staff;
    private final Life life;

    private Approvals(Staffed staff, Life life) {
        this.staff = staff;
        this.life = life;
    }

    static Map<String, Object> measure(Path distribution, int orders) throws Exception {
        return AtWork.measure(distribution, company -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("warm_up", measure(company, 2, orders));
            for (int clients : Clients.COUNTS) {
                line.put("clients_" + clients, measure(company, clients, orders));
            }
            line.put("tasks", "entry, preliminary review, 3 opinions, plan, release, budget, purchase; with a receipt, a budget and a request in"
                    + " between; durable, rules, journal and deadlines on");
            line.put("store", company.store());
            line.put("beside", "Flowable REST 7.2: 27 requests, 0.13 / 0.11 / 0.12 CPU s and 7.3 / 13.2 / 15.6 orders/s at 1/2/8 clients");
            return line;
        });
    }

    private static Map<String, Object> measure(AtWork company, int clients, int orders) throws IOException, InterruptedException {
        Queue<Life> typed = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < orders; i++) {
            Life life = new Life(company.people());
            life.entered();
            typed.add(life);
        }
        return company.clients().run(clients, orders, staff -> new Approvals(staff, typed.remove().by(staff)).nine(), new ConcurrentLinkedQueue<>());
    }

    private String nine() throws IOException, InterruptedException {
        take("lina", "entry.enter");
        life.submitted();
        take("chen", "review.preliminary");
        life.preliminary();
        for (String reviewer : Life.OPINIONS.keySet()) {
            take(reviewer, "review.opinion");
            life.opined(reviewer);
        }
        take("qian", "production.plan");
        life.planned();
        life.paid(Life.PAID.get(0));
        take("qian", "production.release");
        life.released();
        life.budgeted();
        take("gao", "production.budget");
        life.allowed();
        life.requested();
        take("he", "production.purchase");
        life.bought();
        return life.order();
    }

    private void take(String who, String kind) throws IOException, InterruptedException {
        String task = staff.task(who, "tasks?kind=" + kind + "&customer=" + life.customer());
        staff.company(who, "tasks/take", Map.of("tasks", List.of(Map.of("id", task))));
    }
}
