package dev.kontor.host.run;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Refused;
import dev.kontor.host.inspect.Inspection;
import dev.kontor.host.inspect.Inspector;
import dev.kontor.host.inspect.JarContent;
import dev.kontor.host.inspect.Sentences;
import dev.kontor.host.shelf.BundleShelf;
import dev.kontor.host.shelf.Handover;
import dev.kontor.host.shelf.KeptBundle;
import dev.kontor.host.shelf.State;
import dev.kontor.store.Transactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder into which jars are dropped: one door to the store, which is the truth. A jar is read once it stood still for a
 * look, and proposed once; what was refused, again where it now fits. Taking its file away changes nothing.
 */
final class DeployFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);

    /** How a file stands; as long as that changes it is still being copied. */
    private record Stand(long size, long modified, boolean done) {

        boolean still(Stand other) {
            return size == other.size && modified == other.modified;
        }
    }

    private final Path folder;
    private final Transactions transactions;
    private final BundleShelf shelf;
    private final Desk desk;
    private final Handover handover;
    private final LivePlatform platform;
    private final Map<Path, Stand> stands = new HashMap<>();

    DeployFolder(Path folder, Transactions transactions, BundleShelf shelf, Desk desk, Handover handover, LivePlatform platform) {
        this.folder = folder;
        this.transactions = transactions;
        this.shelf = shelf;
        this.desk = desk;
        this.handover = handover;
        this.platform = platform;
    }

    /** Something has started: what was refused without it may fit now. */
    void lookAgain() {
        stands.replaceAll((jar, stand) -> new Stand(stand.size(), stand.modified(), false));
    }

    void look() {
        List<Path> jars = jars();
        stands.keySet().retainAll(jars);
        for (Path jar : jars) {
            try {
                look(jar);
            } catch (IOException goneOrLocked) {
                LOG.debug("{} cannot be read now.", jar, goneOrLocked);
            }
        }
    }

    private List<Path> jars() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file)).sorted().toList();
        } catch (IOException unreadable) {
            LOG.warn("The folder {} cannot be read.", folder, unreadable);
            return List.of();
        }
    }

    private void look(Path jar) throws IOException {
        Stand now = new Stand(Files.size(jar), Files.getLastModifiedTime(jar).toMillis(), false);
        Stand before = stands.get(jar);
        if (before == null || !before.still(now)) {
            stands.put(jar, now);
        } else if (!before.done() && propose(jar)) {
            stands.put(jar, new Stand(now.size(), now.modified(), true));
        }
    }

    /** Whether it is settled; what cannot be asked now is asked at the next look. */
    private boolean propose(Path jar) throws IOException {
        String digest = JarContent.digest(jar);
        Optional<KeptBundle> known = transactions.read(() -> shelf.find(digest));
        if (known.filter(each -> each.state() != State.REFUSED).isPresent()) {
            return true;
        }
        String name = jar.getFileName().toString();
        Inspection inspection = Inspector.inspect(jar, name, platform.surroundings());
        boolean fit = inspection.refusals().isEmpty();
        if (known.isPresent() && !fit) {
            return true;
        }
        handover.found(new Handover.Found(inspection, name, fit ? Files.readAllBytes(jar) : new byte[0]));
        try {
            desk.submit(Handover.asks("bundles/found", inspection.digest()));
            LOG.info("{} came: {}", name, fit ? "it waits for an administrator." : Sentences.ENGLISH.say(inspection.refusals()));
            return true;
        } catch (Refused notNow) {
            LOG.debug("{} is proposed again later.", name, notNow);
            return notNow.reason() == Refused.Reason.CONFLICT;
        } finally {
            handover.done(inspection.digest());
        }
    }
}
