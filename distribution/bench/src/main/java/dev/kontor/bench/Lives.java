package dev.kontor.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * P1: whole lives of orders over REST, from the registered contract to the filed volume, by 1, 2 and 8 clients. Every form
 * is read before it is filled in, as a person's browser would. Afterwards the journals are verified, and each order is
 * looked at: {@link Ledger}.
 */
final class Lives {

    private Lives() {}

    static Map<String, Object> measure(Path distribution, int orders) throws Exception {
        return AtWork.measure(distribution, company -> measure(company, orders));
    }

    private static Map<String, Object> measure(AtWork company, int orders) throws Exception {
        Staffed people = company.people();
        Queue<String> filed = new ConcurrentLinkedQueue<>();
        Map<String, Object> line = new LinkedHashMap<>();
        Clients.Work life = staff -> new Life(staff).whole();
        line.put("warm_up", company.clients().run(2, Math.max(2, orders / 2), life, filed));
        for (int clients : Clients.COUNTS) {
            line.put("clients_" + clients, company.clients().run(clients, orders, life, filed));
        }
        line.put("ledger", Ledger.of(people, filed));
        line.put("journal_faults", people.get("auditor", "journal/verification").path("faults").size());
        line.put("rss_mb", Figures.round(company.instance().residentMegabytes()));
        line.put("life", "one line; entry, preliminary review, 3 opinions, plan, purchase, 3 inspections, shipment, acceptance, service case,"
                + " 3 receipts, invoice, settlement, archive; durable, rules on");
        line.put("store", company.store());
        line.put("beside", "Tryton 6.0 on PostgreSQL: 35 requests, 5.0 / 5.3 / 6.5 CPU s and 0.19 / 0.28 / 0.29 orders/s at 1/2/8 clients");
        return line;
    }
}
