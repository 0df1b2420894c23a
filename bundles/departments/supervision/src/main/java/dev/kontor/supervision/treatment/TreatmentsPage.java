package dev.kontor.supervision.treatment;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Supervision;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every treatment of a violation, newest first, each with its steps. */
@Component
public final class TreatmentsPage implements Page {

    private static final int USUAL = 50;

    private final TreatmentBook book;
    private final TreatmentSheet sheet;

    @Activate
    public TreatmentsPage(@Reference TreatmentBook book, @Reference TreatmentSheet sheet) {
        this.book = book;
        this.sheet = sheet;
    }

    @Override
    public String path() {
        return "supervision/treatments";
    }

    @Override
    public Text title() {
        return Text.of("supervision.treatments");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("supervision", "gavel", 30));
    }

    @Override
    public Set<Role> roles() {
        return Supervision.READERS;
    }

    @Override
    public View show(Query query) {
        if (!query.tail().isEmpty()) {
            Treatment treatment = book.treatment(query.tail().get(0))
                    .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("supervision.no-treatment")));
            return View.of(Text.of("supervision.treatment-title", treatment.code()), sheet.whole(treatment).toArray(Block[]::new))
                    .withAbove(title());
        }
        int rows = query.rows(USUAL);
        List<Treatment> found = book.after(book.treatment(query.parameter("after")), rows + 1);
        List<Treatment> shown = found.stream().limit(rows).toList();
        String next = found.size() > rows ? path() + "?after=" + shown.get(rows - 1).id() : "";
        return View.of(title(), TreatmentView.table(title(), shown, path(), next, Text.of("supervision.no-treatments")))
                .withAbove(Text.of("supervision.treatments-above"));
    }
}
