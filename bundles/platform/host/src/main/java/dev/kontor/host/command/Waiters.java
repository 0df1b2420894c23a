package dev.kontor.host.command;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.department.Roster;
import dev.kontor.api.text.Text;
import dev.kontor.host.run.JarLook;
import dev.kontor.host.shelf.BundleShelf;
import dev.kontor.host.shelf.KeptBundle;

/** How many orders have it written down that they need a bundle's departments. */
record Waiters(BundleShelf shelf, JarLook look, Roster roster) {

    Text say(KeptBundle kept) {
        int orders = look.at(shelf.content(kept.digest()), kept.file()).departments().stream()
                .mapToInt(department -> roster.waitingFor(new DepartmentId(department)))
                .sum();
        return orders == 0 ? Text.of("host.nothing-waits") : Text.of("host.waits", orders);
    }
}
