package dev.kontor.kernel.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.Reconsiderations.Compared;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.json.Canonical;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers that facts hold, by the words that their departments give them. */
final class FactNumbers {

    private FactNumbers() {}

    /** A fact, {@code CreditAccount}, or a value of it, {@code CreditAccount.limit}; by its own name where it has no words. */
    static Text label(String name) {
        return new Change(name, "", "").named("fact");
    }

    /**
     * The fact with which a parameter was compared, told by its value: that at which the verdict turns, or that next to it.
     *
     * @param otherwise the first value of the parameter with another verdict
     * @param still the last with the same
     */
    static Optional<Compared> compared(List<Record> facts, BigDecimal otherwise, BigDecimal still) {
        for (BigDecimal value : List.of(otherwise, still)) {
            for (Record fact : facts) {
                String type = fact.getClass().getSimpleName();
                Optional<String> field = of(fact).entrySet().stream()
                        .filter(number -> number.getValue().compareTo(value) == 0)
                        .map(Map.Entry::getKey)
                        .findFirst();
                if (field.isPresent()) {
                    return Optional.of(new Compared(label(type), label(type + "." + field.get()), value));
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, BigDecimal> of(Record fact) {
        if (fact instanceof Order order) {
            return Map.of("total", order.total().amount());
        }
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        JsonNode json = Canonical.tree(Canonical.text(fact));
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            JsonNode value = json.path(component.getName());
            if (component.getType() == Money.class) {
                numbers.put(component.getName(), new BigDecimal(value.path("amount").asText()));
            } else if (component.getType() == int.class || component.getType() == BigDecimal.class) {
                numbers.put(component.getName(), new BigDecimal(value.asText()));
            }
        }
        return numbers;
    }
}
