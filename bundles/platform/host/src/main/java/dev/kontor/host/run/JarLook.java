package dev.kontor.host.run;

import dev.kontor.host.inspect.Inspection;
import dev.kontor.host.inspect.Inspector;
import dev.kontor.host.inspect.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Inspects a jar that is not in a file, among what is there now. */
public final class JarLook {

    private final Supplier<Surroundings> around;

    public JarLook(Supplier<Surroundings> around) {
        this.around = around;
    }

    /** @param name what to call it when it has no name of its own */
    public Inspection at(byte[] jar, String name) {
        try {
            Path file = Files.createTempFile("kontor-", ".jar");
            try {
                Files.write(file, jar);
                return Inspector.inspect(file, name, around.get());
            } finally {
                Files.delete(file);
            }
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }
}
