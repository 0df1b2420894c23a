package dev.kontor.console.web;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.page.View;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.text.Text;
import dev.kontor.console.Tracked;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** A page as a paper, in the reader's language: a machine's file, a list as it stands. */
@Component(service = Papers.class)
public final class Papers {

    static final String FORMAT = "pdf";

    private final Documents documents;
    private final Tracked<Printer> printers;

    @Activate
    public Papers(BundleContext context, @Reference Documents documents) {
        this.documents = documents;
        this.printers = Tracked.of(context, Printer.class);
    }

    @Deactivate
    public void close() {
        printers.close();
    }

    /** @throws Refused {@code UNAVAILABLE} while nothing prints */
    void send(Exchange exchange, View view, String name) throws IOException {
        Printer printer = printers.first()
                .orElseThrow(() -> Refused.because(Refused.Reason.UNAVAILABLE, Text.of("console.export.no-printer")));
        Ui ui = exchange.ui();
        Paper paper = new Paper(name, view.title(), ui.say(view.above()), view.blocks(), List.of());
        Upload printed = printer.print(paper, ui.lang());
        exchange.response().setContentType(printed.type());
        try (InputStream content = documents.open(printed)) {
            content.transferTo(exchange.response().getOutputStream());
        }
    }
}
