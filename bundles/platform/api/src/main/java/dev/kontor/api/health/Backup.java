package dev.kontor.api.health;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** A copy of everything the company would miss: database, documents and rule sets, as one zip. A service of the store. */
@ProviderType
public interface Backup {

    /**
     * Writes the copy while work goes on; it shows the state of one moment. The stream stays open.
     *
     * @throws IOException when it could not be written to the end; what was written is then no backup
     */
    void write(OutputStream zip) throws IOException;
}
