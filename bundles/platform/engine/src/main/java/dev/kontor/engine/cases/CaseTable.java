package dev.kontor.engine.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Cases as a table: a case in each row, {@code name} and {@code day} in columns of that name, and each value of a fact in a
 * column called by its type and field, {@code Order.total}, or deeper, {@code Order.contract.signedOn}. A fact of a row is
 * there when one of its cells is filled. Cells are divided by {@code ,} or {@code ;} and quoted as usual.
 */
final class CaseTable {

    private final String text;
    private final char divider;
    private int at;
    private int line = 1;

    CaseTable(String content) {
        this.text = (content.startsWith("\uFEFF") ? content.substring(1) : content).replace("\r\n", "\n");
        String first = text.lines().findFirst().orElse("");
        this.divider = first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
    }

    /** @throws Yaml.Wrong when it cannot be read */
    Yaml.Items cases() {
        List<String> heads = row();
        List<Yaml> cases = new ArrayList<>();
        while (at < text.length()) {
            int begins = line;
            List<String> cells = row();
            if (cells.size() > heads.size()) {
                throw new Yaml.Wrong(begins, cells.size() + " > " + heads.size());
            }
            if (!cells.stream().allMatch(String::isBlank)) {
                cases.add(one(heads, cells, begins));
            }
        }
        return new Yaml.Items(cases, 1);
    }

    private static Yaml one(List<String> heads, List<String> cells, int line) {
        Map<String, Yaml> fields = new LinkedHashMap<>();
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int column = 0; column < cells.size(); column++) {
            String head = heads.get(column).strip();
            String cell = cells.get(column).strip();
            if (cell.isEmpty()) {
                continue;
            }
            Yaml.Scalar value = new Yaml.Scalar(cell, line);
            if (head.indexOf('.') > 0) {
                put(facts, head, value);
            } else {
                fields.put(head, value);
            }
        }
        fields.put("facts", new Yaml.Items(
                facts.entrySet().stream().map(fact -> yaml(Map.of(fact.getKey(), fact.getValue()), line)).toList(), line));
        return new Yaml.Fields(fields, line);
    }

    /** @param head {@code Order.contract.signedOn} */
    @SuppressWarnings("unchecked") // maps are put here alone
    private static void put(Map<String, Object> facts, String head, Yaml.Scalar value) {
        String[] names = head.split("\\.", -1);
        Map<String, Object> inside = facts;
        for (int i = 0; i < names.length - 1; i++) {
            Object next = inside.computeIfAbsent(names[i], name -> new LinkedHashMap<String, Object>());
            if (!(next instanceof Map)) {
                throw new Yaml.Wrong(1, head);
            }
            inside = (Map<String, Object>) next;
        }
        if (inside.put(names[names.length - 1], value) != null) {
            throw new Yaml.Wrong(1, head);
        }
    }

    private static Yaml yaml(Object value, int line) {
        return value instanceof Map<?, ?> fields
                ? new Yaml.Fields(fields.entrySet().stream().collect(Collectors.toMap(
                        field -> String.valueOf(field.getKey()), field -> yaml(field.getValue(), line), (one, other) -> one, LinkedHashMap::new)), line)
                : (Yaml) value;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        boolean goesOn = true;
        while (goesOn) {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            goesOn = at < text.length() && text.charAt(at) == divider;
            at++;
        }
        line++;
        return cells;
    }

    private String plain() {
        int from = at;
        while (at < text.length() && text.charAt(at) != divider && text.charAt(at) != '\n') {
            at++;
        }
        return text.substring(from, Math.min(at, text.length()));
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        int begins = line;
        at++;
        while (at < text.length() && (text.charAt(at) != '"' || text.startsWith("\"\"", at))) {
            line += text.charAt(at) == '\n' ? 1 : 0;
            cell.append(text.charAt(at));
            at += text.charAt(at) == '"' ? 2 : 1;
        }
        at++;
        if (at > text.length() || at < text.length() && text.charAt(at) != divider && text.charAt(at) != '\n') {
            throw new Yaml.Wrong(begins, "\"");
        }
        return cell.toString();
    }
}
