package dev.kontor.console.text;

import dev.kontor.api.people.Accounts;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import dev.kontor.api.time.Clock;
import dev.kontor.console.Tracked;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of every bundle. One that is stopped, brought anew or gone keeps its words until another version comes: journals
 * and waiting lists still speak of its department.
 */
@Component(service = {Texts.class, Messages.class})
public final class Messages implements Texts, BundleTrackerCustomizer<Catalogue.Words> {

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
    private static final ZoneId COMPANY = ZoneId.of("Asia/Shanghai");

    private final Map<Long, Catalogue.Words> bundles = new ConcurrentHashMap<>();
    /** Bundles that went, by their locations: a partner's version after the other has the same. */
    private final Map<String, Long> gone = new ConcurrentHashMap<>();
    private final BundleTracker<Catalogue.Words> tracker;
    private final Tracked<Clock> clocks;
    private final Names names;
    private volatile Catalogue catalogue = new Catalogue(Map.of(), id -> id);

    @Activate
    public Messages(BundleContext context) {
        clocks = Tracked.of(context, Clock.class);
        names = new Names(Tracked.of(context, Accounts.class));
        tracker = new BundleTracker<>(context, Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING, this);
        tracker.open();
    }

    @Deactivate
    public void close() {
        tracker.close();
        clocks.close();
        names.close();
    }

    @Override
    public String say(Text text, Locale language) {
        return catalogue.say(text, formats(language));
    }

    @Override
    public Optional<String> find(String key, Locale language) {
        return catalogue.find(key, language);
    }

    public Formats formats(Locale language) {
        return new Formats(language, clocks.first().map(Clock::zone).orElse(COMPANY));
    }

    @Override
    public Catalogue.Words addingBundle(Bundle bundle, BundleEvent event) {
        Map<String, Map<String, String>> words = new HashMap<>();
        var files = bundle.findEntries("i18n", "messages*.properties", false);
        for (URL file : files == null ? Collections.<URL>emptyList() : Collections.list(files)) {
            words.put(language(file.getPath()), read(file, bundle));
        }
        if (words.isEmpty()) {
            return null; // the tracker's way of saying: not this bundle
        }
        Catalogue.Words brought = new Catalogue.Words(words);
        Optional.ofNullable(gone.remove(bundle.getLocation())).ifPresent(bundles::remove);
        bundles.put(bundle.getBundleId(), brought);
        catalogue = new Catalogue(bundles, names::of);
        return brought;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Catalogue.Words words) {
        // starting and stopping change no words
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Catalogue.Words words) {
        gone.put(bundle.getLocation(), bundle.getBundleId());
    }

    private static String language(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("^messages_?", "");
        return name.replaceFirst("\\.properties$", "");
    }

    private static Map<String, String> read(URL file, Bundle bundle) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException broken) {
            LOG.warn("The words {} of {} cannot be read; the keys are shown instead.", file.getPath(), bundle, broken);
        }
        Map<String, String> messages = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> messages.put(key, properties.getProperty(key)));
        return messages;
    }
}
