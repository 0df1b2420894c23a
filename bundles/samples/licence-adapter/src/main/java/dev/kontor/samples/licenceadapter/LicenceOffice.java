package dev.kontor.samples.licenceadapter;

import java.io.IOException;
import java.util.Optional;

/**
 * What needs a process of its own: a native library, an hour of computing, another company's system. It may hang, fail or take
 * its process with it: the platform goes on, and the work waits on the worklist, for people too.
 */
interface LicenceOffice {

    /** Empty while none was granted for the order. */
    Optional<Licence> licence(String order) throws IOException;
}
