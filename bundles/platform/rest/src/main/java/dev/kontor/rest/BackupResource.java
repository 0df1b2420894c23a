package dev.kontor.rest;

import dev.kontor.api.health.Backup;
import dev.kontor.api.people.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** A copy of everything, for the operator. */
@Component(service = BackupResource.class)
@JakartarsResource
@Path("v1/backup")
public class BackupResource {

    private final Door door;
    private final Office office;

    @Activate
    public BackupResource(@Reference Door door, @Reference Office office) {
        this.door = door;
        this.office = office;
    }

    /** When writing fails in the middle the connection is cut, so that half a copy is not taken for a whole one. */
    @GET
    public Response zip(@Context HttpServletRequest request) {
        return door.open(request, caller -> {
            caller.must(Role.SYSTEM_ADMINISTRATOR);
            Backup backup = office.backup();
            StreamingOutput zip = backup::write;
            return Door.headers(Response.ok(zip), caller.language())
                    .header("Content-Disposition", "attachment; filename=\"kontor-backup.zip\"")
                    .type("application/zip")
                    .build();
        });
    }
}
