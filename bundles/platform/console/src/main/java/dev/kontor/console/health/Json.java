package dev.kontor.console.health;

/** The one thing of JSON that the console writes by hand: a string. */
public final class Json {

    private Json() {}

    public static String quote(String words) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : words.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c == '<' || c == '\u2028' || c == '\u2029') {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
