package dev.kontor.console.pages;

import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.page.Cell;
import dev.kontor.api.text.Text;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where in an order the words of a search stand, for a reader who wonders why it was found. */
final class Found {

    private static final int MOST_PLACES = 3;
    /** Characters shown before and behind what was found. */
    private static final int AROUND = 24;

    /** @param words as they stand in the order */
    private record Place(Text name, String words) {}

    private final List<String> asked;
    private final List<String> pairs;

    Found(String words) {
        asked = Stream.of(plain(words).split("[^\\p{L}\\p{N}]+")).filter(part -> !part.isEmpty()).toList();
        pairs = asked.stream().filter(part -> part.codePoints().allMatch(Character::isIdeographic)).flatMap(Found::pairs).toList();
    }

    /** As the index takes them: width and case are the same. */
    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static Stream<String> pairs(String run) {
        int[] points = run.codePoints().toArray();
        return IntStream.range(0, points.length - 1).mapToObj(i -> new String(points, i, 2));
    }

    /** @param content empty until the order is submitted */
    Cell in(OrderSummary order, Optional<Order> content) {
        List<Place> places = places(order, content);
        List<Cell> found = cells(places, asked);
        if (found.isEmpty()) {
            found = cells(places, pairs);
        }
        return new Cell.Many(found.isEmpty() ? List.of(Cell.words(Words.of("search.elsewhere"))) : found);
    }

    private static List<Cell> cells(List<Place> places, List<String> parts) {
        return places.stream()
                .flatMap(place -> parts.stream()
                        .filter(part -> plain(place.words()).contains(part))
                        .findFirst()
                        .map(part -> Cell.words(Words.of("search.in", place.name(), around(place.words(), part))))
                        .stream())
                .limit(MOST_PLACES)
                .toList();
    }

    private static List<Place> places(OrderSummary order, Optional<Order> content) {
        List<Place> places = new ArrayList<>(List.of(
                new Place(Words.of("order"), order.number().value()),
                new Place(Words.of("contract"), order.contract().written()),
                new Place(Words.of("customer"), order.customerName()),
                new Place(Words.of("list.customer-id"), order.customer().value())));
        content.ifPresent(found -> {
            places.add(new Place(Words.of("customer-number"), found.contract().customerNumber()));
            found.lines().forEach(line -> places.add(new Place(Words.of("lines"), line.model() + " " + line.name())));
            found.terms().forEach(term -> places.add(new Place(Words.of("search.clause", term.number()), term.words())));
            places.add(new Place(Words.of("delivery-place"), found.delivery().place()));
            places.add(new Place(Words.of("contact"), found.contact().name()));
        });
        return places;
    }

    /** A few words before and behind; the beginning where another width moved the place. */
    private static String around(String words, String part) {
        String plain = plain(words);
        int at = plain.length() == words.length() ? plain.indexOf(part) : 0;
        int from = Math.max(0, at - AROUND);
        int until = Math.min(words.length(), at + part.length() + AROUND);
        return (from > 0 ? "…" : "") + whole(words, from, until) + (until < words.length() ? "…" : "");
    }

    /** No half of a character. */
    private static String whole(String words, int from, int until) {
        int begin = from > 0 && Character.isLowSurrogate(words.charAt(from)) ? from + 1 : from;
        int end = until < words.length() && Character.isLowSurrogate(words.charAt(until)) ? until - 1 : until;
        return words.substring(begin, Math.max(begin, end));
    }
}
