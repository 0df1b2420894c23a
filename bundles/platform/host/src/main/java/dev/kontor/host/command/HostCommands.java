package dev.kontor.host.command;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.department.Roster;
import dev.kontor.api.document.Documents;
import dev.kontor.host.run.JarLook;
import dev.kontor.host.run.LivePlatform;
import dev.kontor.host.shelf.BundleShelf;
import dev.kontor.host.shelf.Handover;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Offers the commands. */
@Component(service = {}, immediate = true)
public final class HostCommands {

    private final List<ServiceRegistration<CompanyCommand>> offered;

    @Activate
    public HostCommands(
            BundleContext context,
            @Reference BundleShelf shelf,
            @Reference Handover handover,
            @Reference LivePlatform platform,
            @Reference Documents documents,
            @Reference Roster roster) {
        offered = all(shelf, handover, new JarLook(platform::surroundings), documents,
                        new Waiters(shelf, new JarLook(platform::surroundings), roster, platform::departments)).stream()
                .map(command -> context.registerService(CompanyCommand.class, command, null))
                .toList();
    }

    static List<CompanyCommand> all(BundleShelf shelf, Handover handover, JarLook look, Documents documents, Waiters waiters) {
        return List.of(
                new BringBundle(false, shelf, look, () -> documents), new BringBundle(true, shelf, look, () -> documents),
                new ApproveBundle(shelf, look), new DeclineBundle(shelf), new RemoveBundle(shelf, waiters),
                new DistrustKey(shelf), new FoundBundle(shelf, handover), new SettleBundle(shelf, handover));
    }

    @Deactivate
    void close() {
        offered.forEach(ServiceRegistration::unregister);
    }
}
