package dev.kontor.bench;

import dev.kontor.api.order.ContractNumber;
import dev.kontor.bench.Loader.Loaded;
import dev.kontor.bench.Loader.Mould;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * P14: an old company. One order lives its whole life at the desk; the orders of each year are copies of it, with 30 documents
 * and 400 entries each. The company is looked at with its last year alone, and again with all of its years.
 */
final class Old {

    private static final int DOCUMENTS = 30;
    private static final int ENTRIES = 400;
    private static final int ORDERS_A_CUSTOMER = 15;
    /** Of a machine and its order, over which the platform settles what the last command left. */
    private static final int SETTLED_S = 10;

    private final Path distribution;
    private final Path data;
    private final int aYear;
    private final List<Own.Customer> customers = new ArrayList<>();
    private long journalBytes;

    private Old(Path distribution, Path data, int aYear) {
        this.distribution = distribution;
        this.data = data;
        this.aYear = aYear;
    }

    static Map<String, Object> measure(Path distribution, int years, int aYear) throws Exception {
        String kept = System.getenv().getOrDefault("BENCH_DATA", "");
        Loader.hasty();
        return new Old(distribution, kept.isEmpty() ? Instance.folder() : Path.of(kept).toAbsolutePath(), aYear).measure(years);
    }

    private Map<String, Object> measure(int years) throws Exception {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("years", years);
        line.put("orders_a_year", aYear);
        line.put("documents", DOCUMENTS);
        line.put("entries", ENTRIES);
        line.put("seed", Loader.SEED);
        String lived = lived(years);
        List<Mould> mould = new ArrayList<>();
        line.put("one_year", year(lived, mould, 1, 1));
        if (years > 1) {
            line.put("all_years", year(lived, mould, 2, years));
        }
        line.put("order", "the last year alone first, then all years in the same folder, one instance after the other");
        line.put("beside", "itself at one year; goals: search p99 <= 300 ms, machine file <= 200 ms, verify >= 50 MB/s");
        return line;
    }

    /** The order that all others are copies of. Customers are entered as everybody's are. */
    private String lived(int years) throws IOException, InterruptedException {
        try (Instance instance = new Instance(distribution, data)) {
            instance.untilAtWork();
            Staffed staff = new Staffed(instance);
            for (int i = 0; i < Math.max(1, years * aYear / ORDERS_A_CUSTOMER); i++) {
                String name = CompanyNames.of(i);
                String id = staff.company("lina", "customers/save", Map.of("name", name, "country", "CN", "address", CompanyNames.PLACE,
                        "contacts", List.of(Map.of("name", "王伟", "phone", "1", "email", "a@example.org")))).path("id").asText();
                customers.add(new Own.Customer(id, name));
            }
            String lived = new Life(staff).whole();
            TimeUnit.SECONDS.sleep(SETTLED_S);
            return lived;
        }
    }

    /** Loads these of the years before the template's, and looks at what is there then. */
    private Map<String, Object> year(String lived, List<Mould> mould, int from, int to) throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        String serial;
        String number;
        try (KeptStore store = new KeptStore(distribution, data)) {
            if (mould.isEmpty()) {
                mould.add(Moulds.of(store, distribution, false).of(lived, DOCUMENTS, ENTRIES));
            }
            Loaded loaded = load(store, mould.get(0), from, to);
            journalBytes += loaded.journalBytes();
            figures.putAll(loaded.figures());
            int year = mould.get(0).press().template().day().getYear() - to;
            number = "SO-%d-%05d".formatted(year, 1 + aYear / 2);
            serial = store.text("select min(serial) from kernel_machine where order_number = '" + number + "'");
        }
        figures.put("disk_mb", Figures.round(Loader.megabytes(data.resolve("derby"))));
        try (Instance instance = new Instance(distribution, data)) {
            figures.put("started_s", Figures.round(instance.until(instance.to("/health/ready").build())));
            read(instance, number, serial, figures);
            figures.put("rss_mb", Figures.round(instance.residentMegabytes()));
            figures.put("verified", Verified.of(instance, journalBytes));
            figures.put("rss_verified_mb", Figures.round(instance.residentMegabytes()));
            figures.put("one_life_more", new Life(new Staffed(instance)).whole());
        }
        return figures;
    }

    private Loaded load(KeptStore store, Mould mould, int from, int to) throws Exception {
        Template template = mould.press().template();
        LongSummaryStatistics written = template.written();
        long span = written.getMax() - written.getMin() + 1;
        int last = template.day().getYear() - from;
        Loaded loaded = Loader.load(store, List.of(mould), (to - from + 1) * aYear, position -> {
            int year = last - position / aYear;
            int running = position % aYear;
            long days = ChronoUnit.DAYS.between(template.day(), LocalDate.of(year, 1, 1).plusDays(running * 365L / aYear));
            return new Own(position, year, 1L + running, new ContractNumber("B-" + new UUID(year, running)),
                    customers.get((int) ((running * 7L + year) % customers.size())), 1L + running, days,
                    days * Press.DAY_MS + running % (1 + aYear / 365) * span);
        }, 0);
        for (int year = last; year > template.day().getYear() - to - 1; year--) {
            Moulds.taken(store, "kernel_number", "year_of", "last_number", year, aYear);
            Own ofYear = new Own(0, year, 1, new ContractNumber("B"), customers.get(0), 0, 0, 0);
            Moulds.taken(store, "archive_series", "series", "last_number", Press.series(template.text("archive_volume", "series"), ofYear), aYear);
        }
        return loaded;
    }

    private static void read(Instance instance, String number, String serial, Map<String, Object> figures) throws IOException, InterruptedException {
        Map<String, String> searches = new LinkedHashMap<>();
        searches.put("search_rare", encoded(CompanyNames.RARE));
        searches.put("search_frequent", encoded(CompanyNames.FREQUENT));
        searches.put("search_two", encoded(CompanyNames.PLACE + " " + CompanyNames.FREQUENT));
        searches.put("search_number", encoded(number));
        searches.put("search_serial", encoded(serial));
        Map<String, String> pages = new LinkedHashMap<>();
        Map<String, String> rest = new LinkedHashMap<>();
        searches.forEach((name, words) -> pages.put(name, "/search?words=" + words));
        searches.forEach((name, words) -> rest.put(name, "orders?words=" + words));
        pages.put("machine", "/machines/" + serial);
        pages.put("order", "/orders/" + number);
        for (String tab : List.of("journal", "documents")) {
            pages.put("order_" + tab, "/orders/" + number + "?tab=" + tab);
        }
        rest.put("order_journal", "orders/" + number + "/journal");
        figures.put("pages", Reading.pages(instance, "chen").figures(pages));
        figures.put("rest", Reading.rest(instance, "chen").figures(rest));
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
