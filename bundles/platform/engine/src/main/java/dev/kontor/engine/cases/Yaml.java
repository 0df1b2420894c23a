package dev.kontor.engine.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** YAML as texts, lists and maps, each with its line: no value is guessed to be a number or a truth value. */
sealed interface Yaml {

    int line();

    record Scalar(String text, int line) implements Yaml {}

    record Items(List<Yaml> items, int line) implements Yaml {}

    record Fields(Map<String, Yaml> fields, int line) implements Yaml {
        Optional<Yaml> get(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        String text(String name, String otherwise) {
            return fields.get(name) instanceof Scalar scalar ? scalar.text() : otherwise;
        }
    }

    /** Not what was expected, at a line. */
    final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;

        Wrong(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    int DEEPEST = 12;
    int MOST_OPEN = 100;

    /** @throws Wrong when it is not YAML, or too deep */
    static Optional<Yaml> parse(String name, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .build();
        try {
            flat(settings, text);
            return new Compose(settings).composeString(text).map(node -> of(node, 0));
        } catch (MarkedYamlEngineException broken) {
            throw new Wrong(broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0), broken.getProblem());
        } catch (YamlEngineException broken) {
            throw new Wrong(0, String.valueOf(broken.getMessage()));
        }
    }

    /** Read event by event first: what is nested without end would use up the stack of whoever reads it as a whole. */
    private static void flat(LoadSettings settings, String text) {
        int open = 0;
        int line = 1;
        for (int i = 0; i < text.length(); i++) { // the reader looks far ahead where brackets open
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            open += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if (open > MOST_OPEN) {
                throw new Wrong(line, "deep nesting");
            }
        }
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST + 1) {
                throw new Wrong(event.getStartMark().map(Mark::getLine).orElse(-1) + 1, "deep nesting");
            }
        }
    }

    private static Yaml of(Node node, int depth) {
        int line = node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
        if (depth > DEEPEST || node.getAnchor().isPresent()) {
            throw new Wrong(line, "anchors and deep nesting");
        }
        if (node instanceof SequenceNode sequence) {
            List<Yaml> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(of(item, depth + 1)));
            return new Items(items, line);
        }
        if (node instanceof MappingNode mapping) {
            Map<String, Yaml> fields = new LinkedHashMap<>();
            for (NodeTuple field : mapping.getValue()) {
                String key = field.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                if (fields.put(key, of(field.getValueNode(), depth + 1)) != null) {
                    throw new Wrong(line, "twice: " + key);
                }
            }
            return new Fields(fields, line);
        }
        String text = ((ScalarNode) node).getValue();
        return new Scalar(text.equals("~") || text.equals("null") ? "" : text, line);
    }
}
