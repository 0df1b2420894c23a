package dev.kontor.console.pages;

/** Facts as they were kept, canonical JSON, broken into lines that people can read. */
final class Facts {

    private Facts() {}

    static String readable(String json) {
        StringBuilder lines = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            quoted = c == '"' && !escaped(json, i) ? !quoted : quoted;
            if (!quoted && (c == '}' || c == ']')) {
                depth--;
                indent(lines, json, i, depth);
            }
            lines.append(c);
            if (!quoted && (c == '{' || c == '[')) {
                depth++;
                indent(lines, json, i + 1, depth);
            } else if (!quoted && c == ',') {
                indent(lines, json, i, depth);
            } else if (!quoted && c == ':') {
                lines.append(' ');
            }
        }
        return lines.toString();
    }

    private static boolean escaped(String json, int at) {
        int slashes = 0;
        while (at - slashes > 0 && json.charAt(at - slashes - 1) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    /** What is empty stays on its line. */
    private static void indent(StringBuilder lines, String json, int at, int depth) {
        char last = lines.charAt(lines.length() - 1);
        boolean empty = at < json.length() && (last == '{' && json.charAt(at) == '}' || last == '[' && json.charAt(at) == ']');
        if (!empty) {
            lines.append('\n').append("  ".repeat(Math.max(0, depth)));
        }
    }
}
