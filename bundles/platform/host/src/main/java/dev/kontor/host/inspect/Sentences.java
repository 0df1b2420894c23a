package dev.kontor.host.inspect;

import dev.kontor.api.text.Text;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The host's own words where no page says them: at a terminal and in the log. */
public final class Sentences {

    /** As the log has them. */
    public static final Sentences ENGLISH = new Sentences(Locale.ROOT);

    private final Locale language;
    private final ResourceBundle words;

    /** @param language {@link Locale#ROOT} for English */
    public Sentences(Locale language) {
        this.language = language;
        this.words = ResourceBundle.getBundle("i18n.messages", language, Sentences.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Words of another bundle are said by their key. */
    public String say(Text text) {
        Object[] arguments = text.arguments().stream().map(each -> each instanceof Text inner ? say(inner) : each).toArray();
        if (text.isPlain()) {
            return String.valueOf(arguments[0]);
        }
        return words.containsKey(text.key()) ? new MessageFormat(words.getString(text.key()), language).format(arguments) : text.toString();
    }

    public String say(List<Text> texts) {
        return texts.stream().map(this::say).collect(Collectors.joining(" "));
    }
}
