package dev.kontor.api.text;

import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Turns a {@link Text} into words. A service of the console; finds the messages of every bundle that carries some. */
@ProviderType
public interface Texts {

    /** The words in this language; English where a translation is missing, the key itself where there is none at all. */
    String say(Text text, Locale language);

    /** The words of a key without arguments, if any bundle that runs has it. */
    Optional<String> find(String key, Locale language);
}
