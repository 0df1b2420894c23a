package dev.kontor.itest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the demo company does with a filed volume, over REST. */
final class Keeping {

    private static final Pattern VOLUME = Pattern.compile("archive/volumes/([0-9a-f-]{36})");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private final Company company;

    Keeping(Company company) {
        this.company = company;
    }

    /** Of the order, by its only volume. */
    String volume(String order) {
        return found(VOLUME, "archive/catalogue?words=" + order).group(1);
    }

    /** By which the packages of the company are known. */
    String signer() {
        return found(FINGERPRINT, "archive/arrangement").group();
    }

    private Matcher found(Pattern pattern, String page) {
        String shown = company.as("song").get("pages/" + page).expect(200).body().toString();
        Matcher matcher = pattern.matcher(shown);
        if (!matcher.find()) {
            throw new AssertionError("No %s on %s: %s".formatted(pattern, page, shown));
        }
        return matcher;
    }

    Rest.Got does(String who, String command, String volume, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("subject", volume);
        return company.as(who).command("archive/" + command, Map.of("values", all));
    }

    /** The newest of them. */
    byte[] packed(String order, String volume) {
        does("song", "pack", volume, Map.of("purpose", "An audit.")).expect(200);
        List<JsonNode> packages = documents(order).stream().filter(each -> each.path("kind").asText().equals("archive.package")).toList();
        return company.as("song").download("documents/" + packages.get(packages.size() - 1).path("id").asText());
    }

    List<JsonNode> documents(String order) {
        return company.as("song").get("orders/" + order + "/documents").expect(200).body().findParents("kind");
    }
}
