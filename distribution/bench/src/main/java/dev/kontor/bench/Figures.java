package dev.kontor.bench;

import java.util.Arrays;
import java.util.List;

/** What a row of figures comes to. */
final class Figures {

    private Figures() {}

    static double median(List<Double> values) {
        return quantile(values, 0.5);
    }

    static double quantile(List<Double> values, double part) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int place = Math.max(1, (int) Math.ceil(part * sorted.length));
        return sorted.length == 0 ? 0 : round(sorted[place - 1]);
    }

    static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    static List<Double> rounded(List<Double> values) {
        return Arrays.stream(values.stream().mapToDouble(Double::doubleValue).map(Figures::round).toArray())
                .boxed()
                .toList();
    }
}
