package dev.kontor.rest;

import dev.kontor.api.text.Text;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Words in the caller's language. The bundle's own are at hand even while the console, which has all, is not there. */
@Component(service = Words.class)
public final class Words {

    private final Office office;

    @Activate
    public Words(@Reference Office office) {
        this.office = office;
    }

    String say(Text text, Locale language) {
        return office.texts()
                .map(texts -> texts.say(text, language))
                .orElseGet(() -> text.isPlain() ? String.valueOf(text.arguments().get(0)) : own(text, language));
    }

    private String own(Text text, Locale language) {
        try {
            Object[] arguments = text.arguments().stream()
                    .map(argument -> argument instanceof Text inner ? say(inner, language) : argument)
                    .toArray();
            return new MessageFormat(messages(language).getString(text.key()), language).format(arguments);
        } catch (MissingResourceException notOurs) {
            return text.key();
        }
    }

    private static ResourceBundle messages(Locale language) {
        Locale found = language.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ROOT;
        return PropertyResourceBundle.getBundle("i18n.messages", found, Words.class.getClassLoader());
    }
}
