package dev.kontor.logistics.acceptance;

import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.shipment.Signature;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is told of a signed report at every acceptance: the report itself, who signed it, by what right, with which seal, the official one
 * or that for acceptances (公章, 验收专用章; ).
 */
public final class Signing {

    private Signing() {}

    public static List<Field> fields() {
        return List.of(
                Field.file("report", Text.of("logistics.signed-report")).withHint(Text.of("logistics.photo-hint")).withClause("6.2"),
                Field.date("signed-on", Text.of("logistics.signed-on")),
                Field.text("signatory", Text.of("logistics.signatory")),
                Field.text("authority", Text.of("logistics.authority")).withHint(Text.of("logistics.authority-hint")),
                Field.choice("seal", Text.of("logistics.seal"), Stream.of("official", "acceptance")
                        .map(seal -> new Field.Option(seal, Text.of("logistics.seal." + seal)))
                        .toList()),
                Field.text("original-at", Text.of("logistics.original-at")).withHint(Text.of("logistics.original-hint")));
    }

    public static Signature signature(Values values) {
        return new Signature(
                values.date("signed-on").orElseThrow(), values.text("signatory"), values.text("authority"), values.text("seal"),
                values.text("original-at"));
    }
}
