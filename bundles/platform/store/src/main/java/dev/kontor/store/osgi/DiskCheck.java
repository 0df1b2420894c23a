package dev.kontor.store.osgi;

import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.text.Text;
import java.io.File;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Warns when the disk of the data folder is nearly full. On a full one commands are refused for now, and nothing is lost. */
@Component
public final class DiskCheck implements ReadyCheck {

    static final long LEAST_MB = 256;
    private static final long MB = 1024 * 1024;

    private final String folder;
    private final LongSupplier free;

    @Activate
    public DiskCheck(BundleContext context) {
        this(Objects.toString(context.getProperty("data.dir"), "data"));
    }

    private DiskCheck(String folder) {
        this(folder, new File(folder)::getUsableSpace);
    }

    DiskCheck(String folder, LongSupplier free) {
        this.folder = folder;
        this.free = free;
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Optional<Text> missing() {
        return Optional.empty();
    }

    @Override
    public Optional<Text> warning() {
        long left = free.getAsLong();
        return left < LEAST_MB * MB ? Optional.of(Text.of("store.disk-full", left / MB, folder)) : Optional.empty();
    }
}
