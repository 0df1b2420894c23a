package dev.kontor.entry.need;

import dev.kontor.api.people.PersonId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A customer's requirement, recorded when a preliminary intent is reached.
 *
 * @param customer the id in the master; empty for one that is not there yet
 * @param order the order that came of it; empty while none did
 */
public record Need(
        String id,
        String customer,
        String customerName,
        String channel,
        String model,
        String quantity,
        String parameters,
        String deliveryDate,
        String deliveryPlace,
        String other,
        PersonId representative,
        String order,
        Instant recordedAt,
        long version) {

    /** The fields that the regulation wants and that are empty. */
    public List<String> missing() {
        return wanted().entrySet().stream().filter(field -> field.getValue().isBlank()).map(Map.Entry::getKey).toList();
    }

    /** What stands in the form. */
    public Map<String, String> typed() {
        Map<String, String> typed = wanted();
        typed.put("other", other);
        typed.values().removeIf(String::isBlank);
        return typed;
    }

    /** Begins the draft of the order that came of it. */
    public void begin(Map<String, String> draft) {
        Map.of("lines[0].model", model, "lines[0].quantity", quantity, "lines[0].parameters", parameters,
                        "delivery-date", deliveryDate, "delivery-place", deliveryPlace, "channel", channel)
                .forEach((path, value) -> {
                    if (!value.isBlank()) {
                        draft.putIfAbsent(path, value);
                    }
                });
    }

    private Map<String, String> wanted() {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("customer", customer.isEmpty() ? customerName : customer);
        wanted.put("channel", channel);
        wanted.put("model", model);
        wanted.put("quantity", quantity);
        wanted.put("parameters", parameters);
        wanted.put("delivery-date", deliveryDate);
        wanted.put("delivery-place", deliveryPlace);
        return wanted;
    }
}
