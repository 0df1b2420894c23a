package dev.kontor.kernel.form;

import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.kernel.document.DocumentShelf;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks what was typed against a form: the same for pages and machines. */
@Component(service = FormCheck.class)
public final class FormCheck {

    private final DocumentShelf shelf;

    @Activate
    public FormCheck(@Reference DocumentShelf shelf) {
        this.shelf = shelf;
    }

    /**
     * The values as commands may see them: normalised, of the form's fields alone, every one right for its kind.
     *
     * @throws dev.kontor.api.desk.Refused {@code INVALID} with every gap there is
     */
    public Values check(Form form, Values typed) {
        throw new UnsupportedOperationException("not built yet: " + shelf);
    }
}
