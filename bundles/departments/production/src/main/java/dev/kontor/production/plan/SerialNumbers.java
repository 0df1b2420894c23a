package dev.kontor.production.plan;

import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.production.plan.book.Piece;
import dev.kontor.production.plan.book.PlanBook;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Proposes serial numbers, {@code CNC-500-2026-0001}: model, year and a running number. */
final class SerialNumbers {

    private static final int DIGITS = 4;
    private static final int LONGEST_MODEL = 30;

    private SerialNumbers() {}

    /** For the pieces that have none yet, by their key. */
    static Map<String, String> proposed(PlanBook book, Order order, List<Piece> pieces, LocalDate today) {
        Map<String, Integer> used = new HashMap<>();
        Map<String, String> proposed = new LinkedHashMap<>();
        pieces.stream().filter(piece -> piece.serial().isEmpty()).forEach(piece -> {
            String beginning = beginning(order, piece, today);
            int running = used.computeIfAbsent(beginning, begins -> last(book, begins)) + 1;
            used.put(beginning, running);
            proposed.put(piece.key(), beginning + ("%0" + DIGITS + "d").formatted(running));
        });
        return proposed;
    }

    private static int last(PlanBook book, String beginning) {
        return book.last(beginning, beginning.length() + DIGITS)
                .map(SerialNumber::value)
                .map(serial -> serial.substring(beginning.length()))
                .filter(running -> running.matches("\\d{" + DIGITS + "}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    /** The next of those that begin alike. */
    static SerialNumber after(SerialNumber proposed) {
        String serial = proposed.value();
        int running = Integer.parseInt(serial.substring(serial.length() - DIGITS));
        return new SerialNumber(serial.substring(0, serial.length() - DIGITS) + ("%0" + DIGITS + "d").formatted(running + 1));
    }

    /** What a plate cannot carry of a model's name is left out. */
    private static String beginning(Order order, Piece piece, LocalDate today) {
        String model = order.lines().stream()
                .filter(line -> line.position() == piece.line())
                .map(OrderLine::model)
                .findFirst()
                .orElse("")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9./-]+", "-")
                .replaceAll("^[^A-Z0-9]+|[^A-Z0-9]+$", "");
        String plate = model.isEmpty() ? "M" : model.substring(0, Math.min(model.length(), LONGEST_MODEL));
        return plate + "-" + today.getYear() + "-";
    }
}
