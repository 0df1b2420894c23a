package dev.kontor.logistics.evidence;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.signature.NotVerified;
import dev.kontor.api.signature.Signatures;
import dev.kontor.api.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether a picture was handed in, and something is drawn in it that could be a signature. */
@Component(service = Drawings.class)
public final class Drawings {

    private static final String PICTURE = "image/";

    private final Documents documents;
    private final Signatures signatures;

    @Activate
    public Drawings(@Reference Documents documents, @Reference Signatures signatures) {
        this.documents = documents;
        this.signatures = signatures;
    }

    /** @throws Refused at the field */
    public void demandDrawn(Upload drawing, String field) {
        if (!drawing.type().startsWith(PICTURE)) {
            throw Refused.at(field, Text.of("logistics.drawing-is-no-picture"));
        }
        try {
            signatures.drawn(Contents.all(documents, drawing));
        } catch (NotVerified nothing) {
            throw Refused.at(field, Text.of(nothing.fault() == NotVerified.Fault.BLANK ? "logistics.drawing-blank" : "logistics.drawing-unreadable"));
        }
    }
}
