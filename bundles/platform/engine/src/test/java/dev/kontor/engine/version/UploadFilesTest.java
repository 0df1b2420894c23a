package dev.kontor.engine.version;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.engine.set.RuleSetFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Files that are sent together are one change, and arrive byte for byte")
class UploadFilesTest extends Room {

    private static final byte[] CASE = "- {name: below three million, facts: [{Order: {total: 2999999.99}}], expect: []}\n".getBytes(UTF_8);

    private final List<Values> rows = new ArrayList<>();

    private void file(String name, String path, byte[] content) {
        String digest = RuleSetFiles.digest(content);
        office.sent.put(digest, content);
        Map<String, Object> row = new HashMap<>(Map.of("content", new Upload(name, "text/plain", content.length, digest)));
        if (!path.isEmpty()) {
            row.put("path", path);
        }
        rows.add(new Values(row));
    }

    private void send(String whole) {
        office.run("rules", "rules/files", Map.of("set", SET, "files", List.copyOf(rows), "whole", whole, "then", "activate", "reason", "one change"));
        rows.clear();
    }

    private Map<String, String> files() {
        return office.list.files(SET, set().active().orElseThrow().version().digest()).orElseThrow();
    }

    @Test
    void a_number_comes_together_with_the_case_that_fits_no_other() {
        open("rules");
        file("more.yaml", "cases/more.yaml", CASE);
        send("no");
        assertThat(set().candidate().orElseThrow().state()).isEqualTo("refused");

        file("parameters.csv", "", largeFrom(files().get("parameters.csv"), 3_000_000).getBytes(UTF_8));
        file("more.yaml", "cases/more.yaml", CASE);
        send("no");
        assertThat(isLarge(2_999_999)).isFalse();
        assertThat(isLarge(3_000_000)).isTrue();
        assertThat(files()).containsKeys("joint.drl", "cases/large.yaml", "cases/more.yaml");
        assertThat(set().active().orElseThrow().version().number()).isEqualTo(2);
    }

    @Test
    void a_set_that_is_sent_whole_keeps_no_other_text_but_the_workbooks_that_no_text_holds() {
        facts.tables = Optional.of(new LimitTables("first", ">="));
        open("rules");
        String words = "\nlimit-row=Large\nlarge=Large\nparameter.limit-amount=Amount\n";
        file("limit.xlsx", "", "4000000".getBytes(UTF_8));
        for (String texts : List.of("texts.properties", "texts_zh.properties")) {
            file(texts, "", (files().get(texts) + words).getBytes(UTF_8));
        }
        file("limit.yaml", "cases/limit.yaml", "- {name: the limit, facts: [{Order: {total: 4000000}}], expect: [{Check: {subject: size}}, {Require: {}}]}\n".getBytes(UTF_8));
        send("no");
        assertThat(set().candidate()).isEmpty();
        assertThat(set().active().orElseThrow().parameters()).anyMatch(parameter -> parameter.name().equals("limit-row-amount"));

        files().forEach((path, words2) -> file("any", path, words2.replace("evaluation-days,5", "evaluation-days,6").getBytes(UTF_8)));
        rows.removeIf(row -> row.text("path").equals("cases/limit.yaml"));
        file("any", "cases/renamed.yaml", files().get("cases/limit.yaml").getBytes(UTF_8));
        send("yes");

        assertThat(files()).containsKey("cases/renamed.yaml").doesNotContainKey("cases/limit.yaml");
        assertThat(set().active().orElseThrow().parameters()).anyMatch(parameter -> parameter.name().equals("limit-row-amount"));
    }

    @Test
    void a_path_that_is_sent_twice_is_refused() {
        open("rules");
        file("a.yaml", "cases/a.yaml", "[]".getBytes(UTF_8));
        file("b.yaml", "cases/a.yaml", "[]".getBytes(UTF_8));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> send("no"))
                .satisfies(refused -> assertThat(refused.gaps()).singleElement().extracting(Refused.Gap::field).isEqualTo("files"));
    }
}
