package dev.kontor.entry.draft;

import dev.kontor.api.form.Field;
import dev.kontor.api.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Payment schedules that most contracts have; picking one fills the rows, which can then be changed. */
public enum PaymentTemplate {
    THREE_PARTS("30-60-10", List.of(
            part("advance", "30", "contract-in-force", "", "7"),
            part("before-dispatch", "60", "ready-to-ship", "", "7"),
            retention())),
    FOUR_PARTS("3-3-3-1", List.of(
            part("advance", "30", "contract-in-force", "", "7"),
            part("before-dispatch", "30", "ready-to-ship", "", "7"),
            part("on-acceptance", "30", "acceptance", "", "30"),
            retention())),
    HALF_AND_HALF("50-50", List.of(
            part("advance", "50", "contract-in-force", "", "7"),
            part("before-dispatch", "50", "ready-to-ship", "", "7"))),
    IN_ADVANCE("100", List.of(part("advance", "100", "contract-in-force", "", "7")));

    private final String value;
    private final List<Map<String, String>> parts;

    PaymentTemplate(String value, List<Map<String, String>> parts) {
        this.value = value;
        this.parts = parts;
    }

    public static List<Field.Option> options() {
        return Arrays.stream(values()).map(one -> new Field.Option(one.value, Text.of("entry.plan." + one.value))).toList();
    }

    /** Fills the rows of {@code payment} when a template is picked and there are none; {@code plan} itself is not kept. */
    public static void fill(Map<String, String> typed) {
        String picked = typed.getOrDefault("plan", "");
        typed.remove("plan");
        if (!Paths.rows(typed, "payment").isEmpty()) {
            return;
        }
        for (PaymentTemplate template : values()) {
            if (template.value.equals(picked)) {
                for (int i = 0; i < template.parts.size(); i++) {
                    int row = i;
                    template.parts.get(i).forEach((cell, value) -> typed.put(Paths.cell("payment", row, cell), value));
                }
            }
        }
    }

    /** 12 months after acceptance or 18 after arrival, whichever is first (policy 12). */
    private static Map<String, String> retention() {
        Map<String, String> part = part("retention", "10", "acceptance", "12", "");
        part.putAll(Map.of("due-or-event", "arrival", "due-or-months", "18", "due-which", "first"));
        return part;
    }

    private static Map<String, String> part(String kind, String percent, String event, String months, String days) {
        Map<String, String> part = new TreeMap<>(
                Map.of("kind", kind, "percent", percent, "due-event", event, "means", "transfer"));
        if (!months.isEmpty()) {
            part.put("due-months", months);
        }
        if (!days.isEmpty()) {
            part.put("due-days", days);
        }
        return part;
    }
}
