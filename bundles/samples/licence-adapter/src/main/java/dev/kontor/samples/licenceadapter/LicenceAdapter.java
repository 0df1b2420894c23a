package dev.kontor.samples.licenceadapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Grants export licences from a process of its own: takes the open work of the department {@code export-licence} from the
 * worklist, asks the office, and hands in what a person would at the form. It keeps nothing: after a crash the worklist
 * says again what is still to be done.
 */
final class LicenceAdapter {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(10);

    private final Kontor kontor;
    private final LicenceOffice office;

    LicenceAdapter(Kontor kontor, LicenceOffice office) {
        this.kontor = kontor;
        this.office = office;
    }

    /** {@code http://127.0.0.1:8080/ TOKEN-FILE FOLDER}; ends with Ctrl-C. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 3) {
            System.err.println("LicenceAdapter ADDRESS TOKEN-FILE FOLDER");
            System.exit(2);
        }
        String token = Files.readString(Path.of(arguments[1])).strip();
        Kontor kontor = new Kontor(URI.create(arguments[0]), token, LIMIT, time -> Thread.sleep(time.toMillis()));
        LicenceAdapter adapter = new LicenceAdapter(kontor, new LicenceFolder(Path.of(arguments[2])));
        while (true) {
            try {
                adapter.round().forEach(System.out::println);
            } catch (IOException away) {
                System.out.println("The next round may do better: " + away.getMessage());
            }
            Thread.sleep(BETWEEN_ROUNDS.toMillis());
        }
    }

    /**
     * Grants what the office has granted. One order that cannot be done keeps no other from it.
     *
     * @return a sentence for each order that something was tried for
     * @throws IOException when the platform cannot be reached
     */
    List<String> round() throws IOException, InterruptedException {
        List<String> told = new ArrayList<>();
        for (JsonNode item : kontor.get("tasks?kind=export-licence.licence&limit=200").path("items")) {
            String order = item.path("task").path("order").asText();
            Optional<Licence> licence = asked(order, told);
            if (licence.isPresent()) {
                told.add(order + ": " + granted(order, item.path("task").path("id").asText(), licence.get()));
            }
        }
        return told;
    }

    private Optional<Licence> asked(String order, List<String> told) {
        try {
            return office.licence(order);
        } catch (IOException silent) {
            told.add(order + ": the office does not answer: " + silent.getMessage());
            return Optional.empty();
        }
    }

    /** With the version of the form: what somebody else did meanwhile is not done again. */
    private String granted(String order, String task, Licence licence) throws IOException, InterruptedException {
        JsonNode form = kontor.get("commands/export-licence/grant?order=" + order + "&task=" + task);
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        asked.put("order", order).put("task", task).put("version", form.path("version").asLong());
        asked.putObject("values")
                .put("licence", licence.number())
                .put("valid-until", licence.validUntil().toString())
                .put("file", kontor.handIn("licence.pdf", licence.paper()));
        Kontor.Answer answer = kontor.command("export-licence/grant", asked, UUID.randomUUID().toString());
        return answer.done() ? answer.body().path("said").asText() : answer.words();
    }
}
