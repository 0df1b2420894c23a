package dev.kontor.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The rule sets and their versions. They are changed by commands, {@code rules/activate} for one. */
@Component(service = RuleResource.class)
@JakartarsResource
@Path("v1/rules")
public class RuleResource {

    /** A set with all its versions, newest first. */
    record History(RuleSets.RuleSet set, List<RuleSets.Version> versions) {}

    /** What becomes of a set, in sentences of the caller's language, from one version to another. */
    record Changes(String from, String to, List<Text> changes) {}

    private final Door door;
    private final Office office;

    @Activate
    public RuleResource(@Reference Door door, @Reference Office office) {
        this.door = door;
        this.office = office;
    }

    @GET
    public Response list(@Context HttpServletRequest request) {
        return reading(request, caller -> office.rules().sets());
    }

    /** Whose signed sets can be imported, and who decided so. */
    @GET
    @Path("signers")
    public Response signers(@Context HttpServletRequest request) {
        return reading(request, caller -> office.rules().signers());
    }

    @GET
    @Path("{department}/{set}")
    public Response set(
            @Context HttpServletRequest request,
            @PathParam("department") String department,
            @PathParam("set") String set) {
        String name = department + "/" + set;
        return reading(request, caller -> new History(found(name), office.rules().versions(name)));
    }

    @GET
    @Path("{department}/{set}/files/{digest}")
    public Response files(
            @Context HttpServletRequest request,
            @PathParam("department") String department,
            @PathParam("set") String set,
            @PathParam("digest") String digest) {
        return reading(request, caller -> office.rules()
                .files(department + "/" + set, digest)
                .orElseThrow(() -> Asked.notFound("rest.no-such-set", digest)));
    }

    /** A version as one signed file. */
    @GET
    @Path("{department}/{set}/export/{digest}")
    public Response export(
            @Context HttpServletRequest request,
            @PathParam("department") String department,
            @PathParam("set") String set,
            @PathParam("digest") String digest) {
        return door.open(request, caller -> {
            caller.must(Role.RULE_ADMINISTRATOR);
            byte[] parcel = office.rules().export(department + "/" + set, digest, caller.person());
            return Door.headers(Response.ok(parcel, "application/zip"), caller.language())
                    .header("Content-Disposition", "attachment; filename=\"" + department + "-" + set + ".zip\"")
                    .build();
        });
    }

    /** Checks files as a candidate is checked, and keeps nothing. */
    @POST
    @Path("{department}/{set}/check")
    public Response check(
            @Context HttpServletRequest request,
            @PathParam("department") String department,
            @PathParam("set") String set) {
        return door.open(request, caller -> {
            caller.must(Role.RULE_ADMINISTRATOR);
            return office.rules().check(department + "/" + set, files(Body.read(request, Set.of("files")).path("files")));
        });
    }

    /** Each in Base64: what is no text is said to be none. */
    private static Map<String, byte[]> files(JsonNode sent) {
        Map<String, byte[]> files = new TreeMap<>();
        for (Map.Entry<String, JsonNode> file : sent.properties()) {
            try {
                files.put(file.getKey(), Base64.getDecoder().decode(file.getValue().asText()));
            } catch (IllegalArgumentException notEncoded) {
                throw Refused.at("files", Text.of("rest.not-base64", file.getKey()));
            }
        }
        return files;
    }

    @GET
    @Path("{department}/{set}/parameters")
    public Response parameters(
            @Context HttpServletRequest request,
            @PathParam("department") String department,
            @PathParam("set") String set) {
        String name = department + "/" + set;
        return reading(request, caller -> office.history().parameters(found(name).name()));
    }

    @GET
    @Path("{department}/{set}/changes")
    public Response changes(
            @Context HttpServletRequest request,
            @PathParam("department") String department,
            @PathParam("set") String set,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to) {
        String name = department + "/" + set;
        return reading(request, caller -> {
            RuleSets.RuleSet found = found(name);
            String before = from.isEmpty() ? digest(found.active()) : from;
            String after = to.isEmpty() ? digest(found.candidate().or(found::active)) : to;
            return new Changes(before, after, office.history().changes(name, before, after, caller.language().toLanguageTag()));
        });
    }

    private static String digest(Optional<RuleSets.Version> version) {
        return version.map(found -> found.version().digest()).orElse("");
    }

    /** For who may see the console's page of rules. */
    private Response reading(HttpServletRequest request, Function<Caller, Object> work) {
        return door.open(request, caller -> {
            caller.must(Role.RULE_ADMINISTRATOR, Role.AUDITOR, Role.LEADERSHIP);
            return office.read(() -> work.apply(caller));
        });
    }

    private RuleSets.RuleSet found(String name) {
        return office.rules().set(name).orElseThrow(() -> Asked.notFound("rest.no-such-set", name));
    }
}
