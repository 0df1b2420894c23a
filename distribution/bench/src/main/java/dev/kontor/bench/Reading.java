package dev.kontor.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Somebody who asks for one address after the other, each many times in a row and never two at once. */
final class Reading {

    private static final int WARM = 60;
    private static final int ASKED = 200;
    /** What takes this long is slow, and need not be asked as often to say so. */
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** Asks once; what is not answered with 200 ends the measure. */
    @FunctionalInterface
    interface Way {
        void ask(String address) throws IOException, InterruptedException;
    }

    private final Instance instance;
    private final Way way;

    private Reading(Instance instance, Way way) {
        this.instance = instance;
        this.way = way;
    }

    /** A person of the demo company at a browser. */
    static Reading pages(Instance instance, String reader) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(instance);
        visitor.signIn(reader, visitor.fetch("/sign-in").text());
        return new Reading(instance, visitor::fetch);
    }

    /** The same person's program, over REST. */
    static Reading rest(Instance instance, String reader) throws IOException, InterruptedException {
        String token = instance.token(reader);
        return new Reading(instance, address -> {
            var answer = instance.send(instance.api(address, token));
            if (answer.statusCode() != 200) {
                throw new IOException("%s answered %d: %s".formatted(address, answer.statusCode(), answer.body()));
            }
        });
    }

    /** @param addresses by the name that the figures are to have */
    Map<String, Object> figures(Map<String, String> addresses) throws IOException, InterruptedException {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (Map.Entry<String, String> address : addresses.entrySet()) {
            asked(address.getValue(), WARM);
            double cpu = instance.cpuSeconds();
            List<Double> millis = asked(address.getValue(), ASKED);
            double spent = instance.cpuSeconds() - cpu;
            figures.put(address.getKey(), Map.of(
                    "p50_ms", Figures.median(millis),
                    "p99_ms", Figures.quantile(millis, 0.99),
                    "cpu_ms", Figures.round(spent * 1000 / millis.size()),
                    "asked", millis.size()));
        }
        return figures;
    }

    private List<Double> asked(String address, int times) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        long since = System.nanoTime();
        for (int i = 0; i < times && System.nanoTime() - since < MOST_NANOS; i++) {
            long begin = System.nanoTime();
            way.ask(address);
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        return millis;
    }
}
